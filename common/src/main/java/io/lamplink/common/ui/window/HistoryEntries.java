package io.lamplink.common.ui.window;

import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import java.util.stream.Collectors;

/** What the log shows of entries of the history. */
final class HistoryEntries {

    private HistoryEntries() {}

    static ChatEntry entry(HistoryEntry kept) {
        return switch (kept) {
            case Text text
            when text.own() ->
                new ChatEntry.Own(
                        text.id(),
                        text.time(),
                        text.text(),
                        text.to(),
                        text.recipients(),
                        text.delivered(),
                        text.failed(),
                        (int) text.missing().stream()
                                .filter(Text.Missing::waiting)
                                .count(),
                        text.missing().stream().map(Text.Missing::identity).collect(Collectors.toUnmodifiableSet()));
            case Text text ->
                new ChatEntry.Theirs(
                        text.id(), text.time(), text.writer().name(), text.text(), text.member(), text.direct());
            case Transfer transfer ->
                new ChatEntry.Notice(transfer.id(), transfer.time(), phrase(transfer), tone(transfer));
            case Visit visit -> new ChatEntry.Notice(visit.id(), visit.time(), phrase(visit), ChatEntry.Tone.PLAIN);
        };
    }

    private static ChatEntry.Tone tone(Transfer transfer) {
        return transfer.outcome() == Outcome.FAILED ? ChatEntry.Tone.ERROR : ChatEntry.Tone.PLAIN;
    }

    /** A transfer in one sentence, by how far it came. */
    static Phrase phrase(Transfer transfer) {
        return switch (transfer.outcome()) {
            case UNDER_WAY ->
                Phrase.of(
                        begun(transfer),
                        transfer.name(),
                        contents(transfer),
                        transfer.peer().name());
            case COMPLETE, SAVED ->
                Phrase.of(done(transfer), transfer.name(), transfer.peer().name());
            case FAILED -> {
                FailureReason reason = transfer.failure();
                yield Phrase.of(
                        failed(transfer), transfer.name(), Sentences.of(reason == null ? FailureReason.OTHER : reason));
            }
        };
    }

    private static Object contents(Transfer transfer) {
        Amount size = new Amount.Bytes(transfer.size());
        return isFolder(transfer) ? Phrase.of("transfer.folder.whole", transfer.files(), size) : size;
    }

    private static String begun(Transfer transfer) {
        if (isFolder(transfer)) {
            return transfer.own() ? "log.folder.sending" : "log.folder.receiving";
        }
        return transfer.own() ? "log.file.sending" : "log.file.receiving";
    }

    private static String done(Transfer transfer) {
        if (isFolder(transfer)) {
            return transfer.own() ? "log.folder.sent" : "log.folder.received";
        }
        return transfer.own() ? "log.file.sent" : "log.file.received";
    }

    private static String failed(Transfer transfer) {
        if (isFolder(transfer)) {
            return transfer.own() ? "log.folder.send-failed" : "log.folder.receive-failed";
        }
        return transfer.own() ? "log.file.send-failed" : "log.file.receive-failed";
    }

    private static boolean isFolder(Transfer transfer) {
        return transfer.files() != Transfer.ONE_FILE;
    }

    static Phrase phrase(Visit visit) {
        String name = visit.who().name();
        return switch (visit.turn()) {
            case PEER_CAME -> Phrase.of("history.peer.came", name);
            case PEER_WENT -> Phrase.of("log.client.left", name);
            case PEER_LOST -> Phrase.of("log.client.lost", name);
            case MEMBER_CAME -> Phrase.of("log.member.joined", name);
            case MEMBER_WENT -> Phrase.of("log.member.left", name);
        };
    }
}
