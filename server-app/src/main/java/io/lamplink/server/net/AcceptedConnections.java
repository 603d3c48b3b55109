package io.lamplink.server.net;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.function.Supplier;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the library's end of each connection, and knows every connection whose TCP socket is open; the library knows only
 * those whose handshake is done. Limits on who may connect belong here.
 */
final class AcceptedConnections implements WebSocketServerFactory {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedConnections.class);
    private static final Duration TO_SPARE = Duration.ofMillis(500);

    /** So many may wait to hear why there is no place for them; more are closed without a word. */
    private static final int TURNED_AWAY_AT_ONCE = 64;

    private final AcceptedEvents events;
    private final List<ConnectionLoop> loops;
    private final ServerLimits limits;
    private final Supplier<DoorRules> rules;
    private final TlsSetup tls;
    private final Runnable added;
    private final Set<AcceptedConnection> open = ConcurrentHashMap.newKeySet();
    private int next;

    /** No connections yet. They are served by {@code loops} in turn, and {@code added} is run when one comes. */
    AcceptedConnections(
            AcceptedEvents events,
            List<ConnectionLoop> loops,
            ServerLimits limits,
            Supplier<DoorRules> rules,
            TlsSetup tls,
            Runnable added) {
        this.events = events;
        this.loops = List.copyOf(loops);
        this.limits = limits;
        this.rules = rules;
        this.tls = tls;
        this.added = added;
    }

    /** Every connection at this moment; a view that changes. */
    Set<AcceptedConnection> open() {
        return open;
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter server, List<Draft> drafts) {
        return new AcceptedSocket(events, new WireMeter());
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter server, Draft draft) {
        return createWebSocket(server, List.of());
    }

    /** Follows {@link #createWebSocket} for the same connection; an exception has the library close it. */
    @Override
    public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
        Refusal turnedAway = noPlaceFor(((InetSocketAddress) channel.getRemoteAddress()).getAddress());
        if (turnedAway != null && open.stream().filter(each -> !each.counts()).count() >= TURNED_AWAY_AT_ONCE) {
            throw new IOException("There are too many connections to say so.");
        }
        AcceptedSocket socket = (AcceptedSocket) key.attachment();
        key.cancel(); // the library is not to read
        ConnectionLoop loop = loops.get(next++ % loops.size());
        AcceptedConnection connection = new AcceptedConnection(socket, channel, loop, limits, rules, tls, turnedAway);
        open.add(connection);
        var _ = connection.wire().released().thenRun(() -> open.remove(connection));
        added.run();
        return connection.wire();
    }

    private @Nullable Refusal noPlaceFor(InetAddress address) {
        if (open.stream().filter(AcceptedConnection::counts).count() >= limits.connections()) {
            return Refusal.FULL;
        }
        long there = open.stream()
                .filter(each -> each.counts() && each.comesFrom(address))
                .count();
        return rules.get().crowded(address, there) ? Refusal.CROWD : null;
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
