package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A server that speaks bytes, so that it can say what no library would. Every wait fails after some seconds. */
final class RawServer implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int FIN = 0x80;

    /** What the seed server answers, with the right key in place of KEY. */
    static final String ANSWER = """
            HTTP/1.1 101 Switching Protocols
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Accept: KEY
            Server: chat server
            Access-Control-Allow-Credentials: false
            Access-Control-Allow-Methods: GET
            Access-Control-Allow-Headers: content-type
            Access-Control-Allow-Origin: *
            Date: Sun, 22 Nov 2026 18:09:53 GMT

            """.replace("\n", "\r\n");

    private static final int PATIENCE_MILLIS = (int) Recorder.PATIENCE.toMillis();

    private final ServerSocket port;

    RawServer() throws IOException {
        this(0);
    }

    /** A server whose system buffers about {@code receiveBuffer} bytes that it does not read; 0 for the usual. */
    RawServer(int receiveBuffer) throws IOException {
        port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port.setSoTimeout(PATIENCE_MILLIS);
        if (receiveBuffer > 0) {
            port.setReceiveBufferSize(receiveBuffer);
        }
    }

    ServerAddress address() {
        return new ServerAddress(
                ServerAddress.Scheme.WS, port.getInetAddress().getHostAddress(), port.getLocalPort(), "/");
    }

    /** The next connection; nothing has been read or said. */
    Connection accept() throws IOException {
        return new Connection(port.accept());
    }

    /** The next connection, as a WebSocket as the seed makes it. */
    Connection acceptWebSocket() throws IOException {
        Connection connection = accept();
        connection.answer(ANSWER);
        return connection;
    }

    @Override
    public void close() throws IOException {
        port.close();
    }

    /** What arrived: the first byte of the header, and the payload without its mask. */
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

    /** One client. */
    static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        /** Reads the request and answers it, with the right key in place of KEY; gives back the request. */
        String answer(String answer) throws IOException {
            String request = readRequest();
            String key = request.replaceFirst("(?s).*Sec-WebSocket-Key: ([^\r]*)\r.*", "$1");
            send(answer.replace("KEY", acceptKey(key)));
            return request;
        }

        String readRequest() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                head.write(in.readUnsignedByte());
            }
            return head.toString(StandardCharsets.US_ASCII);
        }

        void send(String ascii) throws IOException {
            send(ascii.getBytes(StandardCharsets.US_ASCII));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        void sendText(String text) throws IOException {
            sendFrame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        void sendFrame(int head, byte[] payload) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(10 + payload.length).put((byte) head);
            if (payload.length <= 125) {
                frame.put((byte) payload.length);
            } else {
                frame.put((byte) 127).putLong(payload.length);
            }
            frame.put(payload);
            out.write(frame.array(), 0, frame.position());
        }

        Received readFrame() throws IOException {
            int head = in.readUnsignedByte();
            int length = in.readUnsignedByte() - 0x80;
            assertTrue(length >= 0, "a client masks");
            long size = length < 126 ? length : length == 126 ? in.readUnsignedShort() : in.readLong();
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(Math.toIntExact(size));
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Received(head, ByteBuffer.wrap(payload));
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

        /** Closes now rather than at the end of the test. */
        void hangUp() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private static String acceptKey(String key) {
            try {
                byte[] both = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
                return Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(both));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }
}
