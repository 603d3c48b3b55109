package io.lamplink.client.net;

import java.time.Duration;

/**
 * How long a client waits.
 *
 * @param connect for the name and the TCP connection, over all addresses of the name
 * @param handshake for the server's answer
 * @param close for a closing connection to end
 */
record ClientLimits(Duration connect, Duration handshake, Duration close) {

    static ClientLimits defaults() {
        return new ClientLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));
    }
}
