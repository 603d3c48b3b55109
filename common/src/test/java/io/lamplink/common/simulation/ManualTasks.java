package io.lamplink.common.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;

/** A pool without threads: tasks wait until a test runs them, in the order given or in a seeded one. */
public final class ManualTasks implements Executor {
    /** Two tasks that wake each other for ever would hang a test otherwise. */
    private static final int ENOUGH = 10_000_000;

    private final List<Runnable> waiting = new ArrayList<>();
    private final ToIntFunction<List<Runnable>> choice;

    private ManualTasks(ToIntFunction<List<Runnable>> choice) {
        this.choice = choice;
    }

    /** First come, first served. */
    public static ManualTasks inOrder() {
        return new ManualTasks(tasks -> 0);
    }

    /** Any waiting task may be next, as with a pool of many threads. */
    public static ManualTasks shuffledBy(Random random) {
        return new ManualTasks(tasks -> random.nextInt(tasks.size()));
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /** Runs one task; false if there was none. */
    public boolean runOne() {
        if (waiting.isEmpty()) {
            return false;
        }
        waiting.remove(choice.applyAsInt(waiting)).run();
        return true;
    }

    /** Runs until no task is left. */
    public void runAll() {
        for (int i = 0; runOne(); i++) {
            if (i > ENOUGH) {
                throw new AssertionError("The tasks never end.");
            }
        }
    }

    /** How many tasks wait. */
    public int size() {
        return waiting.size();
    }
}
