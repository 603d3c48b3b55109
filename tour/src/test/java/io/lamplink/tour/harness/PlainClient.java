package io.lamplink.tour.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Any WebSocket client, as a script would use one: the one that comes with Java, and no code of ours. */
public final class PlainClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Journal<String> texts = new Journal<>("What a plain client was told");
    private final Journal<ByteBuffer> binaries = new Journal<>("The binary messages to a plain client");
    private final Journal<Integer> closes = new Journal<>("The close codes of a plain client");
    private WebSocket socket;

    private PlainClient() {}

    /** Connects, offering {@code subProtocols} in that order. */
    public static PlainClient connect(int port, String... subProtocols) throws Exception {
        PlainClient client = new PlainClient();
        WebSocket.Builder builder = client.http.newWebSocketBuilder();
        if (subProtocols.length > 0) {
            builder.subprotocols(subProtocols[0], java.util.Arrays.copyOfRange(subProtocols, 1, subProtocols.length));
        }
        client.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), client.new Listener())
                .get(Journal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return client;
    }

    /** The sub-protocol that the server chose; empty for none. */
    public String subProtocol() {
        return socket.getSubprotocol();
    }

    public void text(String text) {
        socket.sendText(text, true).join();
    }

    public void binary(ByteBuffer bytes) {
        socket.sendBinary(bytes, true).join();
    }

    /** Asks the server to close. */
    public void leave() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    public Journal<String> texts() {
        return texts;
    }

    public Journal<ByteBuffer> binaries() {
        return binaries;
    }

    public Journal<Integer> closes() {
        return closes;
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private ByteBuffer binary = ByteBuffer.allocate(0);

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                texts.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
            binary = ByteBuffer.allocate(binary.remaining() + part.remaining())
                    .put(binary)
                    .put(part)
                    .flip();
            if (last) {
                binaries.add(binary);
                binary = ByteBuffer.allocate(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closes.add(code);
            end();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end();
        }

        private void end() {
            texts.end();
            binaries.end();
            closes.end();
        }
    }
}
