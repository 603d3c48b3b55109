package io.lamplink.common.websocket;

import io.lamplink.common.transfer.DaemonThreads;
import java.util.concurrent.Executor;

/**
 * The threads on which listeners are called: as many as connections have something to say at the same time, up to a bound.
 * At most one task of each connection runs or waits, and a listener waits only for a lane that computes; so who finds no
 * thread free has its turn soon.
 */
public final class ChannelThreads {
    /** Far more than there are lanes that work off what they bring. */
    static final int MOST = 64;

    private static final Executor POOL = DaemonThreads.atMost(MOST, "lamplink-channel");

    private ChannelThreads() {}

    /** Runs each task on a daemon thread, at once if one is free. */
    public static Executor executor() {
        return POOL;
    }
}
