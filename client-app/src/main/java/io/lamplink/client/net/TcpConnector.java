package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one TCP connection: tries each address of a name in turn, within one limit, until it is cancelled. The library
 * would try the first address only, without a limit, and stumble over the zone of an IPv6 address.
 */
final class TcpConnector {

    /** How a name becomes addresses. */
    interface Resolver {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** Makes an unconnected socket. */
    interface Sockets {
        MeteredSocket fresh() throws IOException;
    }

    /** What to tell if several addresses fail: the first of these that occurred. */
    private static final List<ConnectProblem> MOST_TELLING =
            List.of(ConnectProblem.REFUSED, ConnectProblem.TIMED_OUT, ConnectProblem.UNREACHABLE, ConnectProblem.OTHER);

    private final Resolver resolver;
    private volatile boolean cancelled;
    private volatile @Nullable MeteredSocket trying;

    TcpConnector(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Connects; blocks for {@code limit} at most, but for the name server.
     *
     * @param sockets makes an unconnected socket for each address
     * @throws IOException if no address can be reached; see {@link #problem}
     */
    MeteredSocket connect(String host, int port, Duration limit, Sockets sockets) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        InetAddress[] addresses = resolver.addressesOf(host);
        @Nullable IOException failure = null;
        for (int i = 0; i < addresses.length; i++) {
            long share = (deadline - System.nanoTime()) / (addresses.length - i);
            try {
                return tryOne(sockets.fresh(), new InetSocketAddress(addresses[i], port), Duration.ofNanos(share));
            } catch (IOException e) {
                failure = moreTelling(failure, e);
            }
        }
        throw failure == null ? new UnknownHostException(host) : failure;
    }

    /** Ends {@link #connect} as soon as the system lets it, and closes the connection if there is one already. */
    void cancel() {
        cancelled = true;
        MeteredSocket socket = trying;
        if (socket != null) {
            socket.abort();
        }
    }

    /** What an exception of {@link #connect} means; the system's messages come in its own language and are not asked. */
    static ConnectProblem problem(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> ConnectProblem.UNKNOWN_HOST;
            case SocketTimeoutException _ -> ConnectProblem.TIMED_OUT;
            case ConnectException _ -> ConnectProblem.REFUSED;
            case SocketException _ -> ConnectProblem.UNREACHABLE;
            default -> ConnectProblem.OTHER;
        };
    }

    private MeteredSocket tryOne(MeteredSocket socket, InetSocketAddress address, Duration limit) throws IOException {
        trying = socket;
        try {
            if (cancelled) {
                throw new SocketException("cancelled");
            }
            socket.connect(address, (int) Math.max(1, limit.toMillis()));
            return socket;
        } catch (IOException e) {
            socket.abort();
            throw e;
        }
    }

    private static IOException moreTelling(@Nullable IOException before, IOException now) {
        if (before == null || MOST_TELLING.indexOf(problem(now)) < MOST_TELLING.indexOf(problem(before))) {
            return now;
        }
        return before;
    }
}
