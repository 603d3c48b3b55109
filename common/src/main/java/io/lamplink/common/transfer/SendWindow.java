package io.lamplink.common.transfer;

import java.time.Duration;

/**
 * How many file bytes of one link may be on their way, sent and not yet acknowledged, all its transfers together. It
 * bounds the memory of both sides, because the receiver acknowledges what it has written, and it is the only thing that
 * does: a socket library's queue has no bound.
 *
 * <p>The window follows the delay, as TCP Vegas and LEDBAT (RFC 6817) do: what the quickest acknowledgement of a round
 * trip takes beyond the shortest one ever seen is time that bytes spend in queues, be they sockets, routers or the
 * receiver's disk. Below the target the window grows, above it shrinks. So a fast link is filled, and a chat text never
 * waits much longer than the target behind file data.
 *
 * <p>Times are in nanoseconds from any start. Confined to one lane.
 */
final class SendWindow {
    /** The least window: fewer than two chunks would leave the wire idle while an acknowledgement travels. */
    static final long MIN_BYTES = 32 * 1024;

    /** The most: a link of 1 Gbit/s with a round trip of 100 ms holds as much. */
    static final long MAX_BYTES = 16L * 1024 * 1024;

    /** The least chunk; smaller ones cost more in headers than they gain in delay. */
    static final int MIN_CHUNK = 16 * 1024;

    /** The queueing delay that is aimed at is the link's own delay, within these limits. */
    static final long MIN_TARGET = Duration.ofMillis(6).toNanos();

    static final long MAX_TARGET = Duration.ofMillis(25).toNanos();

    private static final long START_BYTES = 256 * 1024;

    /** How many chunks make a window, so that acknowledgements come evenly. */
    private static final int CHUNKS = 8;

    /** So many round trips with the least window and still too late: then it is the link that has become slower. */
    private static final int ROUNDS_TO_BELIEVE = 16;

    private static final double GROWTH = 1.25;
    private static final double SHRINKING = 0.5;
    private static final long SHORTEST_ROUND = Duration.ofMillis(1).toNanos();

    private final int largestChunk;
    private final long least;
    private long bytes;
    private long out;
    private boolean starting = true;
    private boolean used;
    private long shortest = Long.MAX_VALUE;
    private long quickest = Long.MAX_VALUE;
    private long roundEndsAt = Long.MIN_VALUE;
    private int slowRounds;

    /** A window for chunks of at most {@code largestChunk} bytes. */
    SendWindow(int largestChunk) {
        this.largestChunk = largestChunk;
        this.least = Math.min(MIN_BYTES, 2L * largestChunk);
        this.bytes = Math.min(START_BYTES, (long) CHUNKS * largestChunk);
    }

    /** How many bytes the next chunk should have: less on a slow link, so that others get their turn. */
    int chunkBytes() {
        long even = Long.highestOneBit(bytes / CHUNKS);
        return Math.clamp(even, Math.min(MIN_CHUNK, largestChunk), largestChunk);
    }

    /** Whether {@code length} more bytes may leave. */
    boolean takes(int length) {
        boolean room = out == 0 || out + length <= bytes;
        used |= !room;
        return room;
    }

    /** The window now, in bytes. */
    long bytes() {
        return bytes;
    }

    /** {@code length} bytes are about to leave; they count from now on. */
    void reserve(long length) {
        out += length;
    }

    /** {@code length} reserved bytes do not count any more, because nobody will acknowledge them. */
    void release(long length) {
        out -= length;
    }

    /** {@code length} reserved bytes have been acknowledged, {@code delay} after the last of them left. */
    void acknowledged(long length, long delay, long now) {
        out -= length;
        shortest = Math.min(shortest, delay);
        quickest = Math.min(quickest, delay);
        if (roundEndsAt == Long.MIN_VALUE) {
            roundEndsAt = now + delay;
        } else if (now - roundEndsAt >= 0) {
            adapt(quickest);
            roundEndsAt = now + Math.max(SHORTEST_ROUND, quickest);
            quickest = Long.MAX_VALUE;
            used = false;
        }
    }

    private void adapt(long delay) {
        long target = Math.clamp(shortest, MIN_TARGET, MAX_TARGET);
        double fit = (double) (shortest + target) / Math.max(1, delay);
        if (delay > shortest + target) {
            starting = false;
            bytes = Math.max(least, (long) (bytes * Math.max(SHRINKING, fit)));
            believe(delay);
        } else {
            slowRounds = 0;
            grow(delay - shortest > target / 2, fit);
        }
    }

    /** Only a window that was used up says anything about a larger one. */
    private void grow(boolean nearTarget, double fit) {
        starting &= !nearTarget;
        if (used) {
            double growth = starting ? 2 : Math.min(GROWTH, fit);
            bytes = Math.min(MAX_BYTES, (long) (bytes * growth));
        }
    }

    private void believe(long delay) {
        slowRounds = bytes == least ? slowRounds + 1 : 0;
        if (slowRounds > ROUNDS_TO_BELIEVE) {
            shortest = delay;
            slowRounds = 0;
        }
    }
}
