package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;
import java.net.InetAddress;

/**
 * Connects to servers. Attempts know nothing of each other, and each has a client of the library to itself, since one of
 * those connects only once. Any thread may call any method, none blocks, and all threads are daemons.
 */
public final class ClientEndpoint {
    private final ClientLimits limits;
    private final TcpConnector.Resolver resolver;

    /** An endpoint that asks the system for the addresses of a name. */
    public ClientEndpoint() {
        this(ClientLimits.defaults(), InetAddress::getAllByName);
    }

    ClientEndpoint(ClientLimits limits, TcpConnector.Resolver resolver) {
        this.limits = limits;
        this.resolver = resolver;
    }

    /**
     * Connects to {@code address}.
     *
     * @param offerLamplink whether to offer the sub-protocol {@code lamplink.v1}; a server that answers none is a Qt or other
     *     peer in either case
     * @return the attempt, which can be cancelled
     */
    public ConnectAttempt connect(ServerAddress address, boolean offerLamplink, ConnectListener listener) {
        ConnectAttempt attempt =
                new ConnectAttempt(address, offerLamplink, listener, limits, new TcpConnector(resolver));
        if (address.secure()) {
            attempt.fail(ConnectProblem.NOT_ENCRYPTED, "This version knows no encryption.");
        } else {
            attempt.start();
        }
        return attempt;
    }
}
