package io.lamplink.common.transfer;

import java.io.Serial;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Pools of daemon threads with a bound, so that a crowd of clients does not become a crowd of threads. They are platform
 * threads, so that one that computes for long takes nobody else's turn.
 */
public final class DaemonThreads {
    private static final int IDLE_SECONDS = 10;

    private DaemonThreads() {}

    /**
     * A pool of at most {@code most} threads, which end when they have had nothing to do for a while. A thread that has
     * nothing to do takes the next task; only if there is none, another one is made. A task that finds all busy waits in line;
     * tasks begin in the order given.
     *
     * @param name of the threads, before their number
     */
    public static ThreadPoolExecutor atMost(int most, String name) {
        return new ThreadPoolExecutor(
                0,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new IdleFirst(),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory(),
                DaemonThreads::waitInLine);
    }

    /** All threads are there, and busy. */
    private static void waitInLine(Runnable task, ThreadPoolExecutor pool) {
        if (pool.isShutdown()) {
            throw new RejectedExecutionException("The threads have ended.");
        }
        IdleFirst line = (IdleFirst) pool.getQueue();
        line.put(task);
        if (pool.getPoolSize() == 0 && line.remove(task)) {
            pool.execute(task); // All threads have left meanwhile, and none would come back for it.
        }
    }

    /** Its pool offers it each task, and makes another thread for what is not taken; as long as it may. */
    private static final class IdleFirst extends LinkedTransferQueue<Runnable> {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }
}
