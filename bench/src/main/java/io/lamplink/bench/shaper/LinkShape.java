package io.lamplink.bench.shaper;

/**
 * How slow a link is, the same in both directions.
 *
 * @param bytesPerSecond what leaves at most, payload of TCP
 * @param delayNanos how long each byte is on its way after it has left; half of the round trip
 * @param bufferBytes how much may wait to leave; not counting what is on its way
 */
public record LinkShape(long bytesPerSecond, long delayNanos, int bufferBytes) {
    private static final int MEGA = 1_000_000;
    private static final int SMALLEST_BUFFER = 32 * 1024;
    private static final int SMALLEST_SEGMENT = 1460;
    private static final int SEGMENTS_PER_SECOND = 2000;
    private static final int BUFFERS_PER_SECOND = 50;

    public LinkShape {
        if (bytesPerSecond < 1 || delayNanos < 0 || bufferBytes < 1) {
            throw new IllegalArgumentException("There is no such link.");
        }
    }

    /** A link of so many Mbit/s and that round trip, with a buffer of 20 ms but at least 32 KiB. */
    public static LinkShape of(int megabits, int roundTripMillis) {
        long rate = (long) megabits * MEGA / Byte.SIZE;
        return new LinkShape(
                rate, (long) roundTripMillis * MEGA / 2, (int) Math.max(SMALLEST_BUFFER, rate / BUFFERS_PER_SECOND));
    }

    /** Its rate in Mbit/s. */
    public long megabits() {
        return bytesPerSecond * Byte.SIZE / MEGA;
    }

    /** How long there and back take, in milliseconds, when nothing waits. */
    public long roundTripMillis() {
        return 2 * delayNanos / MEGA;
    }

    /** How much is taken at a time: what leaves in half a millisecond, but at least what a packet of Ethernet holds. */
    public int segmentBytes() {
        return (int) Math.min(bufferBytes, Math.max(SMALLEST_SEGMENT, bytesPerSecond / SEGMENTS_PER_SECOND));
    }
}
