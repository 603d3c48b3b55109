package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.lamplink.common.protocol.CloseReason;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of the server under test that says what it likes. In texts, {@code ID} stands for its transfer's id. */
final class HostileClient implements AutoCloseable {
    static final String HELLO = "{\"type\":\"HELLO\",\"name\":\"mallory\",\"version\":\"0\","
            + "\"capabilities\":[\"chat\",\"files\",\"folders\"]}";
    static final String CHAT =
            "{\"type\":\"CHAT\",\"id\":\"%s\",\"text\":\"still there?\",\"time\":\"2026-11-22T18:09:53Z\"}";

    private static final String LAMPLINK =
            RawClient.REQUEST.replace("Host:", "Sec-WebSocket-Protocol: lamplink.v1\r\nHost:");
    private static final Pattern TRANSFER = Pattern.compile("\"transferId\":\"([^\"]*)\"");

    private final RawClient raw;
    private final AtomicLong sent = new AtomicLong();
    private UUID transfer = UUID.randomUUID();

    HostileClient(InetSocketAddress address) throws IOException {
        raw = new RawClient(address);
    }

    /** A client that is there and means well. */
    static HostileClient ready(InetSocketAddress address) throws IOException {
        HostileClient client = new HostileClient(address);
        client.open(LAMPLINK);
        client.text(HELLO);
        client.awaitText("\"HELLO\"");
        return client;
    }

    RawClient raw() {
        return raw;
    }

    UUID transfer() {
        return transfer;
    }

    void openQt() throws IOException {
        open(RawClient.REQUEST);
    }

    void openLamplink() throws IOException {
        open(LAMPLINK);
    }

    private void open(String request) throws IOException {
        raw.send(request);
        String head = raw.readHead();
        assertTrue(head.startsWith("HTTP/1.1 101 "), head);
    }

    /** Offers a file and waits until it is taken. */
    void push() throws IOException {
        text("{\"type\":\"FILE_HEADER\",\"transferId\":\"ID\",\"name\":\"x\",\"size\":10,\"chunkSize\":10}");
        awaitText("\"accepted\":true");
    }

    /** Takes the file that the server offers. */
    void pull() throws IOException {
        Matcher id = TRANSFER.matcher(awaitText("FILE_HEADER"));
        assertTrue(id.find());
        transfer = UUID.fromString(id.group(1));
        text("{\"type\":\"FILE_ACK\",\"transferId\":\"ID\",\"accepted\":true,\"offset\":0}");
        RawClient.Received chunk = raw.readFrame();
        while (chunk.opcode() != RawClient.BINARY) {
            chunk = raw.readFrame();
        }
    }

    void bytes(int... bytes) throws IOException {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        raw.send(all);
    }

    void text(String text) throws IOException {
        raw.sendText(text.replace("ID", transfer.toString()));
    }

    void binary(byte[] payload) throws IOException {
        raw.sendFrame(RawClient.FIN | RawClient.BINARY, payload);
    }

    /** A FILE_CHUNK of its transfer. */
    void chunk(long offset, int length) throws IOException {
        binary(ByteBuffer.allocate(25 + length)
                .put((byte) 1)
                .putLong(transfer.getMostSignificantBits())
                .putLong(transfer.getLeastSignificantBits())
                .putLong(offset)
                .array());
    }

    /** Sends the same again and again, or until the server has had enough. */
    void flood(byte[] bytes, int times) {
        try {
            for (int i = 0; i < times; i++) {
                raw.send(bytes);
            }
        } catch (IOException e) {
            // It has closed already.
        }
    }

    /** Sends the same without end, on another thread. */
    void floodForEver(byte[] bytes) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    raw.send(bytes);
                    sent.incrementAndGet();
                }
            } catch (IOException e) {
                // The server has closed, or the test has.
            }
        });
    }

    /** Waits until the flood is held back: nothing more is taken for half a second, or the connection is closed with 4429. */
    void awaitHeldBack() throws IOException {
        long deadline = System.nanoTime() + TestServer.PATIENCE.toNanos();
        raw.patience(500);
        while (System.nanoTime() - deadline < 0) {
            long before = sent.get();
            try {
                RawClient.Received frame = raw.readFrame();
                if (frame.opcode() == RawClient.CLOSE) {
                    assertEquals(CloseReason.FLOOD, frame.closeCode(), closeText(frame));
                    return;
                }
            } catch (SocketTimeoutException e) {
                if (sent.get() == before) {
                    return;
                }
            }
        }
        fail("The flood is taken as fast as it comes.");
    }

    /** The first text message in which {@code part} stands. */
    String awaitText(String part) throws IOException {
        while (true) {
            RawClient.Received frame = raw.readFrame();
            assertTrue(frame.opcode() != RawClient.CLOSE, () -> "closed: " + closeText(frame));
            if (frame.opcode() == RawClient.TEXT && frame.text().contains(part)) {
                return frame.text();
            }
        }
    }

    /** Says something, and waits until the server has it. */
    void roundTrip() throws IOException {
        UUID id = UUID.randomUUID();
        text(CHAT.formatted(id));
        awaitText("\"CHAT_ACK\",\"id\":\"" + id);
    }

    /** Sends a ping, and waits for its pong. */
    void pingPong() throws IOException {
        raw.sendFrame(RawClient.FIN | RawClient.PING, "alive?".getBytes(StandardCharsets.US_ASCII));
        RawClient.Received frame = raw.readFrame();
        while (frame.opcode() != RawClient.PONG || !frame.text().equals("alive?")) {
            RawClient.Received other = frame;
            assertTrue(other.opcode() != RawClient.CLOSE, () -> "closed: " + closeText(other));
            frame = raw.readFrame();
        }
    }

    void awaitClose(int code) throws IOException {
        RawClient.Received frame = raw.readFrame();
        while (frame.opcode() != RawClient.CLOSE) {
            frame = raw.readFrame();
        }
        assertEquals(code, frame.payload().remaining() < 2 ? 1005 : frame.closeCode(), closeText(frame));
        raw.readToEnd();
    }

    /** The end of the stream, without a close frame before it. */
    void awaitCut() throws IOException {
        try {
            while (true) {
                RawClient.Received frame = raw.readFrame();
                assertTrue(frame.opcode() != RawClient.CLOSE, () -> "closed: " + closeText(frame));
            }
        } catch (EOFException | SocketException e) {
            // As expected.
        }
    }

    private static String closeText(RawClient.Received close) {
        ByteBuffer payload = close.payload();
        return payload.remaining() < 2
                ? "without code"
                : payload.getShort(0) + " " + StandardCharsets.UTF_8.decode(payload.slice(2, payload.remaining() - 2));
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
