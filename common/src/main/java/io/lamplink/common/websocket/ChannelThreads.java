package io.lamplink.common.websocket;

import io.lamplink.common.transfer.DaemonThreads;
import java.util.concurrent.Executor;

/**
 * The threads on which listeners are called that have no lane of their own, or do not have it yet, and on which limits of time
 * run out: as many as have something to do at the same time, up to a bound. At most one task of each connection runs or waits.
 */
public final class ChannelThreads {
    /** So many that one that waits holds nobody up. */
    static final int MOST = 64;

    private static final Executor POOL = DaemonThreads.atMost(MOST, "lamplink-channel");

    private ChannelThreads() {}

    /** Runs each task on a daemon thread, at once if one is free. */
    public static Executor executor() {
        return POOL;
    }
}
