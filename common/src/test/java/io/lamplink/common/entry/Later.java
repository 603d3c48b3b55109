package io.lamplink.common.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** Runs tasks after a while, on a clock that only the test moves. */
final class Later implements BiConsumer<Duration, Runnable> {
    private record Task(long due, Runnable work) {}

    private final List<Task> tasks = new ArrayList<>();
    private long now;

    /** The time, in nanoseconds. */
    long now() {
        return now;
    }

    @Override
    public void accept(Duration delay, Runnable work) {
        tasks.add(new Task(now + delay.toNanos(), work));
    }

    /** Lets that much time pass, and runs what is due meanwhile. */
    void pass(Duration time) {
        long end = now + time.toNanos();
        while (true) {
            Task next = tasks.stream()
                    .filter(task -> task.due <= end)
                    .min(Comparator.comparingLong(Task::due))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            tasks.remove(next);
            now = next.due;
            next.work.run();
        }
    }
}
