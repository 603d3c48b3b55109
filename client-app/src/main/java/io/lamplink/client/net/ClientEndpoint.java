package io.lamplink.client.net;

import io.lamplink.common.security.Fingerprint;
import java.net.InetAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
     * Connects to {@code address} in clear, whatever its scheme.
     *
     * @param offerLamplink whether to offer the sub-protocol {@code lamplink.v1}; a server that answers none is a Qt or other
     *     peer in either case
     * @return the attempt, which can be cancelled
     */
    public ConnectAttempt connect(ServerAddress address, boolean offerLamplink, ConnectListener listener) {
        return start(address, offerLamplink, null, listener);
    }

    /**
     * Connects to {@code address} encrypted, whatever its scheme. Nothing is sent to a server before it is trusted.
     *
     * @param trusted whether a server with this key is the one that is meant; asked on a thread that may wait. If not, the
     *     failure says what was seen
     */
    public ConnectAttempt connectEncrypted(
            ServerAddress address, boolean offerLamplink, Predicate<Fingerprint> trusted, ConnectListener listener) {
        return start(address, offerLamplink, trusted, listener);
    }

    private ConnectAttempt start(
            ServerAddress address,
            boolean offerLamplink,
            @Nullable Predicate<Fingerprint> trusted,
            ConnectListener listener) {
        ConnectAttempt attempt =
                new ConnectAttempt(address, offerLamplink, trusted, listener, limits, new TcpConnector(resolver));
        attempt.start();
        return attempt;
    }
}
