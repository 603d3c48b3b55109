package io.lamplink.common.ui.window;

import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryWords;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** How an export is told: in the language and the zone that the window had when it began. */
final class ExportWords implements HistoryWords {
    private final Texts texts;

    /** The words of {@code texts} at this moment. */
    ExportWords(Texts texts) {
        this.texts = texts.now();
    }

    @Override
    public String title() {
        return texts.get("history.export.title");
    }

    @Override
    public Locale locale() {
        return texts.languageProperty().get().locale();
    }

    @Override
    public ZoneId zone() {
        return texts.zone();
    }

    @Override
    public String about(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Text text when text.own() -> own(text);
            case HistoryEntry.Text text
            when text.direct() -> texts.get("chat.message.direct", text.writer().name());
            case HistoryEntry.Text text -> text.writer().name();
            case HistoryEntry.Transfer transfer -> texts.get(HistoryEntries.phrase(transfer));
            case HistoryEntry.Visit visit -> texts.get(HistoryEntries.phrase(visit));
        };
    }

    private String own(HistoryEntry.Text text) {
        List<String> to = text.to();
        String who = to.isEmpty() ? texts.get("chat.line.own") : texts.get("history.export.own", String.join(", ", to));
        return text.failed() > 0 ? who + " (" + texts.get("chat.delivery.failed.short") + ")" : who;
    }
}
