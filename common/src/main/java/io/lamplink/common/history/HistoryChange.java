package io.lamplink.common.history;

import java.util.UUID;

/** Something to be written. */
sealed interface HistoryChange {

    /** About how many characters wait in memory with it. */
    default int characters() {
        return 64;
    }

    /** Something happened, or a transfer that is kept already went on. */
    record Happened(HistoryEntry entry) implements HistoryChange {
        @Override
        public int characters() {
            return switch (entry) {
                case HistoryEntry.Text text ->
                    256 + text.text().length() + 64 * text.to().size();
                case HistoryEntry.Transfer transfer -> 512 + transfer.name().length();
                case HistoryEntry.Visit _ -> 256;
            };
        }
    }

    /** More peers have a text of this side. */
    record Delivered(UUID text, int more) implements HistoryChange {}

    /** One peer more could not be reached by a text of this side. */
    record Failed(UUID text) implements HistoryChange {}

    /** It is known of a peer whether it has a text of this side, or will get it. */
    record Missing(UUID text, UUID identity, MissingTexts.Fate fate) implements HistoryChange {}

    /** A text of this side goes out once more to peers that could not be reached. */
    record SentAgain(UUID text, int peers) implements HistoryChange {}
}
