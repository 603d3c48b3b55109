package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeepAliveTest {
    private static final long EVERY = KeepAlive.PING_EVERY.toNanos();

    @Test
    void theFirstPingIsDueAtOnceAndEachIsDueOnce() {
        KeepAlive keepAlive = new KeepAlive(0);
        assertTrue(keepAlive.pingDue(0));
        assertFalse(keepAlive.pingDue(0));
        assertFalse(keepAlive.pingDue(EVERY - 1));
        assertTrue(keepAlive.pingDue(EVERY));
        assertFalse(keepAlive.pingDue(EVERY + 1));
    }

    @Test
    void theClockMayWrapAround() {
        long start = Long.MAX_VALUE - EVERY / 2;
        KeepAlive keepAlive = new KeepAlive(start);
        assertTrue(keepAlive.pingDue(start));
        assertFalse(keepAlive.pingDue(start + EVERY - 1));
        assertTrue(keepAlive.pingDue(start + EVERY));
    }

    @Test
    void silentAfterItsTimeAndNotBefore() {
        assertFalse(KeepAlive.silent(0));
        assertFalse(KeepAlive.silent(KeepAlive.SILENCE.toNanos()));
        assertTrue(KeepAlive.silent(KeepAlive.SILENCE.toNanos() + 1));
    }

    @Test
    void remembersTheLastRoundTripsOldestFirst() {
        KeepAlive keepAlive = new KeepAlive(0);
        for (int i = 1; i <= Session.ROUND_TRIPS_KEPT + 5; i++) {
            keepAlive.pong(i);
        }
        assertEquals(Session.ROUND_TRIPS_KEPT, keepAlive.roundTrips().size());
        assertEquals(Duration.ofNanos(6), keepAlive.roundTrips().getFirst());
        assertEquals(
                Duration.ofNanos(Session.ROUND_TRIPS_KEPT + 5),
                keepAlive.roundTrips().getLast());
    }
}
