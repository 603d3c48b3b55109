package io.lamplink.client.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.host.NetworkWatch;
import io.lamplink.common.host.SleepWatch;
import io.lamplink.common.session.ReconnectPolicy;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Waiting on a clock that is a number, on a machine that sleeps and moves when the test says so. */
class ReconnectingTest {
    private final Queue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
    private final List<ReconnectPolicy.Pause> told = new ArrayList<>();
    private final List<Long> tries = new ArrayList<>();
    private Set<InetAddress> addresses = Set.of(InetAddress.ofLiteral("192.168.1.5"));
    private long now;
    private Duration timeOfDayAhead = Duration.ZERO;
    private final Reconnecting reconnecting = new Reconnecting(
            new ReconnectPolicy(() -> now, () -> 0.5),
            new Reconnecting.World(
                    () -> now,
                    (delay, task) -> tasks.add(new Task(now + delay.toNanos(), task)),
                    Runnable::run,
                    Runnable::run,
                    new SleepWatch(() -> now, () -> Instant.EPOCH.plusNanos(now).plus(timeOfDayAhead)),
                    new NetworkWatch(() -> addresses)),
            told::add,
            () -> tries.add(now / 1_000_000));

    private record Task(long at, Runnable work) {}

    @Test
    void itTriesWhenThePauseIsOver() {
        reconnecting.lost();
        pass(Duration.ofMillis(499));
        assertEquals(List.of(), tries);
        pass(Duration.ofMillis(1));
        assertEquals(List.of(500L), tries);
    }

    @Test
    void eachTryInVainMakesTheNextPauseLonger() {
        failTimes(5);
        assertEquals(
                List.of(500L, 1000L, 2000L, 4000L, 8000L),
                told.stream().map(pause -> pause.length().toMillis()).toList());
        assertEquals(5, tries.size());
    }

    @Test
    void aPersonNeedNotWait() {
        failTimes(6);
        reconnecting.waitAgain();
        reconnecting.tryNow();
        assertEquals(7, tries.size());
        reconnecting.tryNow();
        pass(Duration.ofMinutes(2));
        assertEquals(7, tries.size(), "one try for one pause");
    }

    @Test
    void whoStopsIsLeftAlone() {
        reconnecting.lost();
        reconnecting.stop();
        pass(Duration.ofMinutes(5));
        reconnecting.tryNow();
        assertEquals(List.of(), tries);
        assertEquals(0, tasks.size());
    }

    @Test
    void afterSleepItTriesWithinASecondAndThenOftenAgain() {
        failTimes(7);
        reconnecting.waitAgain();
        timeOfDayAhead = Duration.ofHours(8);
        pass(Duration.ofSeconds(1));
        assertEquals(8, tries.size());
        reconnecting.waitAgain();
        assertEquals(Duration.ofMillis(500), told.getLast().length());
    }

    @Test
    void onAnotherNetworkItTriesWithinThreeSecondsAndThenOftenAgain() {
        failTimes(7);
        reconnecting.waitAgain();
        pass(Duration.ofSeconds(4));
        assertEquals(7, tries.size());
        addresses = Set.of(InetAddress.ofLiteral("10.0.0.7"));
        pass(Duration.ofSeconds(3));
        assertEquals(8, tries.size());
        reconnecting.waitAgain();
        assertEquals(Duration.ofMillis(500), told.getLast().length());
    }

    private void failTimes(int count) {
        reconnecting.lost();
        for (int i = 1; i <= count; i++) {
            pass(told.getLast().length());
            if (i < count) {
                reconnecting.waitAgain();
            }
        }
    }

    private void pass(Duration time) {
        long until = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.element().at() <= until) {
            Task next = tasks.remove();
            now = next.at();
            next.work().run();
        }
        now = until;
    }
}
