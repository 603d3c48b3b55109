package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file or a folder under way, as a card shows it. Immutable.
 *
 * @param id names the transfer
 * @param incoming whether it comes to us
 * @param name the file's or folder's name, safe to show
 * @param size bytes in all
 * @param progress 0 to 1
 * @param stage where it stands
 * @param peer the other side's name
 * @param speed bytes a second over the last moments; 0 while unknown
 * @param limit the most bytes a second that it and all else that is sent may take together; 0 without a limit
 * @param timeLeft how long it will take, or null while unknown
 * @param proof whether what arrived was compared with what was sent
 * @param failure why it failed, or null
 * @param openable whether it can be opened without danger
 * @param hold what holds it up, while {@code stage} is {@link Stage#PAUSED}; else null
 * @param contents how many files are in it if it is a folder, null for a file
 * @param crowd how it stands with all who get it, if the card stands for several; else null
 */
public record TransferItem(
        UUID id,
        boolean incoming,
        String name,
        long size,
        double progress,
        Stage stage,
        String peer,
        double speed,
        long limit,
        @Nullable Duration timeLeft,
        Proof proof,
        @Nullable Phrase failure,
        boolean openable,
        @Nullable Hold hold,
        @Nullable FolderContents contents,
        @Nullable Crowd crowd) {

    /** A transfer with one peer. */
    public TransferItem(
            UUID id,
            boolean incoming,
            String name,
            long size,
            double progress,
            Stage stage,
            String peer,
            double speed,
            long limit,
            @Nullable Duration timeLeft,
            Proof proof,
            @Nullable Phrase failure,
            boolean openable,
            @Nullable Hold hold,
            @Nullable FolderContents contents) {
        this(
                id, incoming, name, size, progress, stage, peer, speed, limit, timeLeft, proof, failure, openable, hold,
                contents, null);
    }

    /**
     * The receivers of one file.
     *
     * @param all how many, 2 or more
     * @param have how many have the whole of it
     * @param failed how many will not get it
     * @param moved bytes that have arrived at all of them together
     * @param total bytes for all of them together
     */
    public record Crowd(int all, int have, int failed, long moved, long total) {}

    /** Where a transfer stands. */
    public enum Stage {
        /** It waits for the other side or for its turn. */
        WAITING,
        /** Bytes are moving. */
        MOVING,
        /** Nothing moves for the time being; it goes on without loss. */
        PAUSED,
        /** The digest is being compared. */
        CHECKING,
        /** All is there. */
        COMPLETE,
        /** It is being saved. */
        SAVING,
        /** A person has saved it. */
        SAVED,
        /** It ended before its time. */
        FAILED;

        /** Whether nothing changes any more without a person. */
        public boolean ended() {
            return compareTo(COMPLETE) >= 0 && this != SAVING;
        }
    }

    /** What is known of the bytes that arrived. */
    public enum Proof {
        /** Nothing yet. */
        NONE,
        /** Both sides compared the digest. */
        VERIFIED,
        /** The peer's program can't compare. */
        NOT_POSSIBLE
    }

    /**
     * What holds a transfer up.
     *
     * @param cause what kind of thing it is
     * @param sentence says so, and what to do if something can be done
     */
    public record Hold(Cause cause, Phrase sentence) {}

    /** What kind of thing holds a transfer up. */
    public enum Cause {
        /** A person at this window, who can let it go on. */
        HERE,
        /** A person at the other side. */
        THERE,
        /** What is there already is being compared. */
        COMPARING,
        /** The peer is away. */
        AWAY,
        /** A disk or a file that has to be mended. */
        TROUBLE
    }

    /** Whether it waits to be saved. */
    public boolean downloadable() {
        return incoming && stage == Stage.COMPLETE;
    }

    /** Whether it is a folder. */
    public boolean folder() {
        return contents != null;
    }

    /** Whether Pause would hold it up. */
    public boolean pausable() {
        return stage == Stage.WAITING || stage == Stage.MOVING || heldUpBy(Cause.COMPARING);
    }

    /** Whether Cancel would end it. */
    public boolean cancellable() {
        return stage.compareTo(Stage.COMPLETE) < 0;
    }

    /** Whether Resume would let it go on, as far as this side is concerned. */
    public boolean resumable() {
        return heldUpBy(Cause.HERE);
    }

    private boolean heldUpBy(Cause cause) {
        return stage == Stage.PAUSED && hold != null && hold.cause() == cause;
    }
}
