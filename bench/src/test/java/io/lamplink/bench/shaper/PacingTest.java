package io.lamplink.bench.shaper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time is a number here: nothing waits. */
final class PacingTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    /** Anything: the system's monotonic clock may begin anywhere, below 0 too. */
    private static final long START = -5 * SECOND;

    /** 1 byte a microsecond, 10 ms of delay, room for 1000 bytes. */
    private final Pacing pacing = new Pacing(new LinkShape(1_000_000, 10 * MILLI, 1000));

    @Test
    void whatMeetsAFreeLinkTakesItsLengthAndTheDelay() {
        assertEquals(START + 10 * MILLI + 500_000, pacing.take(START, 500));
    }

    @Test
    void whatComesLaterWaitsUntilTheFirstHasLeft() {
        pacing.take(START, 500);
        assertEquals(START + 10 * MILLI + 800_000, pacing.take(START + 100_000, 300));
    }

    @Test
    void aPauseIsNotMadeUpFor() {
        pacing.take(START, 500);
        assertEquals(START + SECOND + 10 * MILLI + 500_000, pacing.take(START + SECOND, 500));
    }

    @Test
    void onlyWhatHasNotLeftWaits() {
        assertEquals(0, pacing.waiting(START));
        pacing.take(START, 500);
        assertEquals(500, pacing.waiting(START));
        assertEquals(200, pacing.waiting(START + 300_000));
        assertEquals(0, pacing.waiting(START + 500_000));
    }

    @Test
    void aFullBufferHasRoomWhenEnoughHasLeft() {
        pacing.take(START, 1000);
        assertEquals(100_000, pacing.nanosUntilRoom(START, 100));
        assertEquals(0, pacing.nanosUntilRoom(START + 100_000, 100));
    }

    @ParameterizedTest
    @CsvSource({"100, 20", "10, 20", "100, 200", "1000, 2"})
    void aBusySenderGetsTheRateAndNoMore(int megabits, int roundTrip) {
        LinkShape shape = LinkShape.of(megabits, roundTrip);
        Transmission sent = new Transmission(shape, 1);
        sent.run(2 * shape.bytesPerSecond());
        double seconds = (double) (sent.lastArrival - START - shape.delayNanos()) / SECOND;
        assertEquals(2.0, seconds, 0.02);
        assertTrue(sent.mostWaiting <= shape.bufferBytes(), () -> sent.mostWaiting + " bytes waited");
    }

    @ParameterizedTest
    @CsvSource({"100, 20", "10, 20"})
    void nobodyWaitsLongerThanTheBufferIsLong(int megabits, int roundTrip) {
        LinkShape shape = LinkShape.of(megabits, roundTrip);
        Transmission sent = new Transmission(shape, 2);
        sent.run(shape.bytesPerSecond());
        long longest = shape.delayNanos() + shape.bufferBytes() * SECOND / shape.bytesPerSecond();
        assertTrue(sent.longest <= longest + MILLI, () -> sent.longest + " ns");
    }

    /** A sender that always has something, read in pieces of any length by a thread that wakes up a little late. */
    private static final class Transmission {
        private final LinkShape shape;
        private final Pacing pacing;
        private final SplittableRandom random;
        private long lastArrival;
        private long longest;
        private int mostWaiting;

        Transmission(LinkShape shape, long seed) {
            this.shape = shape;
            this.pacing = new Pacing(shape);
            this.random = new SplittableRandom(seed);
        }

        void run(long bytes) {
            long now = START;
            for (long left = bytes; left > 0; ) {
                long wait = pacing.nanosUntilRoom(now, shape.segmentBytes());
                now += wait == 0 ? random.nextLong(10_000) : wait + random.nextLong(200_000);
                if (pacing.nanosUntilRoom(now, shape.segmentBytes()) == 0) {
                    int length = (int) Math.min(left, random.nextInt(1, shape.segmentBytes() + 1));
                    lastArrival = pacing.take(now, length);
                    longest = Math.max(longest, lastArrival - now);
                    mostWaiting = Math.max(mostWaiting, pacing.waiting(now));
                    left -= length;
                }
            }
        }
    }
}
