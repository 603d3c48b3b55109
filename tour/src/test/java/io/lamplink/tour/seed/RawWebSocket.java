package io.lamplink.tour.seed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Frames and handshakes on a plain socket, right or wrong, as a test wants them. Writing may be done by any thread. */
public final class RawWebSocket implements AutoCloseable {
    private static final int MAX_HEAD = 64 * 1024;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final boolean masks;

    /** {@code masks} is true for a client (RFC 6455, section 5.3). */
    RawWebSocket(Socket socket, boolean masks) throws IOException {
        this.socket = socket;
        this.masks = masks;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024));
        out = socket.getOutputStream();
    }

    /** A TCP connection to this machine, before any handshake. */
    public static RawWebSocket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 60_000);
        return new RawWebSocket(socket, true);
    }

    /** The same with a handshake that the seed's client would send and like, plus {@code fields}. */
    public static RawWebSocket open(int port, String... fields) throws IOException {
        RawWebSocket raw = connect(port);
        String key = SeedHandshake.newKey();
        raw.writeBytes(SeedHandshake.request("127.0.0.1:" + port, key, fields));
        HttpHead answer = raw.readHead();
        if (!answer.firstLine().startsWith("HTTP/1.1 101")) {
            raw.close();
            throw new IOException("No WebSocket: " + answer.firstLine());
        }
        return raw;
    }

    /** A reader that waits longer than this fails; 0 waits for ever. */
    public void readTimeout(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** Reads up to the empty line that ends an HTTP head. */
    public HttpHead readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0 || head.size() > MAX_HEAD) {
                throw new EOFException("The other side closed within its handshake, after " + head.size() + " bytes.");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return new HttpHead(head.toString(StandardCharsets.ISO_8859_1));
    }

    /** The next frame; {@link EOFException} at the end of the connection. */
    public RawFrame read() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        long length = switch (second & 0x7f) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> second & 0x7f;
        };
        byte[] mask = (second & 0x80) == 0 ? new byte[4] : in.readNBytes(4);
        byte[] payload = in.readNBytes(Math.toIntExact(length));
        if (payload.length < length) {
            throw new EOFException("The connection ended within a frame.");
        }
        if ((second & 0x80) != 0) {
            applyMask(payload, mask);
        }
        return RawFrame.read(first, payload, (second & 0x80) != 0);
    }

    /** Reads on to the first frame of that opcode. */
    public RawFrame readUntil(int opcode) throws IOException {
        RawFrame frame = read();
        while (frame.opcode() != opcode) {
            frame = read();
        }
        return frame;
    }

    /** Reads on until the other side ends the connection, in whatever way; false if that takes longer than the timeout. */
    public boolean readToEnd() {
        try {
            while (in.read() >= 0) {}
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Sends a frame, masked if this side is to mask. */
    public void write(RawFrame frame) throws IOException {
        writeBytes(encode(frame, masks));
    }

    /** Sends a frame the other way round than RFC 6455 wants it. */
    public void writeWronglyMasked(RawFrame frame) throws IOException {
        writeBytes(encode(frame, !masks));
    }

    /** Sends bytes as they are. */
    public synchronized void writeBytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private static byte[] encode(RawFrame frame, boolean masked) {
        int length = frame.payload().length;
        ByteBuffer wire = ByteBuffer.allocate(14 + length);
        wire.put((byte) ((frame.fin() ? 0x80 : 0) | frame.rsv() << 4 | frame.opcode()));
        int maskBit = masked ? 0x80 : 0;
        if (length < 126) {
            wire.put((byte) (maskBit | length));
        } else if (length < 65536) {
            wire.put((byte) (maskBit | 126)).putShort((short) length);
        } else {
            wire.put((byte) (maskBit | 127)).putLong(length);
        }
        byte[] payload = frame.payload();
        if (masked) {
            byte[] mask = new byte[4];
            ThreadLocalRandom.current().nextBytes(mask);
            wire.put(mask);
            payload = payload.clone();
            applyMask(payload, mask);
        }
        wire.put(payload).flip();
        byte[] bytes = new byte[wire.remaining()];
        wire.get(bytes);
        return bytes;
    }

    private static void applyMask(byte[] payload, byte[] mask) {
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
    }

    /** Ends the connection as a process does that is killed in the middle of things. */
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
