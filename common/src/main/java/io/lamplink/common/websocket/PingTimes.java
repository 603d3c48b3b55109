package io.lamplink.common.websocket;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Remembers when pings left, so that each pong tells its own delay. A ping carries eight random bytes: a pong nobody asked
 * for, or one sent ahead, measures nothing. Any thread may call any method.
 */
final class PingTimes {
    /** A peer that never answers costs no more than this many pings. */
    private static final int KEPT = 16;

    private final RandomGenerator random;
    private final Map<Long, Long> sentAt = new LinkedHashMap<>();

    PingTimes(RandomGenerator random) {
        this.random = random;
    }

    /** The payload of a ping that leaves at {@code now}, in nanoseconds. */
    synchronized ByteBuffer next(long now) {
        long nonce = random.nextLong();
        sentAt.put(nonce, now);
        if (sentAt.size() > KEPT) {
            sentAt.remove(sentAt.keySet().iterator().next());
        }
        return ByteBuffer.allocate(Long.BYTES).putLong(nonce).flip();
    }

    /** Nanoseconds from the ping to its pong; empty if no such ping is open. */
    synchronized OptionalLong answered(ByteBuffer payload, long now) {
        if (payload.remaining() != Long.BYTES) {
            return OptionalLong.empty();
        }
        Long at = sentAt.remove(payload.getLong(payload.position()));
        return at == null ? OptionalLong.empty() : OptionalLong.of(now - at);
    }
}
