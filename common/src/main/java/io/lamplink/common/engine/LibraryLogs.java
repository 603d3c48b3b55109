package io.lamplink.common.engine;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps libraries from writing what peers decide into the log: Java-WebSocket logs a stack trace for every broken
 * handshake and frame, and jmdns one for every packet that it can't read, so a hostile peer could fill the disk with them.
 * What matters is logged here, once.
 */
public final class LibraryLogs {
    /** Held, because the log manager forgets loggers that nobody holds, and their levels with them. */
    private static final Logger WEBSOCKET = Logger.getLogger("org.java_websocket");

    private static final Logger MULTICAST_DNS = Logger.getLogger("javax.jmdns");

    private LibraryLogs() {}

    /** To be called once, before anything connects. */
    public static void hush() {
        WEBSOCKET.setLevel(Level.OFF);
        MULTICAST_DNS.setLevel(Level.OFF);
    }
}
