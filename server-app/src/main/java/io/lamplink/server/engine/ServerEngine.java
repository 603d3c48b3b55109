package io.lamplink.server.engine;

import io.lamplink.common.engine.Engine;

/** What the server's window asks for. */
public interface ServerEngine extends Engine {

    /**
     * Starts to listen. Told by {@code Listening} or {@code ListenFailed}.
     *
     * @param host an address of this machine, or a name of it; empty for every address
     * @param port 0 (a free one) to 65535
     */
    void listen(String host, int port);

    /** Ends listening and every link. Told by {@code ListeningStopped}. */
    void stop();
}
