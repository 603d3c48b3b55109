package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window on a simulated wire: first come, first served, with a rate, a delay and a queue without end. */
class SendWindowTest {
    private static final int LARGEST_CHUNK = 256 * 1024;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    /** A sender that always has something to send, and the wire behind it. */
    private static final class Wire {
        private record Ack(long at, int length, long leftAt) {}

        final SendWindow window = new SendWindow(LARGEST_CHUNK);
        final ArrayDeque<Ack> acks = new ArrayDeque<>();
        final List<Long> waits = new ArrayList<>();
        double bytesPerNano;
        long roundTrip;
        long now = -7 * SECOND;
        long freeAt = now;
        long delivered;

        Wire(double mbitPerSecond, double roundTripMillis) {
            becomes(mbitPerSecond, roundTripMillis);
        }

        void becomes(double mbitPerSecond, double roundTripMillis) {
            bytesPerNano = mbitPerSecond / 8 / 1000;
            roundTrip = (long) (roundTripMillis * MILLI);
        }

        /** Lets so much time pass; answers the share of the wire that was used. */
        double run(long nanos) {
            long begin = now;
            long before = delivered;
            waits.clear();
            while (now - begin < nanos) {
                send();
                Ack ack = acks.remove();
                now = ack.at();
                delivered += ack.length();
                window.acknowledged(ack.length(), now - ack.leftAt(), now);
            }
            return (delivered - before) / (bytesPerNano * (now - begin));
        }

        private void send() {
            for (int chunk = window.chunkBytes(); window.takes(chunk); chunk = window.chunkBytes()) {
                window.reserve(chunk);
                long begin = Math.max(now, freeAt);
                waits.add(begin - now);
                freeAt = begin + (long) (chunk / bytesPerNano);
                acks.add(new Ack(freeAt + roundTrip, chunk, now));
            }
        }

