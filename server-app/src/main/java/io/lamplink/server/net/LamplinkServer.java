package io.lamplink.server.net;

import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WebSocketChannel;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library's server, set up as it should be. Its callbacks are passed to the connection they concern, and return at once. */
final class LamplinkServer extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(LamplinkServer.class);
    private static final int MIN_DECODERS = 2;
    private static final int MAX_DECODERS = 4;

    /** Bytes read at once: less, and a chunk costs several trips to the selector, the decoder and back. */
    private static final int READ_BYTES = 256 * 1024;

    /** What concerns the server as a whole. */
    interface Watcher {
        /** It listens; called on the selector's thread, which is {@code selector}. */
        void started(Thread selector);

        /** It is about to end because of an error of its own; called on one of its threads. */
        void failed(Throwable cause);
    }

    private final ConnectionAcceptor acceptor;
    private final Watcher watcher;

    LamplinkServer(
            ServerSocketChannel bound, AcceptedConnections connections, ConnectionAcceptor acceptor, Watcher watcher) {
        super(bound);
        this.acceptor = acceptor;
        this.watcher = watcher;
        setWebSocketFactory(connections);
        setTcpNoDelay(true);
        setReuseAddr(ListenSocket.REUSES_ADDRESS);
        setConnectionLostTimeout(0); // it counts pongs only; sessions look after silence themselves
        chooseDecoders();
        setDaemon(true);
    }

    private void chooseDecoders() {
        while (decoders.size() > MAX_DECODERS) {
            decoders.removeLast();
        }
        while (decoders.size() < MIN_DECODERS) {
            decoders.add(new WebSocketWorker());
        }
        for (int i = 0; i < decoders.size(); i++) {
            decoders.get(i).setName("lamplink-decoder-" + (i + 1));
        }
    }

    /**
     * Memory outside the heap, since the system would fill such a buffer first and copy it into one of the heap. There are
     * two for each decoder and one more, however many connections there are.
     */
    @Override
    public ByteBuffer createBuffer() {
        return ByteBuffer.allocateDirect(READ_BYTES);
    }

    @Override
    public void onStart() {
        Thread.currentThread().setName("lamplink-selector");
        watcher.started(Thread.currentThread());
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        boolean lamplink = LamplinkDraft.isLamplink(socket.getProtocol());
        Visitor visitor = new Visitor(lamplink, handshake.hasFieldValue("Origin"));
        ((AcceptedSocket) socket).connection().opened(channel -> acceptor.accept(channel, visitor));
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        link(socket).heard(text);
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer bytes) {
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
    public void onClose(WebSocket socket, int code, @Nullable String reason, boolean remote) {
        link(socket).closed(code, reason);
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {
        if (socket == null) {
            watcher.failed(error);
        } else {
            LOG.debug("The library reports an error of {}.", link(socket).remoteAddress(), error);
        }
    }

    private static WebSocketChannel link(WebSocket socket) {
        return ((AcceptedSocket) socket).connection().link();
    }
}
