package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** A client that speaks bytes, so that it can say what no library would. Every read fails after some seconds. */
final class RawClient implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int FIN = 0x80;
    static final int RSV1 = 0x40;

    static final String REQUEST = """
            GET / HTTP/1.1
            Host: 127.0.0.1
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: +x32lpzdErti3Qk2A+RDsg==
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n");

    private static final int PATIENCE_MILLIS = (int) TestServer.PATIENCE.toMillis();

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    /** What arrived: the first byte of the header, and the payload. */
    record Received(int head, ByteBuffer payload) {
        int opcode() {
            return head & 15;
        }

        String text() {
            return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
        }

        int closeCode() {
            assertEquals(CLOSE, opcode(), () -> "a close frame, but got " + text());
            return payload.getShort(0);
        }
    }

    RawClient(InetSocketAddress address) throws IOException {
        this(address, 0);
    }

    /** A client whose system buffers about {@code receiveBuffer} bytes that it does not read; 0 for the usual. */
    RawClient(InetSocketAddress address, int receiveBuffer) throws IOException {
        socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(address, PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** A client that encrypts, on whose socket everything has been set. */
    RawClient(SSLSocket encrypted) throws IOException {
        socket = encrypted;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** A client whose handshake is done. */
    static RawClient open(InetSocketAddress address) throws IOException {
        return open(address, 0);
    }

    static RawClient open(InetSocketAddress address, int receiveBuffer) throws IOException {
        return new RawClient(address, receiveBuffer).upgraded();
    }

    /** The same client, after its handshake. */
    RawClient upgraded() throws IOException {
        send(REQUEST);
        String head = readHead();
        assertTrue(head.startsWith("HTTP/1.1 101 "), head);
        return this;
    }

    void send(String ascii) throws IOException {
        send(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void sendFrame(int head, byte[] payload) throws IOException {
        send(frame(head, payload));
    }

    void sendText(String text) throws IOException {
        sendFrame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An unmasked frame. */
    static byte[] frame(int head, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) head);
        if (payload.length <= 125) {
            frame.put((byte) payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    /** The head of the server's answer with its empty line; whatever came, if it ended before that. */
    String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    Received readFrame() throws IOException {
        int head = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        assertTrue(length < 0x80, "a server does not mask");
        long size = length < 126 ? length : length == 126 ? in.readUnsignedShort() : in.readLong();
        return new Received(head, ByteBuffer.wrap(in.readNBytes(Math.toIntExact(size))));
    }

    /** Reads whatever still comes and returns how much it was; a reset counts as an end, silence fails. */
    long readToEnd() throws IOException {
        long bytes = 0;
        byte[] room = new byte[64 * 1024];
        try {
            for (int read = in.read(room); read >= 0; read = in.read(room)) {
                bytes += read;
            }
        } catch (SocketException e) {
            return bytes;
        }
        return bytes;
    }

    /** Whether the server ends the connection within {@code time}; what it sends before that is thrown away. */
    boolean endsWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            readToEnd();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** From now on a read that takes longer fails. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    int localPort() {
        return socket.getLocalPort();
    }

    /** Ends the connection as a process does that is killed. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Closes now rather than at the end of the test. */
    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
