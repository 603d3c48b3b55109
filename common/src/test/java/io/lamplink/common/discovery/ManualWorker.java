package io.lamplink.common.discovery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** A worker without a thread: what is due runs when the test lets time pass. */
final class ManualWorker implements Worker {

    private record Due(Duration at, int order, Runnable task) {}

    private final PriorityQueue<Due> later =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingInt(Due::order));
    private final Deque<Runnable> next = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private int made;

    @Override
    public void execute(Runnable task) {
        next.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        later.add(new Due(now.plus(delay), made++, task));
    }

    /** Runs what need not wait. */
    void run() {
        while (!next.isEmpty()) {
            next.remove().run();
        }
    }

    /** Lets time pass, and runs what is due by then in its order. */
    void pass(Duration time) {
        run();
        Duration until = now.plus(time);
        while (!later.isEmpty() && later.element().at().compareTo(until) <= 0) {
            Due due = later.remove();
            now = due.at();
            due.task().run();
            run();
        }
        now = until;
    }
}
