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

    /** The most on a short link: what 1 GB/s holds in 8 ms, so that a slow disk behind it does not fill the memory. */
    static final long MAX_NEAR_BYTES = 8L * 1024 * 1024;

    private static final long NEAR = Duration.ofMillis(4).toNanos();

    /** The least chunk; smaller ones cost more in headers than they gain in delay. */
    static final int MIN_CHUNK = 16 * 1024;

    /**
     * The queueing delay that is aimed at is five eighths of the link's own, but no less than this, and no more than
     * {@link #MAX_TARGET} and a tenth of the link's own.
     */
    static final long MIN_TARGET = Duration.ofMillis(6).toNanos();

    static final long MAX_TARGET = Duration.ofMillis(25).toNanos();

    private static final long START_BYTES = 256 * 1024;

    /** How many chunks make a window, so that acknowledgements come evenly. */
    private static final int CHUNKS = 8;

    /** So many round trips with the least window and still too late: then it is the link that has become slower. */
    private static final int ROUNDS_TO_BELIEVE = 16;

    /** Fewer acknowledgements may be late because of a moment's work elsewhere. */
    private static final int ACKS_TO_BELIEVE = 4;

    private static final double GROWTH = 1.25;
    private static final double SHRINKING = 0.5;
    private static final long SHORTEST_ROUND = Duration.ofMillis(1).toNanos();

    private final int leastChunk;
    private final int largestChunk;
    private final long least;
    private long bytes;
    private long out;
    private boolean starting = true;
    private boolean used;
    private boolean usedBefore;
    private long shortest = Long.MAX_VALUE;
    private long quickest = Long.MAX_VALUE;
    private long roundEndsAt = Long.MIN_VALUE;
    private int slowRounds;
    private int acks;

    /** A window for chunks of at most {@code largestChunk} bytes. */
    SendWindow(int largestChunk) {
        this(Math.min(MIN_CHUNK, largestChunk), largestChunk);
    }

    /** A window for chunks of these sizes, in bytes. */
    SendWindow(int leastChunk, int largestChunk) {
        this.leastChunk = leastChunk;
        this.largestChunk = largestChunk;
        this.least = Math.min(MIN_BYTES, 2L * largestChunk);
        this.bytes = Math.min(START_BYTES, (long) CHUNKS * largestChunk);
    }

    /** How many bytes the next chunk should have: less on a slow link, so that others get their turn. */
    int chunkBytes() {
        long even = Long.highestOneBit(bytes / CHUNKS);
        return Math.clamp(even, leastChunk, largestChunk);
    }

    /** Whether {@code length} more bytes may leave. */
    boolean takes(int length) {
        boolean room = out == 0 || out + length <= bytes;
        used |= !room;
        return room;
    }

    /**
     * There is no memory to read one more chunk into: the window may grow as if it were used up until its chunks are the
     * largest, because the few that there is memory for should carry as much as they can.
     */
    void starved() {
        used |= bytes < (long) CHUNKS * largestChunk;
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
        acks++;
        if (starting) {
            start(length);
        } else if (now - roundEndsAt >= 0) {
            adapt(quickest);
        }
        if (roundEndsAt == Long.MIN_VALUE || now - roundEndsAt >= 0) {
            beginRound(now, delay);
        }
    }

    private void beginRound(long now, long delay) {
        roundEndsAt = now + Math.max(SHORTEST_ROUND, starting ? delay : quickest);
        quickest = Long.MAX_VALUE;
        acks = 0;
        usedBefore = used;
        used = false;
    }

    /**
     * Doubles the window within a round trip, until the first acknowledgements of one come late; the others tell of their own
     * crowding only. What is late now left when the window was half as large, so it goes back to there at once.
     */
    private void start(long length) {
        if (acks == ACKS_TO_BELIEVE && quickest - shortest > Math.max(target() / 2, shortest / 8)) {
            starting = false;
            bytes = Math.max(least, bytes / 2);
        } else if (used || usedBefore) {
            bytes = Math.min(most(), bytes + length);
        }
    }

    private void adapt(long delay) {
        if (delay > shortest + target()) {
            bytes = Math.max(least, (long) (bytes * Math.max(SHRINKING, fit(delay))));
            believe(delay);
        } else {
            slowRounds = 0;
            if (used) { // a window that was not used up says nothing about a larger one
                boolean empty = delay - shortest < target() / 4;
                bytes = Math.min(most(), (long) (bytes * (empty ? GROWTH : Math.min(GROWTH, fit(delay)))));
            }
        }
    }

    private long most() {
        return shortest < NEAR ? MAX_NEAR_BYTES : MAX_BYTES;
    }

    private long target() {
        return Math.clamp(shortest / 8 * 5, MIN_TARGET, MAX_TARGET + shortest / 10);
    }

    /** By how much the window would have to be larger for its queue to take just the target. */
    private double fit(long delay) {
        return (double) (shortest + target()) / Math.max(1, delay);
    }

    private void believe(long delay) {
        slowRounds = bytes == least ? slowRounds + 1 : 0;
        if (slowRounds > ROUNDS_TO_BELIEVE) {
            shortest = delay;
            slowRounds = 0;
        }
    }
}
