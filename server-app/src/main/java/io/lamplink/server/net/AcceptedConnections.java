package io.lamplink.server.net;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the library's end of each connection, and knows every connection whose TCP socket is open; the library knows only
 * those whose handshake is done. Limits on who may connect belong here.
 */
final class AcceptedConnections implements WebSocketServerFactory {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedConnections.class);
    private static final Duration TO_SPARE = Duration.ofMillis(500);

    private final ServerLimits limits;
    private final Runnable added;
    private final Set<AcceptedConnection> open = ConcurrentHashMap.newKeySet();

    /** No connections yet; {@code added} is run when one comes. */
    AcceptedConnections(ServerLimits limits, Runnable added) {
        this.limits = limits;
        this.added = added;
    }

    /** Every connection at this moment; a view that changes. */
    Set<AcceptedConnection> open() {
        return open;
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter server, List<Draft> drafts) {
        return new AcceptedSocket(server, new WireMeter());
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter server, Draft draft) {
        return createWebSocket(server, List.of());
    }

    /** Follows {@link #createWebSocket} for the same connection; an exception has the library close it. */
    @Override
    public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
        if (open.size() >= limits.connections()) {
            throw new IOException("There are " + limits.connections() + " connections already.");
        }
        AcceptedConnection connection = new AcceptedConnection((AcceptedSocket) key.attachment(), channel, limits);
        open.add(connection);
        var _ = connection.wire().released().thenRun(() -> open.remove(connection));
        added.run();
        return connection.wire();
    }

    @Override
    public void close() {
        // Connections are closed by closeAll, which can say why.
    }

    /** Closes every connection, and waits until all are gone and told; each sees to it that this does not take long. */
    void closeAll(CloseReason reason) {
        List<AcceptedConnection> all = List.copyOf(open);
        CompletableFuture<?>[] gone = all.stream().map(AcceptedConnection::gone).toArray(CompletableFuture[]::new);
        all.forEach(connection -> connection.close(reason));
        try {
            CompletableFuture.allOf(gone).get(limits.close().plus(TO_SPARE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("A listener has not heard of the end of its connection in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
