package io.lamplink.server.net;

import io.lamplink.common.engine.ListenProblem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Binds the port, before the library is involved: it would report a port in use through a callback, and keep a port bound
 * whose start fails later.
 */
final class ListenSocket {
    /** Whether a port may be taken again while connections of the last run linger; on Windows that would allow theft. */
    static final boolean REUSES_ADDRESS = reusesAddress(System.getProperty("os.name", ""));

    private static final int BACKLOG = 128;
    private static final int FIRST_FREE_PORT = 1024;

    private ListenSocket() {}

    static boolean reusesAddress(String system) {
        return !system.startsWith("Windows");
    }

    /** A socket that listens at {@code address}, port 0 being a free one; the wildcard address is both IPv4 and IPv6. */
    static ServerSocketChannel bind(InetSocketAddress address) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, REUSES_ADDRESS);
            return socket.bind(address, BACKLOG);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Why {@link #bind} failed. The system's message comes in the system's language, so it decides only if nothing else can. */
    static ListenProblem problem(Exception failure, InetSocketAddress address) {
        InetAddress host = address.getAddress();
        if (host == null) {
            return ListenProblem.BAD_ADDRESS;
        }
        if (!isLocal(host)) {
            return ListenProblem.ADDRESS_NOT_LOCAL;
        }
        if (!(failure instanceof BindException)) {
            return ListenProblem.OTHER;
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        boolean forbidden =
                message.contains("permission") || (!message.contains("in use") && address.getPort() < FIRST_FREE_PORT);
        return forbidden ? ListenProblem.NOT_PERMITTED : ListenProblem.PORT_IN_USE;
    }

    private static boolean isLocal(InetAddress host) {
        try {
            @Nullable NetworkInterface owner = NetworkInterface.getByInetAddress(host);
            return owner != null || host.isAnyLocalAddress() || host.isLoopbackAddress();
        } catch (IOException e) {
            return true;
        }
    }
}
