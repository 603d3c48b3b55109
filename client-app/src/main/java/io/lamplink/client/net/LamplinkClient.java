package io.lamplink.client.net;

import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import javax.net.SocketFactory;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library's client for one attempt, set up as it should be. Its callbacks are passed on, and return at once. */
final class LamplinkClient extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(LamplinkClient.class);

    /** Bytes read at once; a socket's stream takes no more. */
    private static final int READ_BYTES = 128 * 1024;

    private final ConnectAttempt attempt;

    LamplinkClient(ServerAddress address, boolean offerLamplink, WireMeter meter, ConnectAttempt attempt) {
        // the host of this URI is never used: the attempt makes the TCP connection, and the field Host is given
        super(URI.create("ws://server" + address.pathAndQuery()), LamplinkDraft.forClient(offerLamplink, meter));
        this.attempt = attempt;
        addHeader("Host", address.hostField());
        setSocketFactory(new Connecting());
        setTcpNoDelay(true);
        setReceiveBufferSize(READ_BYTES); // of the library's reads; the socket itself does not take it
        setConnectionLostTimeout(0); // it counts pongs only; sessions look after silence themselves
        setDaemon(true);
    }

    /** The library's end of the connection, which the client only wraps. */
    WebSocketImpl socket() {
        return (WebSocketImpl) getConnection();
    }

    @Override
    public void run() {
        Thread.currentThread().setName("lamplink-client-reader");
        try {
            super.run();
        } catch (Throwable e) {
            LOG.error("An error in reading; the connection is closed.", e);
            socket().closeConnection(CloseFrame.UNEXPECTED_CONDITION, "An error in the program.");
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        attempt.opened(LamplinkDraft.isLamplink(getProtocol()), handshake.getFieldValue("Server"));
    }

    @Override
    public void onMessage(String text) {
        attempt.link().heard(text);
    }

    @Override
    public void onMessage(ByteBuffer bytes) {
        attempt.link().heard(bytes);
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
        attempt.link().pinged(ping);
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata pong) {
        attempt.link().ponged(pong);
    }

    @Override
    public void onClose(int code, @Nullable String reason, boolean remote) {
        attempt.closed(code, reason);
    }

    @Override
    public void onError(Exception error) {
        LOG.debug("The library reports an error.", error);
    }

    /** Has the attempt connect, and encrypt if that is wanted, before the library can; the library asks in no other way. */
    private final class Connecting extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            return attempt.connectTcp();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
