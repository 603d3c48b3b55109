package io.lamplink.bench.shaper;

/**
 * When bytes leave and arrive on one direction of a slow link. What is taken waits until everything before it has left, leaves
 * at the link's rate, and arrives one delay later. Knows no clock: all times are nanoseconds that the caller passes in, none
 * before the last. Used by one thread.
 */
final class Pacing {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final LinkShape shape;
    private long freeAt = Long.MIN_VALUE;

    Pacing(LinkShape shape) {
        this.shape = shape;
    }

    /** Bytes that were taken and have not left. */
    int waiting(long now) {
        long nanos = Math.max(freeAt, now) - now;
        return (int) Math.ceilDiv(nanos * shape.bytesPerSecond(), NANOS_PER_SECOND);
    }

    /** How long until {@code bytes} more can be taken; 0 if they can be now. */
    long nanosUntilRoom(long now, int bytes) {
        int excess = waiting(now) + bytes - shape.bufferBytes();
        return excess <= 0 ? 0 : nanosFor(excess);
    }

    /** Takes {@code bytes}; answers when the last of them arrives. */
    long take(long now, int bytes) {
        freeAt = Math.max(freeAt, now) + nanosFor(bytes);
        return freeAt + shape.delayNanos();
    }

    private long nanosFor(int bytes) {
        return Math.ceilDiv(bytes * NANOS_PER_SECOND, shape.bytesPerSecond());
    }
}
