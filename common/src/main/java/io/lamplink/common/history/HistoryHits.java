package io.lamplink.common.history;

import java.util.List;

/**
 * Some of what a search found. Immutable.
 *
 * @param hits newest first
 * @param more whether there are older ones
 */
public record HistoryHits(List<Hit> hits, boolean more) {
    /** Nothing. */
    public static final HistoryHits NONE = new HistoryHits(List.of(), false);

    public HistoryHits {
        hits = List.copyOf(hits);
    }

    /**
     * One entry that was found.
     *
     * @param marks where the words stand in the text or the file name, in order and apart from each other
     */
    public record Hit(HistoryEntry entry, List<Mark> marks) {
        public Hit {
            marks = List.copyOf(marks);
        }
    }

    /** A stretch of a text: UTF-16 code units from {@code from} up to {@code to}, without that one. */
    public record Mark(int from, int to) {}
}
