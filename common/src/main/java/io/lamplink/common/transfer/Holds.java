package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.TransferSnapshot.Pause;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds one transfer up: a person or a disk on this side, of which the peer is told, and whatever the peer tells.
 * Confined to the link's home lane.
 */
final class Holds {
    private record Cause(FailureReason reason, String detail) {}

    private static final Cause PERSON = new Cause(FailureReason.PAUSED, "");

    private final TransferLink link;
    private final UUID id;
    private boolean person;
    private @Nullable Cause trouble;
    private @Nullable Cause theirs;
    private @Nullable Cause told;

    Holds(TransferLink link, UUID id) {
        this.link = link;
        this.id = id;
    }

    boolean any() {
        return person || trouble != null || theirs != null;
    }

    /** Whether this side holds it up. */
    boolean ours() {
        return person || trouble != null;
    }

    /** Whether something other than a person on this side is in the way. */
    boolean troubled() {
        return trouble != null;
    }

    /** A person on this side pressed Pause, or Resume. */
    void person(boolean pauses) {
        person(pauses, true);
    }

    /** The same; a peer that does not know of the transfer yet is not told. */
    void person(boolean pauses, boolean tells) {
        person = pauses;
        if (tells) {
            tellPeer();
        }
    }

    /** Something on this side is in the way. */
    void trouble(FailureReason reason, String detail) {
        trouble = new Cause(reason, detail);
        tellPeer();
    }

    /** Nothing is in the way any more. */
    void mended() {
        trouble = null;
        tellPeer();
    }

    /** The peer holds it up, or with null lets it go on. */
    void theirs(@Nullable FailureReason reason, String detail) {
        theirs = reason == null ? null : new Cause(reason, detail);
    }

    /** What to show; null if nothing holds it up. */
    @Nullable
    Pause pause() {
        Cause cause = ours() ? cause() : theirs;
        return cause == null ? null : new Pause(ours(), theirs != null, cause.reason(), cause.detail());
    }

    private @Nullable Cause cause() {
        return person ? PERSON : trouble;
    }

    private void tellPeer() {
        Cause now = cause();
        if (now != null && !now.equals(told)) {
            link.send(new Message.FilePause(id, now.reason(), now.detail()));
        } else if (now == null && told != null) {
            link.send(new Message.FileResume(id));
        }
        told = now;
    }
}
