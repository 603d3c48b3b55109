package io.lamplink.server.net;

import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WebSocketChannel;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the library tells of accepted connections, passed on to the one it concerns. Every callback returns at once. */
final class AcceptedEvents extends WebSocketAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedEvents.class);

    private final ConnectionAcceptor acceptor;

    /** Tells {@code acceptor} of each connection whose handshake is done. */
    AcceptedEvents(ConnectionAcceptor acceptor) {
        this.acceptor = acceptor;
    }

    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
        boolean lamplink = LamplinkDraft.isLamplink(socket.getProtocol());
        Visitor visitor = new Visitor(lamplink, handshake.hasFieldValue("Origin"));
        connection(socket).opened(channel -> acceptor.accept(channel, visitor));
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, String text) {
        link(socket).heard(text);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer bytes) {
        link(socket).heard(bytes);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        link(socket).pinged(ping);
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata pong) {
        link(socket).ponged(pong);
    }

    @Override
    public void onWebsocketClose(WebSocket socket, int code, @Nullable String reason, boolean remote) {
        connection(socket).closed(code, reason);
    }

    @Override
    public void onWebsocketError(WebSocket socket, Exception error) {
        LOG.debug("The library reports an error of {}.", link(socket).remoteAddress(), error);
    }

    @Override
    public void onWriteDemand(WebSocket socket) {
        ((AcceptedSocket) socket).wakeToWrite();
    }

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
        // The end follows.
    }

    @Override
    public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {
        // Whoever has initiated it knows.
    }

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
        return link(socket).localAddress();
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
        return link(socket).remoteAddress();
    }

    private static AcceptedConnection connection(WebSocket socket) {
        return ((AcceptedSocket) socket).connection();
    }

    private static WebSocketChannel link(WebSocket socket) {
        return connection(socket).link();
    }
}
