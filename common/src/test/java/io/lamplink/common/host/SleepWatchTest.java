package io.lamplink.common.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** {@link SleepWatch} and {@link NetworkWatch} on clocks and cards that a test makes up. */
class SleepWatchTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
    private final SleepWatch watch = new SleepWatch(nanos::get, time::get);

    @Test
    void aMachineThatIsAwakeIsNotTakenForAsleep() {
        pass(SECOND, SECOND);
        assertFalse(watch.slept(SECOND));
        pass(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertFalse(watch.slept(SECOND));
    }

    @Test
    void aTimeOfDayThatRanAheadIsSleep() {
        pass(SECOND, Duration.ofHours(8));
        assertTrue(watch.slept(SECOND));
    }

    @Test
    void aLookThatComesMuchTooLateIsSleep() {
        pass(Duration.ofHours(8), Duration.ofHours(8));
        assertTrue(watch.slept(SECOND));
    }

    @Test
    void sleepIsToldOnce() {
        pass(SECOND, Duration.ofHours(8));
        assertTrue(watch.slept(SECOND));
        pass(SECOND, SECOND);
        assertFalse(watch.slept(SECOND));
    }

    @Test
    void aClockThatIsSetBackOrRightIsNoSleep() {
        pass(SECOND, Duration.ofHours(-1));
        assertFalse(watch.slept(SECOND));
        pass(SECOND, Duration.ofSeconds(3));
        assertFalse(watch.slept(SECOND));
    }

    @Test
    void anotherAddressIsAChangeOfNetworkOnce() {
        Queue<Set<InetAddress>> cards = new ArrayDeque<>(List.of(
                Set.of(at("192.168.1.5")),
                Set.of(at("192.168.1.5")),
                Set.of(),
                Set.of(at("10.0.0.2")),
                Set.of(at("10.0.0.2"))));
        NetworkWatch network = new NetworkWatch(cards::remove);
        assertEquals(
                List.of(false, false, true, true, false),
                List.of(network.changed(), network.changed(), network.changed(), network.changed(), network.changed()));
    }

    private void pass(Duration onTheClockForDurations, Duration onTheClockOfTheDay) {
        nanos.addAndGet(onTheClockForDurations.toNanos());
        time.updateAndGet(before -> before.plus(onTheClockOfTheDay));
    }

    private static InetAddress at(String address) {
        return InetAddress.ofLiteral(address);
    }
}
