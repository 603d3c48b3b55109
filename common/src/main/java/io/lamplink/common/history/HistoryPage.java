package io.lamplink.common.history;

import java.util.List;

/**
 * Entries that follow each other. Immutable.
 *
 * @param entries oldest first
 * @param moreBefore whether there are older ones
 */
public record HistoryPage(List<HistoryEntry> entries, boolean moreBefore) {
    /** Nothing. */
    public static final HistoryPage EMPTY = new HistoryPage(List.of(), false);

    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
