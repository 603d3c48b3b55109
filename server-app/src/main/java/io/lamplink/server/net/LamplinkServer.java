package io.lamplink.server.net;

import java.nio.channels.ServerSocketChannel;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * The library's server, which accepts connections and nothing else: they are served by {@link ConnectionLoop}s, and what the
 * library tells of them goes to {@link AcceptedEvents}.
 */
final class LamplinkServer extends WebSocketServer {

    /** What concerns the server as a whole. */
    interface Watcher {
        /** It listens; called on the selector's thread, which is {@code selector}. */
        void started(Thread selector);

        /** It is about to end because of an error of its own; called on one of its threads. */
        void failed(Throwable cause);
    }

    private final Watcher watcher;

    LamplinkServer(ServerSocketChannel bound, AcceptedConnections connections, Watcher watcher) {
        super(bound);
        this.watcher = watcher;
        decoders.clear();
        setWebSocketFactory(connections);
        setTcpNoDelay(true);
        setReuseAddr(ListenSocket.REUSES_ADDRESS);
        setConnectionLostTimeout(0); // it counts pongs only; sessions look after silence themselves
        setDaemon(true);
    }

    /** The last thing that happens to an accepted connection here; the library would get memory to read it. */
    @Override
    protected void allocateBuffers(WebSocket socket) {
        ((AcceptedSocket) socket).connection().begin();
    }

    @Override
    public void onStart() {
        Thread.currentThread().setName("lamplink-accept");
        watcher.started(Thread.currentThread());
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception error) {
        watcher.failed(error);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        throw new IllegalStateException("A connection tells AcceptedEvents.");
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        throw new IllegalStateException("A connection tells AcceptedEvents.");
    }

    @Override
    public void onClose(WebSocket socket, int code, @Nullable String reason, boolean remote) {
        throw new IllegalStateException("A connection tells AcceptedEvents.");
    }
}
