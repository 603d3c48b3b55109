package io.lamplink.common.ui.control;

import io.lamplink.common.ui.control.FlatText.Range;
import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is selected in the log, as plain text. */
final class SelectedLines {

    private SelectedLines() {}

    /** A line and what is selected of it. */
    private record Part(ChatEntry line, String text) {}

    /**
     * Of one line what is selected; of several lines each with who said it and when.
     *
     * @param shown the text of a line as far as it is shown; null where that is not one text
     */
    static String copy(
            List<ChatEntry> lines, LogSelection selection, Function<ChatEntry, @Nullable String> shown, Texts texts) {
        List<Part> parts = new ArrayList<>();
        int last = Math.min(selection.lastLine(), lines.size() - 1);
        for (int i = selection.firstLine(); i <= last; i++) {
            String text = part(lines.get(i), selection.in(i), shown, texts);
            if (!text.isEmpty()) {
                parts.add(new Part(lines.get(i), text));
            }
        }
        if (parts.size() == 1) {
            return parts.getFirst().text();
        }
        StringBuilder written = new StringBuilder();
        for (Part part : parts) {
            written.append(written.isEmpty() ? "" : "\n").append(ChatLines.written(part.line(), part.text(), texts));
        }
        return written.toString();
    }

    /** A message that is selected to its end is copied with what is too long to be shown. */
    private static String part(ChatEntry line, Range range, Function<ChatEntry, @Nullable String> shown, Texts texts) {
        if (range.isEmpty()) {
            return "";
        }
        if (range.from() == 0 && range.to() == LogSelection.END) {
            return ChatLines.text(line, texts);
        }
        String text = shown.apply(line);
        if (text == null) {
            return ChatLines.text(line, texts);
        }
        FlatText flat = FlatText.of(text);
        boolean whole = range.from() == 0 && range.to() >= flat.length();
        return whole ? ChatLines.text(line, texts) : flat.between(range.from(), range.to());
    }
}
