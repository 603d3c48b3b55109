package io.lamplink.common.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;

/**
 * All that happens in a simulation and when. Tasks for now run in a seeded order, then the clock jumps to the next moment at
 * which something is due. The same seed gives the same run.
 */
public final class Agenda {
    private record Entry(long at, long number, Runnable task) {}

    private final Random random;
    private final VirtualClock clock = new VirtualClock();
    private final ManualTasks now;
    private final PriorityQueue<Entry> later =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number));
    private long numbers;

    /** An empty agenda. */
    public Agenda(Random random) {
        this.random = random;
        this.now = ManualTasks.shuffledBy(random);
    }

    /** The clock of this simulation. */
    public VirtualClock clock() {
        return clock;
    }

    /** Threads that take a task as soon as they can. */
    public Executor quick() {
        return now;
    }

    /** Threads that take up to so long with each task, such as those of a disk. */
    public Executor slow(Duration most) {
        return task -> after(upTo(most), task);
    }

    /** A span from nothing to {@code most}, chosen by the seed. */
    public Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
    }

    /** Runs {@code task} when so much time has passed. */
    public void after(Duration time, Runnable task) {
        later.add(new Entry(clock.elapsed() + time.toNanos(), numbers++, task));
    }

    /** Runs {@code task} again and again, first after one {@code period}, until so much time has passed since the beginning. */
    public void every(Duration period, Duration until, Runnable task) {
        after(period, () -> {
            task.run();
            if (clock.elapsed() < until.toNanos()) {
                every(period, until, task);
            }
        });
    }

    /** Runs until nothing is left to do. */
    public void run() {
        now.runAll();
        while (!later.isEmpty()) {
            Entry next = later.remove();
            clock.advanceTo(next.at);
            next.task.run();
            now.runAll();
        }
    }
}
