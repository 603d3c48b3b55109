package io.lamplink.common.history;

import java.util.List;

/**
 * Entries that follow each other. Immutable.
 *
 * @param entries oldest first
 * @param moreBefore whether there are older ones
 * @param moreAfter whether there are newer ones
 */
public record HistoryPage(List<HistoryEntry> entries, boolean moreBefore, boolean moreAfter) {
    /** Nothing. */
    public static final HistoryPage EMPTY = new HistoryPage(List.of(), false, false);

    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
