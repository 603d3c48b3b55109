package io.lamplink.server.net;

import io.lamplink.common.transfer.DaemonThreads;
import java.util.concurrent.Executor;

/**
 * The few threads on which handshakes are computed, so that many at a time delay each other and nobody else. At most one task
 * of each connection waits.
 */
final class HandshakeThreads {
    private static final int THREADS = 2;
    private static final Executor POOL = DaemonThreads.atMost(THREADS, "lamplink-handshake");

    private HandshakeThreads() {}

    static Executor executor() {
        return POOL;
    }
}
