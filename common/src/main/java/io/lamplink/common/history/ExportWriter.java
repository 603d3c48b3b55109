package io.lamplink.common.history;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/** Writes entries in one form, oldest first. */
interface ExportWriter {

    /** What comes before the entries. */
    void begin() throws IOException;

    /** The next entry. */
    void write(HistoryEntry entry) throws IOException;

    /** What comes after them; leaves closing to others. */
    void end() throws IOException;

    /**
     * A writer of {@code format} on {@code out}.
     *
     * @param now the time of the export
     */
    static ExportWriter of(HistoryFormat format, Writer out, HistoryWords words, Instant now) throws IOException {
        return switch (format) {
            case TEXT -> new TextExport(out, words);
            case HTML -> new HtmlExport(out, words);
            case JSON -> new JsonExport(out, now);
        };
    }
}
