package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a transfer card says. */
final class TransferWords {

    private TransferWords() {}

    /** How much it is, and from or to whom. */
    static Phrase about(TransferItem item) {
        TransferItem.Crowd crowd = item.crowd();
        if (crowd != null) {
            return about(item, crowd);
        }
        String key = item.incoming() ? "transfer.about.in" : "transfer.about.out";
        return Phrase.of(key, amount(item, item.contents()), item.peer());
    }

    private static Phrase about(TransferItem item, TransferItem.Crowd crowd) {
        return Phrase.of("transfer.about.crowd", amount(item, item.contents()), crowd.all());
    }

    private static Object amount(TransferItem item, @Nullable FolderContents contents) {
        Amount size = new Amount.Bytes(item.size());
        if (contents == null) {
            return size;
        }
        return contents.done() == contents.files()
                ? Phrase.of("transfer.folder.whole", contents.files(), size)
                : Phrase.of("transfer.folder.part", contents.done(), contents.files(), size);
    }

    /** What is not in the folder though it should be, or null. */
    static @Nullable Phrase missing(TransferItem item) {
        FolderContents contents = item.contents();
        return contents == null || contents.missing() == 0
                ? null
                : Phrase.of("transfer.folder.missing", contents.missing());
    }

    /** Where it stands. */
    static Phrase state(TransferItem item) {
        TransferItem.Crowd crowd = item.crowd();
        return crowd == null ? stage(item) : crowd(item, crowd);
    }

    private static Phrase crowd(TransferItem item, TransferItem.Crowd crowd) {
        if (!item.stage().ended()) {
            return Phrase.of(
                    "transfer.crowd.moving",
                    crowd.have(),
                    crowd.all(),
                    new Amount.Bytes(crowd.moved()),
                    new Amount.Bytes(crowd.total()),
                    stage(item));
        }
        if (crowd.failed() > 0) {
            return Phrase.of("transfer.crowd.some", crowd.have(), crowd.all());
        }
        return Phrase.of(
                item.proof() == TransferItem.Proof.VERIFIED ? "transfer.crowd.all.verified" : "transfer.crowd.all",
                crowd.all());
    }

    /** The same in few words, for a row that says whose it is. */
    static Phrase brief(TransferItem item) {
        if (item.stage() != TransferItem.Stage.MOVING) {
            TransferItem.Hold hold = item.stage() == TransferItem.Stage.PAUSED ? item.hold() : null;
            return hold == null ? stage(item) : brief(hold);
        }
        Phrase percent = Phrase.of("client.receiving.percent", (int) (item.progress() * 100));
        Duration left = item.timeLeft();
        return left == null ? percent : Phrase.of("transfer.receiver.moving", percent, new Amount.Span(left));
    }

    private static Phrase brief(TransferItem.Hold hold) {
        return switch (hold.cause()) {
            case AWAY -> Phrase.of("transfer.receiver.away");
            case THERE -> Phrase.of("transfer.receiver.paused");
            case HERE, COMPARING, TROUBLE -> hold.sentence();
        };
    }

    private static Phrase stage(TransferItem item) {
        return switch (item.stage()) {
            case WAITING -> Phrase.of("transfer.state.waiting");
            case MOVING -> moving(item, item.timeLeft());
            case PAUSED -> paused(item.hold());
            case CHECKING -> Phrase.of("transfer.state.checking");
            case COMPLETE -> item.incoming() ? arrived(item) : sent(item);
            case SAVING -> Phrase.of("transfer.state.saving");
            case SAVED -> Phrase.of("transfer.state.saved");
            case FAILED -> failed(item.failure());
        };
    }

    private static Phrase moving(TransferItem item, @Nullable Duration left) {
        if (item.speed() <= 0) {
            return Phrase.of("transfer.state.starting");
        }
        Amount.Speed now = new Amount.Speed(item.speed());
        Object speed =
                item.limit() == 0 ? now : Phrase.of("transfer.state.limited", now, new Amount.Speed(item.limit()));
        return left == null
                ? Phrase.of("transfer.state.speed", speed)
                : Phrase.of("transfer.state.moving", speed, new Amount.Span(left));
    }

    private static Phrase paused(TransferItem.@Nullable Hold hold) {
        return hold == null ? Phrase.of("transfer.hold.here") : hold.sentence();
    }

    private static Phrase arrived(TransferItem item) {
        return switch (item.proof()) {
            case VERIFIED -> Phrase.of("transfer.state.arrived.verified");
            case NOT_POSSIBLE -> Phrase.of("transfer.state.arrived.unverifiable");
            case NONE -> Phrase.of("transfer.state.arrived");
        };
    }

    private static Phrase sent(TransferItem item) {
        return switch (item.proof()) {
            case VERIFIED -> Phrase.of("transfer.state.sent.verified");
            case NOT_POSSIBLE -> Phrase.of("transfer.state.sent.unverifiable");
            case NONE -> Phrase.of("transfer.state.sent");
        };
    }

    private static Phrase failed(@Nullable Phrase failure) {
        Phrase why = failure == null ? Phrase.of("transfer.failure.other") : failure;
        return Phrase.of("transfer.state.failed", why);
    }
}
