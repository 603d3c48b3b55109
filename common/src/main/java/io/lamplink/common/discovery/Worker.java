package io.lamplink.common.discovery;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks one after another, at once or after a while; a task may take long. Tests pass one whose time they make pass. */
public interface Worker extends Executor {

    /** Runs {@code task} after {@code delay}. */
    void after(Duration delay, Runnable task);

    /**
     * A thread that is there while there is something to do, and keeps no program from ending. What a task throws goes to the
     * thread's handler of uncaught errors.
     */
    static Worker daemon() {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("lamplink-discovery").factory());
        threads.setKeepAliveTime(1, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        return new Worker() {
            @Override
            public void execute(Runnable task) {
                threads.execute(() -> run(task));
            }

            @Override
            public void after(Duration delay, Runnable task) {
                var _ = threads.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }

    /** The threads themselves would keep what a task throws, and nobody would hear of it. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }
}
