package io.lamplink.common.ui.window;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot.Pause;
import io.lamplink.common.ui.control.TransferItem.Cause;
import io.lamplink.common.ui.theme.Phrase;

/** Says why a transfer is held up, and what makes it go on. */
final class PauseSentences {

    private PauseSentences() {}

    static Cause cause(Pause pause) {
        if (pause.canResume()) {
            return Cause.HERE;
        }
        FailureReason reason = pause.reason();
        if (reason == FailureReason.CHECKING) {
            return Cause.COMPARING;
        }
        if (reason == FailureReason.LINK_LOST) {
            return Cause.AWAY;
        }
        return reason == FailureReason.PAUSED ? Cause.THERE : Cause.TROUBLE;
    }

    static Phrase sentence(Pause pause, String peer) {
        FailureReason reason = pause.reason();
        return switch (reason) {
            case PAUSED -> paused(pause, peer);
            case CHECKING -> Phrase.of("transfer.hold.comparing");
            case LINK_LOST -> Phrase.of("transfer.hold.away", peer);
            case DISK_FULL ->
                pause.byUs()
                        ? Phrase.of("transfer.hold.disk-full.here")
                        : Phrase.of("transfer.hold.disk-full.there", peer);
            case DISK_ERROR ->
                pause.byUs()
                        ? Phrase.of("transfer.hold.disk-error.here")
                        : Phrase.of("transfer.hold.disk-error.there", peer);
            case SOURCE_UNREADABLE ->
                pause.byUs()
                        ? Phrase.of("transfer.hold.unreadable.here")
                        : Phrase.of("transfer.hold.unreadable.there", peer);
            case CANCELLED,
                    DECLINED,
                    NOT_SUPPORTED,
                    BUSY,
                    SOURCE_CHANGED,
                    DIGEST_MISMATCH,
                    OUT_OF_ORDER,
                    BEYOND_SIZE,
                    BAD_MESSAGE,
                    UNKNOWN_TRANSFER,
                    REPLACED,
                    STALLED,
                    OTHER -> Phrase.of("transfer.hold.other", Sentences.of(reason));
        };
    }

    private static Phrase paused(Pause pause, String peer) {
        if (!pause.byUs()) {
            return Phrase.of("transfer.hold.there", peer);
        }
        return pause.byPeer() ? Phrase.of("transfer.hold.both", peer) : Phrase.of("transfer.hold.here");
    }
}
