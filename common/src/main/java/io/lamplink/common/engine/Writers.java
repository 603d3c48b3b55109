package io.lamplink.common.engine;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.SharedMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which clients of a room are told of as writing: few at a time and each not too often, so that a crowd that writes, or one
 * client that means no good, costs the others next to nothing. Times are in nanoseconds from any start. Not thread-safe.
 */
final class Writers {
    /** A peer with this word in its HELLO wants to hear who writes. */
    static final String CAPABILITY = "typing";

    /** So many are told of at a time; there is no need to know of more. */
    static final int MOST = 5;

    /** In a room of more nobody is told who writes: somebody always does. */
    static final int MOST_HEARERS = 200;

    /** The same one is told of once in this time. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Map<UUID, Told> told = new HashMap<>();

    private record Told(long at, boolean writes) {
        boolean isOver(long now) {
            Duration lasts = writes ? EngineEvent.WritingChanged.LASTS : AGAIN_AFTER;
            return now - at >= lasts.toNanos();
        }
    }

    /** Tells those of {@code hearers} who want to know, that {@code writer} writes or has ended; itself if that is empty. */
    static void tell(String writer, boolean on, Collection<PeerLink> hearers) {
        if (hearers.size() <= MOST_HEARERS) {
            SharedMessage shared = new SharedMessage(new Message.Typing(writer, on));
            hearers.stream()
                    .filter(link -> link.can(CAPABILITY))
                    .forEach(link -> link.session().hint(shared));
        }
    }

    /** A client writes; answers whether that is to be told. */
    boolean begin(UUID client, long now) {
        told.values().removeIf(one -> one.isOver(now));
        Told before = told.get(client);
        boolean due = before == null ? told.size() < MOST : now - before.at() >= AGAIN_AFTER.toNanos();
        if (due) {
            told.put(client, new Told(now, true));
        }
        return due;
    }

    /** It has ended; answers whether that is to be told. Its place stays taken for a moment. */
    boolean end(UUID client) {
        Told before = told.get(client);
        boolean writes = before != null && before.writes();
        if (before != null && writes) {
            told.put(client, new Told(before.at(), false));
        }
        return writes;
    }
}
