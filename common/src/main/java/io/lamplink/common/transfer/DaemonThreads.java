package io.lamplink.common.transfer;

import java.util.concurrent.LinkedBlockingQueue;
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
     * A pool of at most {@code most} threads, which end when they have had nothing to do for a while. A task that finds none
     * free waits in line; tasks begin in the order given.
     *
     * @param name of the threads, before their number
     */
    public static ThreadPoolExecutor atMost(int most, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
