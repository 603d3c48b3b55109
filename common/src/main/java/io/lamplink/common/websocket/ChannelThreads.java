package io.lamplink.common.websocket;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which listeners are called. They are platform threads, so that one that computes for long takes nobody
 * else's turn; there are as many as connections have something to say at the same time, and idle ones end.
 */
public final class ChannelThreads {
    private static final Executor POOL = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("lamplink-channel-", 1).factory());

    private ChannelThreads() {}

    /** Runs each task at once on a daemon thread. */
    public static Executor executor() {
        return POOL;
    }
}
