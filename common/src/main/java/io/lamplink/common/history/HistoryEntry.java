package io.lamplink.common.history;

import io.lamplink.common.protocol.FailureReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened, as it is kept. Immutable; texts and names of peers are as they came, not made safe to show. */
public sealed interface HistoryEntry {

    /** The key of an entry that is not kept yet. */
    long NOT_KEPT = 0;

    /** Where it stands: later ones have larger keys, from 1 on; never used again, not even after clearing. */
    long key();

    /** Names it; a text's and a transfer's is the one by which the peers know it. */
    UUID id();

    /** When it happened; a text of a peer by the writer's clock. */
    Instant time();

    /**
     * Somebody at the other end.
     *
     * @param name what to call them; empty for nobody in particular
     * @param identity by which they are known again; null if they cannot say
     */
    record Party(String name, @Nullable UUID identity) {
        /** Nobody in particular. */
        public static final Party NOBODY = new Party("", null);
    }

    /**
     * A text.
     *
     * @param own whether this side wrote it
     * @param writer who else did; {@link Party#NOBODY} if this side
     * @param to the names of the chosen ones it went to; empty for everyone
     * @param member whether its writer is one of many in the room
     * @param direct whether it was written to this side, not to everyone
     * @param recipients how many peers a text of this side went to
     * @param delivered how many of them are known to have it
     * @param failed how many of them could not be reached
     * @param missing which peers are known not to have it, as far as they can be known again
     */
    record Text(
            long key,
            UUID id,
            Instant time,
            boolean own,
            Party writer,
            List<String> to,
            String text,
            boolean member,
            boolean direct,
            int recipients,
            int delivered,
            int failed,
            List<Missing> missing)
            implements HistoryEntry {

        /**
         * A peer that does not have a text.
         *
         * @param identity by which it is known again
         * @param waiting whether the text goes out by itself when the peer is there
         */
        public record Missing(UUID identity, boolean waiting) {}

        public Text {
            to = List.copyOf(to);
            missing = List.copyOf(missing);
        }

        /** A text that nobody is known to miss. */
        public Text(
                long key,
                UUID id,
                Instant time,
                boolean own,
                Party writer,
                List<String> to,
                String text,
                boolean member,
                boolean direct,
                int recipients,
                int delivered,
                int failed) {
            this(key, id, time, own, writer, to, text, member, direct, recipients, delivered, failed, List.of());
        }

        /** A text that this side has just sent to {@code recipients} peers. */
        public static Text said(UUID id, Instant time, String text, List<String> to, int recipients) {
            return new Text(NOT_KEPT, id, time, true, Party.NOBODY, to, text, false, false, recipients, 0, 0);
        }

        /** A text that has just come. */
        public static Text heard(UUID id, Instant time, String text, Party writer, boolean member, boolean direct) {
            return new Text(NOT_KEPT, id, time, false, writer, List.of(), text, member, direct, 0, 0, 0);
        }
    }

    /**
     * A file or a folder.
     *
     * @param own whether this side sent it
     * @param peer the other side
     * @param batch the same for all that one command sent; null if there is no such
     * @param name a file name that is safe to show
     * @param size bytes in all
     * @param files how many files a folder has; {@link #ONE_FILE} for a file
     * @param failure why it failed; null unless it did
     * @param path where it came from or was saved; null if neither is known
     */
    record Transfer(
            long key,
            UUID id,
            Instant time,
            boolean own,
            Party peer,
            @Nullable UUID batch,
            String name,
            long size,
            int files,
            Outcome outcome,
            @Nullable FailureReason failure,
            @Nullable String path)
            implements HistoryEntry {
        /** Not a folder. */
        public static final int ONE_FILE = -1;
    }

    /** How far a transfer came. */
    enum Outcome {
        /** It had not ended when it was last heard of. */
        UNDER_WAY,
        /** All of it is there. */
        COMPLETE,
        /** A person saved it. */
        SAVED,
        /** It ended before its time. */
        FAILED
    }

    /** Somebody came or went. */
    record Visit(long key, UUID id, Instant time, Party who, Turn turn) implements HistoryEntry {}

    /** Which way. */
    enum Turn {
        /** A link with a peer began. */
        PEER_CAME,
        /** It ended because somebody wanted it so. */
        PEER_WENT,
        /** It was lost. */
        PEER_LOST,
        /** Another client came into the room that this one visits. */
        MEMBER_CAME,
        /** One left it. */
        MEMBER_WENT
    }
}
