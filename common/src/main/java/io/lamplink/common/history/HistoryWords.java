package io.lamplink.common.history;

import java.time.ZoneId;
import java.util.Locale;

/** How a history is told to a person. Called on a thread of the history. */
public interface HistoryWords {

    /** What it is called. */
    String title();

    /** In which language it is told. */
    Locale locale();

    /** In which zone days begin. */
    ZoneId zone();

    /** Who wrote a text, to whom, and what became of it; for any other entry, all that is to say. Not made safe to show. */
    String about(HistoryEntry entry);
}
