package io.lamplink.common.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

/** Again and again, through a door that is opened by hand. */
final class TickerTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private final FxDoor door = new FxDoor() {
        @Override
        public void execute(Runnable work) {
            throw new AssertionError("Nothing is to be done at once.");
        }

        @Override
        public void executeLater(Duration delay, Runnable work) {
            delays.add(delay);
            later.add(work);
        }
    };

    private int calls;

    @Test
    void itCallsAfterEachInterval() {
        Ticker.through(door).every(SECOND, () -> calls++);
        assertEquals(0, calls);
        for (int i = 1; i <= 3; i++) {
            later.remove().run();
            assertEquals(i, calls);
        }
        assertEquals(List.of(SECOND, SECOND, SECOND, SECOND), delays);
    }

    @Test
    void afterItsEndItCallsNobodyAndAsksForNothing() {
        Subscription subscription = Ticker.through(door).every(SECOND, () -> calls++);
        subscription.unsubscribe();
        later.remove().run();
        assertEquals(0, calls);
        assertEquals(0, later.size());
    }

    @Test
    void workThatFailsDoesNotEndIt() {
        Ticker.through(door).every(SECOND, () -> {
            calls++;
            throw new IllegalStateException("on purpose");
        });
        Runnable first = later.remove();
        assertThrows(IllegalStateException.class, first::run);
        assertEquals(1, later.size());
    }
}
