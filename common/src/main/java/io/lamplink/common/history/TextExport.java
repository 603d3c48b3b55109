package io.lamplink.common.history;

import io.lamplink.common.transfer.SafeText;
import java.io.IOException;
import java.io.Writer;

/** A history as lines to read. */
final class TextExport implements ExportWriter {
    private static final String INDENT = "       ";

    private final Writer out;
    private final HistoryWords words;
    private final ExportDates dates;

    TextExport(Writer out, HistoryWords words) {
        this.out = out;
        this.words = words;
        this.dates = new ExportDates(words);
    }

    @Override
    public void begin() throws IOException {
        line(SafeText.line(words.title()));
    }

    @Override
    public void write(HistoryEntry entry) throws IOException {
        String day = dates.newDay(entry.time()).orElse("");
        if (!day.isEmpty()) {
            line("");
            line("== " + day + " ==");
        }
        String about = SafeText.line(words.about(entry));
        String said = entry instanceof HistoryEntry.Text text
                ? ": " + SafeText.lines(text.text()).replace("\n", System.lineSeparator() + INDENT)
                : "";
        String star = said.isEmpty() ? "* " : "";
        line(dates.time(entry.time()) + "  " + star + about + said);
    }

    @Override
    public void end() {}

    private void line(String text) throws IOException {
        out.write(text);
        out.write(System.lineSeparator());
    }
}
