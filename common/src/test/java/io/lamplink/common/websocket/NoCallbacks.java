package io.lamplink.common.websocket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.handshake.Handshakedata;

/** Does nothing with what the library tells. */
public class NoCallbacks extends WebSocketAdapter {
    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {}

    @Override
    public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onWebsocketMessage(WebSocket socket, String message) {}

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer bytes) {}

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

    @Override
    public void onWebsocketError(WebSocket socket, Exception error) {}

    @Override
    public void onWriteDemand(WebSocket socket) {}

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
        return new InetSocketAddress(0);
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
        return new InetSocketAddress(0);
    }
}
