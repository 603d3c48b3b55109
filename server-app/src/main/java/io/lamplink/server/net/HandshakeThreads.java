package io.lamplink.server.net;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads on which handshakes are computed, so that many at a time delay each other and nobody else. At most one task
 * of each connection waits.
 */
final class HandshakeThreads {
    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 10;
    private static final Executor POOL = pool();

    private HandshakeThreads() {}

    static Executor executor() {
        return POOL;
    }

    private static Executor pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("lamplink-handshake-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
