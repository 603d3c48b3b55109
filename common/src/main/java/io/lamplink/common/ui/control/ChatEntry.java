package io.lamplink.common.ui.control;

import io.lamplink.common.host.HostInfo;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the chat log. Immutable; texts of peers are as they came, the log makes them safe to look at. */
public sealed interface ChatEntry {

    /** Names the line; that of a message is the message's own. */
    UUID id();

    /** What is known of this computer. */
    record ThisComputer(UUID id, HostInfo host) implements ChatEntry {}

    /**
     * Something that the program has to say.
     *
     * @param picture names the transfer of a file that is shown small beneath; null for most
     */
    record Notice(
            UUID id,
            Instant time,
            Phrase phrase,
            Tone tone,
            @Nullable UUID picture) implements ChatEntry {

        /** Something that is said in words alone. */
        public Notice(UUID id, Instant time, Phrase phrase, Tone tone) {
            this(id, time, phrase, tone, null);
        }
    }

    /**
     * A message of this side.
     *
     * @param to whom it went to; empty for everyone
     * @param recipients how many peers it went to
     * @param delivered how many of them have it
     * @param failed how many of them could not be reached
     * @param waiting how many of them are away, and get it when they are back
     * @param missing which peers an earlier run knew not to have it, by their identities
     */
    record Own(
            UUID id,
            Instant time,
            String text,
            List<String> to,
            int recipients,
            int delivered,
            int failed,
            int waiting,
            Set<UUID> missing)
            implements ChatEntry {
        public Own {
            to = List.copyOf(to);
            missing = Set.copyOf(missing);
        }

        /** A message of this run. */
        public Own(
                UUID id,
                Instant time,
                String text,
                List<String> to,
                int recipients,
                int delivered,
                int failed,
                int waiting) {
            this(id, time, text, to, recipients, delivered, failed, waiting, Set.of());
        }

        /** A message that waits for nobody. */
        public Own(UUID id, Instant time, String text, List<String> to, int recipients, int delivered, int failed) {
            this(id, time, text, to, recipients, delivered, failed, 0);
        }

        /** How far it has come. */
        public Delivery delivery() {
            if (failed > 0) {
                return Delivery.FAILED;
            }
            if (waiting > 0) {
                return Delivery.WAITING;
            }
            return recipients > 0 && delivered >= recipients ? Delivery.DELIVERED : Delivery.SENT;
        }

        /** The same, known by some peers more. */
        public Own deliveredToMore(int peers) {
            return with(delivered + peers, failed, waiting);
        }

        /** The same, with one peer more that could not be reached. */
        public Own failedForOneMore() {
            return with(delivered, failed + 1, waiting);
        }

        /** The same, waiting for one peer more, or for one less. */
        public Own waitingFor(boolean oneMore) {
            return with(delivered, failed, Math.max(0, waiting + (oneMore ? 1 : -1)));
        }

        /** The same, on its way once more to some that could not be reached, or that it has waited for since an earlier run. */
        public Own sentAgainTo(int peers) {
            int reached = Math.min(failed, peers);
            return with(delivered, failed - reached, Math.max(0, waiting - (peers - reached)));
        }

        private Own with(int nowDelivered, int nowFailed, int nowWaiting) {
            return new Own(id, time, text, to, recipients, nowDelivered, nowFailed, nowWaiting, missing);
        }
    }

    /**
     * A message of a peer.
     *
     * @param member whether its author is one of many in the room, told apart by a colour
     * @param direct whether it was written to this side alone
     */
    record Theirs(UUID id, Instant time, String author, String text, boolean member, boolean direct)
            implements ChatEntry {

        /** A message to everyone of the one who is at the other side. */
        public Theirs(UUID id, Instant time, String author, String text) {
            this(id, time, author, text, false, false);
        }
    }

    /** Parts what was said before from what follows. */
    record Divider(UUID id, Phrase phrase) implements ChatEntry {}

    /** What kind of news a notice is. */
    enum Tone {
        /** It just happened. */
        PLAIN,
        /** Something went wrong. */
        ERROR
    }

    /** How far a message has come. */
    enum Delivery {
        /** Somebody is away, and it goes out when they are back. */
        WAITING,
        /** On its way. */
        SENT,
        /** Every recipient's program has it. */
        DELIVERED,
        /** Somebody could not be reached. */
        FAILED
    }
}
