package io.lamplink.common.transfer;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after another, in the order given, on threads of a shared pool. What only one lane touches needs no lock.
 * What a task throws goes to the thread's handler of uncaught errors and does not stop the lane; once the pool has ended, tasks
 * are dropped. May be called from any thread; {@link #execute} returns at once and never throws.
 */
public final class Lane implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** How many tasks run before others of the pool get their turn. */
    private static final int TURN = 64;

    private final Executor pool;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;
    private volatile @Nullable Thread runner;

    /** A lane on {@code pool}. */
    public Lane(Executor pool) {
        this.pool = pool;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        takeTurn();
    }

    /** The same, but a task of this lane has {@code task} run at once, before it goes on itself. */
    public void perform(Runnable task) {
        if (Thread.currentThread().equals(runner)) {
            run(task);
        } else {
            execute(task);
        }
    }

    /** Runs {@code task} at once on the calling thread, if nothing of this lane runs or waits; answers whether it did. */
    public boolean tryRun(Runnable task) {
        synchronized (tasks) {
            if (running) {
                return false;
            }
            running = true;
        }
        runHere(task);
        synchronized (tasks) {
            if (tasks.isEmpty()) {
                running = false;
                return true;
            }
        }
        takeTurn();
        return true;
    }

    private void takeTurn() {
        try {
            pool.execute(this::turn);
        } catch (RejectedExecutionException e) {
            drop();
        }
    }

    private void drop() {
        synchronized (tasks) {
            LOG.debug("The pool has ended; {} tasks are dropped.", tasks.size());
            tasks.clear();
            running = false;
        }
    }

    private void turn() {
        for (int i = 0; i < TURN; i++) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.poll();
                if (task == null) {
                    running = false;
                    return;
                }
            }
            runHere(task);
        }
        takeTurn();
    }

    private void runHere(Runnable task) {
        runner = Thread.currentThread();
        run(task);
        runner = null;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }
}
