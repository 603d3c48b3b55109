package io.lamplink.server.net;

import java.time.Duration;

/**
 * How long and how much a server puts up with; whom it lets in is in {@link DoorRules}.
 *
 * @param handshake how long a new connection may take until it is a WebSocket
 * @param close how long a closing connection may take; a stop takes little more
 * @param connections how many there may be at the same time, those without a handshake included
 */
record ServerLimits(Duration handshake, Duration close, int connections) {

    static ServerLimits defaults() {
        return new ServerLimits(Duration.ofSeconds(5), Duration.ofSeconds(1), 2500);
    }
}