        /** What all but one in a hundred have waited at most, in milliseconds. */
        double waited() {
            List<Long> sorted = waits.stream().sorted().toList();
            return (double) sorted.get(sorted.size() * 99 / 100) / MILLI;
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 0.95", "100, 20, 0.95", "100, 200, 0.9", "1000, 1, 0.95", "1000, 100, 0.9"})
    void t12_aWireIsFilledAndAChatTextNeverWaitsLongBehindIt(double mbit, double roundTrip, double share) {
        Wire wire = new Wire(mbit, roundTrip);
        wire.run(5 * SECOND);
        double used = wire.run(30 * SECOND);
        assertTrue(used >= share, used + " of the wire was used.");
        assertTrue(wire.waited() < 60, wire.waited() + " ms in the queue");
    }

    /** Here a window's worth is gone before a clock has moved much. */
    @Test
    void aLoopIsFilledWithinTheLargestWindow() {
        Wire wire = new Wire(20_000, 0.05);
        wire.run(SECOND);
        double used = wire.run(2 * SECOND);
        assertTrue(used >= 0.9, used + " of the wire was used.");
        assertTrue(wire.waited() < 60, wire.waited() + " ms in the queue");
        assertTrue(wire.window.bytes() <= SendWindow.MAX_BYTES);
    }

    @Test
    void aLongFatWireIsFilledWithinSeconds() {
        Wire wire = new Wire(100, 200);
        wire.run(2 * SECOND);
        assertTrue(wire.run(SECOND) > 0.8, "Still " + wire.window.bytes());
    }

    @Test
    void aWireThatBecomesSlowerIsNotFlooded() {
        Wire wire = new Wire(100, 20);
        wire.run(5 * SECOND);
        wire.becomes(10, 20);
        wire.run(3 * SECOND);
        double used = wire.run(10 * SECOND);
        assertTrue(used >= 0.9, used + " of the wire was used.");
        assertTrue(wire.waited() < 60, wire.waited() + " ms in the queue");
    }

    /** Another way through the world takes longer: that must not be taken for a queue for ever. */
    @Test
    void aWayThatBecomesLongerIsFilledAgain() {
        Wire wire = new Wire(100, 20);
        wire.run(5 * SECOND);
        wire.becomes(100, 200);
        wire.run(20 * SECOND);
        double used = wire.run(10 * SECOND);
        assertTrue(used >= 0.9, used + " of the wire was used.");
    }

    @Test
    void theWindowShrinksWhenTheRoundTripSwells() {
        SendWindow window = new SendWindow(LARGEST_CHUNK);
        long now = 0;
        for (int i = 0; i < 20; i++) {
            now = round(window, now, 20 * MILLI);
        }
        long wide = window.bytes();
        assertTrue(wide > 1024 * 1024, wide + " bytes");
        for (int i = 0; i < 12; i++) {
            long before = window.bytes();
            now = round(window, now, 500 * MILLI);
            assertTrue(window.bytes() >= before / 2, "less than half at once");
        }
        assertEquals(SendWindow.MIN_BYTES, window.bytes());
    }

    /** Fills the window and has all of it acknowledged after {@code delay}; answers when that was. */
    private static long round(SendWindow window, long now, long delay) {
        int chunk = window.chunkBytes();
        int chunks = 0;
        for (; window.takes(chunk); chunks++) {
            window.reserve(chunk);
        }
        for (int i = 0; i < chunks; i++) {
            window.acknowledged(chunk, delay, now + delay);
        }
        return now + delay;
    }

    @Test
    void aWindowThatIsNotUsedUpDoesNotGrow() {
        SendWindow window = new SendWindow(LARGEST_CHUNK);
        long before = window.bytes();
        for (long now = 0; now < SECOND; now += 10 * MILLI) {
            window.takes(1000);
            window.reserve(1000);
            window.acknowledged(1000, 5 * MILLI, now);
        }
        assertEquals(before, window.bytes());
    }

    /** Few buffers, each as full as can be: or twenty transfers at once would send crumbs. */
    @Test
    void withoutMemoryForMoreChunksTheyBecomeTheLargestAndTheWindowNoLargerThanTheyNeed() {
        SendWindow window = new SendWindow(LARGEST_CHUNK);
        for (long now = 0; now < SECOND; now += 5 * MILLI) {
            int chunk = window.chunkBytes();
            assertTrue(window.takes(chunk));
            window.reserve(chunk);
            window.starved();
            window.acknowledged(chunk, 5 * MILLI, now);
        }
        assertEquals(LARGEST_CHUNK, window.chunkBytes());
        assertTrue(window.bytes() < SendWindow.MAX_NEAR_BYTES, window.bytes() + " bytes");
    }

    @Test
    void bytesThatNobodyWillAcknowledgeMakeRoomAgain() {
        SendWindow window = new SendWindow(1000);
        window.reserve(8000);
        assertFalse(window.takes(1));
        window.release(3000);
        assertTrue(window.takes(3000));
        assertFalse(window.takes(3001));
        window.acknowledged(5000, MILLI, MILLI);
        assertTrue(window.takes(8000));
    }

    /** Or a chunk that is larger than the window would never leave. */
    @Test
    void whenNothingIsOutOneChunkMayLeave() {
        SendWindow window = new SendWindow(10);
        assertTrue(window.takes(1_000_000));
        window.reserve(1);
        assertFalse(window.takes(1_000_000));
    }

    @Test
    void chunksAreAnEighthOfTheWindowWithinTheirLimits() {
        SendWindow window = new SendWindow(LARGEST_CHUNK);
        assertEquals(window.bytes() / 8, window.chunkBytes());
        assertEquals(10, new SendWindow(10).chunkBytes());
        long now = 0;
        for (int i = 0; i < 40; i++) {
            now = round(window, now, 20 * MILLI);
        }
        assertEquals(SendWindow.MAX_BYTES, window.bytes());
        assertEquals(LARGEST_CHUNK, window.chunkBytes());
        for (int i = 0; i < 20; i++) {
            now = round(window, now, 900 * MILLI);
        }
        assertEquals(SendWindow.MIN_CHUNK, window.chunkBytes());
    }
}
