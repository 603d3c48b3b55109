package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file under way, as a card shows it. Immutable.
 *
 * @param id names the transfer
 * @param incoming whether it comes to us
 * @param name the file's name, safe to show
 * @param size bytes in all
 * @param progress 0 to 1
 * @param stage where it stands
 * @param peer the other side's name
 * @param speed bytes a second over the last moments; 0 while unknown
 * @param timeLeft how long it will take, or null while unknown
 * @param proof whether what arrived was compared with what was sent
 * @param failure why it failed, or null
 * @param openable whether it can be opened without danger
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
        @Nullable Duration timeLeft,
        Proof proof,
        @Nullable Phrase failure,
        boolean openable) {

    /** Where a transfer stands. */
    public enum Stage {
        /** It waits for the other side or for its turn. */
        WAITING,
        /** Bytes are moving. */
        MOVING,
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

    /** Whether it waits to be saved. */
    public boolean downloadable() {
        return incoming && stage == Stage.COMPLETE;
    }
}
