package io.lamplink.bench.crowd;

import static io.lamplink.bench.crowd.LightMessage.ascii;

import io.lamplink.bench.process.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One client: connects, introduces itself, acknowledges texts, answers pings, says a text at a time. Used by one thread. */
final class LightClient {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int ID_CHARS = 36;
    private static final byte[] CHAT = ascii("CHAT");
    private static final byte[] CHAT_ACK = ascii("CHAT_ACK");
    private static final byte[] HELLO = ascii("HELLO");
    private static final byte[] FILE_HEADER = ascii("FILE_HEADER");
    private static final byte[] ACK_HEAD = ascii("{\"type\":\"CHAT_ACK\",\"id\":\"");
    private static final byte[] ACK_TAIL = ascii("\"}");

    /** What a client tells the crowd it belongs to. */
    interface Listener {
        /** The server has introduced itself too. */
        void ready(LightClient client);

        /** A text of the server came; {@code inOrder} if its number follows that of the last one. */
        void heard(LightClient client, boolean inOrder);

        /** A text of this client was acknowledged after so many nanoseconds. */
        void acknowledged(long nanos);

        /** The connection has ended, and nobody here wanted that. */
        void lost(LightClient client, String why);
    }

    private final Listener listener;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final LightFrames frames = new LightFrames();
    private final boolean stalls;
    private @Nullable StringBuilder head = new StringBuilder();
    private ByteBuffer unsent = ByteBuffer.allocate(0);
    private long next = -1;
    private long saidAt;
    private boolean ready;

    /** Connects to {@code port} of this computer; {@code stalls} if it shall read nothing more once a file is offered. */
    LightClient(int port, boolean stalls, Selector selector, Listener listener) throws IOException {
        this.listener = listener;
        this.stalls = stalls;
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(ascii("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: lamplink.v1\r\n\r\n")));
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Forgets the numbers that it heard: the next one is 0. Until then it takes any as its first. */
    void startOver() {
        next = 0;
    }

    /** How many texts it has heard in order. */
    long heard() {
        return next;
    }

    /** Says a text, unless one has no answer yet. */
    void say(long now) {
        if (saidAt == 0 && ready) {
            saidAt = now;
            text("{\"type\":\"CHAT\",\"id\":\"" + new UUID(now, now ^ hashCode())
                    + "\",\"text\":\"Something to say.\",\"time\":\"2026-01-01T00:00:00Z\"}");
        }
    }

    /** Whether the server has introduced itself. */
    boolean isReady() {
        return ready;
    }

    /** Whether something that it said has no answer yet. */
    boolean waits() {
        return saidAt != 0;
    }

    /** Goes without a word. */
    void leave() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            throw new BenchException("A light client could not be closed.", e);
        }
    }

    /** The connection is ready for what it waits for; {@code room} is for what comes. */
    void turn(byte[] room) {
        try {
            if (key.isWritable()) {
                writeUnsent();
            }
            int bytes = channel.read(ByteBuffer.wrap(room));
            if (bytes < 0) {
                lost("The server has ended the connection.");
            } else {
                take(room, bytes);
            }
        } catch (IOException e) {
            lost(String.valueOf(e.getMessage()));
        }
    }

    private void take(byte[] bytes, int length) {
        StringBuilder soFar = head;
        if (soFar == null) {
            frames.add(bytes, length, this::take);
        } else {
            openWith(soFar.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)));
        }
    }

    private void openWith(StringBuilder all) {
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        if (!all.toString().startsWith("HTTP/1.1 101 ")) {
            throw new BenchException("The server has refused a light client: " + all);
        }
        byte[] rest = all.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        head = null;
        text("{\"type\":\"HELLO\",\"name\":\"light\",\"version\":\"bench\",\"capabilities\":[\"chat\",\"files\"]}");
        frames.add(rest, rest.length, this::take);
    }

    private void take(int opcode, byte[] bytes, int from, int length) {
        switch (opcode) {
            case TEXT -> take(new LightMessage(bytes, from, length), bytes);
            case PING -> answer(PONG, bytes, from, length);
            case CLOSE ->
                lost("The server has closed: " + new String(bytes, from + 2, length - 2, StandardCharsets.UTF_8));
            default -> {
                return; // pongs, and chunks of files, which are not taken here
            }
        }
    }

    private void take(LightMessage message, byte[] bytes) {
        if (message.is(CHAT)) {
            acknowledge(bytes, message.id());
            long number = message.number();
            boolean inOrder = next < 0 || number == next;
            next = inOrder ? number + 1 : next;
            listener.heard(this, inOrder);
        } else if (message.is(CHAT_ACK)) {
            listener.acknowledged(System.nanoTime() - saidAt);
            saidAt = 0;
        } else if (message.is(HELLO)) {
            ready = true;
            listener.ready(this);
        } else if (message.is(FILE_HEADER)) {
            offered(message.transfer());
        }
    }

    private void offered(String transfer) {
        String answer = stalls ? "\"accepted\":true,\"offset\":0" : "\"accepted\":false,\"reason\":\"declined\"";
        text("{\"type\":\"FILE_ACK\",\"transferId\":\"" + transfer + "\"," + answer + "}");
        if (stalls) {
            key.interestOps(0);
        }
    }

    private void acknowledge(byte[] bytes, int id) {
        byte[] ack = new byte[ACK_HEAD.length + ID_CHARS + ACK_TAIL.length];
        System.arraycopy(ACK_HEAD, 0, ack, 0, ACK_HEAD.length);
        System.arraycopy(bytes, id, ack, ACK_HEAD.length, ID_CHARS);
        System.arraycopy(ACK_TAIL, 0, ack, ACK_HEAD.length + ID_CHARS, ACK_TAIL.length);
        answer(TEXT, ack, 0, ack.length);
    }

    private void text(String json) {
        byte[] bytes = ascii(json);
        answer(TEXT, bytes, 0, bytes.length);
    }

    private void answer(int opcode, byte[] bytes, int from, int length) {
        ByteBuffer frame = ByteBuffer.allocate(8 + length);
        LightFrames.put(frame, opcode, bytes, from, length);
        try {
            write(frame.flip());
        } catch (IOException e) {
            lost(String.valueOf(e.getMessage()));
        }
    }

    /** Writes what can be written; the rest follows when the connection is ready for it. */
    private void write(ByteBuffer more) throws IOException {
        if (unsent.hasRemaining()) {
            int bytes = unsent.remaining() + more.remaining();
            unsent = ByteBuffer.allocate(bytes).put(unsent).put(more).flip();
            return;
        }
        channel.write(more);
        if (more.hasRemaining()) {
            unsent = more;
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    private void writeUnsent() throws IOException {
        channel.write(unsent);
        if (!unsent.hasRemaining()) {
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
    }

    private void lost(String why) {
        leave();
        listener.lost(this, why);
    }
}
