package io.lamplink.common.transfer;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one transfer stands at one moment. Immutable.
 *
 * @param id names the transfer on both sides
 * @param direction as seen from this side
 * @param name a file name that is safe to show and to save under
 * @param size bytes in all, 0 or more
 * @param transferred bytes that the receiver has written, 0 to {@code size}
 * @param state where it stands
 * @param active how long bytes have been moving, for speed and time left
 * @param sha256 digest of the whole file once known
 * @param verified whether both sides have compared the digest; a Qt peer cannot
 * @param file the source of an outgoing file; of an incoming one that is complete, the spool file or, once saved, where
 *     it was saved
 * @param failure why it failed or was cancelled
 * @param detail a sentence that goes with the failure, possibly empty
 * @param pause who holds it up and why, while {@code state} is {@link State#PAUSED}; else null
 * @param contents what is in it if it is a folder, null for a file. {@code size} and {@code transferred} are sums then
 */
public record TransferSnapshot(
        UUID id,
        Direction direction,
        String name,
        long size,
        long transferred,
        State state,
        Duration active,
        @Nullable Sha256 sha256,
        boolean verified,
        @Nullable Path file,
        @Nullable FailureReason failure,
        String detail,
        @Nullable Pause pause,
        @Nullable FolderContents contents) {

    /** A file that is not held up. */
    public TransferSnapshot(
            UUID id,
            Direction direction,
            String name,
            long size,
            long transferred,
            State state,
            Duration active,
            @Nullable Sha256 sha256,
            boolean verified,
            @Nullable Path file,
            @Nullable FailureReason failure,
            String detail) {
        this(
                id,
                direction,
                name,
                size,
                transferred,
                state,
                active,
                sha256,
                verified,
                file,
                failure,
                detail,
                null,
                null);
    }

    /**
     * Why nothing moves for the time being; it goes on without loss when the cause has gone.
     *
     * @param byUs whether something on this side holds it up
     * @param byPeer whether something on the peer's side does
     * @param reason {@link FailureReason#PAUSED} if a person pressed Pause, {@link FailureReason#CHECKING} while what the
     *     receiver has already is being compared, {@link FailureReason#LINK_LOST} until the peer is back, or what is wrong
     *     with a disk; with both sides, the reason of this one
     * @param detail a sentence that goes with it, possibly empty
     */
    public record Pause(boolean byUs, boolean byPeer, FailureReason reason, String detail) {

        /** Whether {@code resume} on this side would take a cause away. */
        public boolean canResume() {
            return byUs && reason == FailureReason.PAUSED;
        }
    }

    /**
     * How many files of a folder are there.
     *
     * @param files all of them, 0 or more
     * @param done those that have arrived whole
     * @param missing those that will not come, because they could not be read or were cancelled
     */
    public record FolderContents(int files, int done, int missing) {}

    /** Which way the bytes go. */
    public enum Direction {
        IN,
        OUT
    }

    /** The life of a transfer: only {@link #ACTIVE} and {@link #PAUSED} can be followed by an earlier one. */
    public enum State {
        /** The header is out and the receiver has not answered; or it waits for its turn. */
        OFFERED,
        /** Bytes are moving. */
        ACTIVE,
        /** Nothing moves for the time being; {@link TransferSnapshot#pause()} says why. */
        PAUSED,
        /** All bytes are there, the digest is being compared. */
        VERIFYING,
        /** All bytes are there and nothing speaks against them. */
        COMPLETE,
        /** An incoming file that a person has saved. */
        SAVED,
        /** It ended before its time; {@link TransferSnapshot#failure()} says why. */
        FAILED
    }

    /** Whether it waits for its peer to come back. */
    public boolean waitsForPeer() {
        return pause != null && pause.reason() == FailureReason.LINK_LOST;
    }

    /** The same, ended before its time while nobody was there to hear of it. */
    public TransferSnapshot ended(FailureReason reason) {
        return new TransferSnapshot(
                id,
                direction,
                name,
                size,
                transferred,
                State.FAILED,
                active,
                sha256,
                verified,
                file,
                reason,
                "",
                null,
                contents);
    }

    /** The same, saved at {@code target}. */
    public TransferSnapshot savedAt(Path target) {
        return new TransferSnapshot(
                id,
                direction,
                name,
                size,
                transferred,
                State.SAVED,
                active,
                sha256,
                verified,
                target,
                null,
                "",
                null,
                contents);
    }

    /** Whether nothing will change any more without a person. */
    public boolean ended() {
        return state == State.COMPLETE || state == State.SAVED || state == State.FAILED;
    }

    /** 0 to 1; an empty file counts as whole once it is complete. */
    public double progress() {
        if (size == 0) {
            return state.compareTo(State.COMPLETE) >= 0 && state != State.FAILED ? 1 : 0;
        }
        return (double) transferred / size;
    }
}
