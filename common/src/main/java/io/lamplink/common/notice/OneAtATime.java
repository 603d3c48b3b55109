package io.lamplink.common.notice;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A daemon thread for what may hang and is worth nothing later: one task runs, one waits, and the next one takes the place of
 * that which waits. The thread ends when there is nothing to do.
 */
final class OneAtATime {
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor thread;

    OneAtATime(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                Thread.ofPlatform().daemon().name(name).factory(),
                new ThreadPoolExecutor.DiscardOldestPolicy());
        thread.allowCoreThreadTimeOut(true);
    }

    void run(Runnable task) {
        thread.execute(task);
    }
}
