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
        String detail) {

    /** Which way the bytes go. */
    public enum Direction {
        IN,
        OUT
    }

    /** The life of a transfer: each state can only be followed by a later one. */
    public enum State {
        /** The header is out and the receiver has not answered; or it waits for its turn. */
        OFFERED,
        /** Bytes are moving. */
        ACTIVE,
        /** All bytes are there, the digest is being compared. */
        VERIFYING,
        /** All bytes are there and nothing speaks against them. */
        COMPLETE,
        /** An incoming file that a person has saved. */
        SAVED,
        /** It ended before its time; {@link TransferSnapshot#failure()} says why. */
        FAILED
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
