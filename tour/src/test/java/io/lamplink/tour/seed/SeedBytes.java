package io.lamplink.tour.seed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The seed's binary messages: QDataStream values in a row, big-endian, as right or as wrong as a test wants them. */
public final class SeedBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Writing {
        void write() throws IOException;
    }

    private SeedBytes() {}

    /** A message of that type, which is its first QString. */
    public static SeedBytes type(String type) {
        return new SeedBytes().string(type);
    }

    public static byte[] header(String name, long size) {
        return type("FILE_HEADER").string(name).number(size).bytes();
    }

    public static byte[] ack(String name) {
        return type("FILE_ACK").string(name).bytes();
    }

    public static byte[] chunk(byte[] data) {
        return type("FILE_CHUNK").array(data).bytes();
    }

    /** A chunk whose length field says {@code length}, whatever {@code data} is (T8). */
    public static byte[] lyingChunk(int length, byte[] data) {
        return type("FILE_CHUNK").length(length).raw(data).bytes();
    }

    public static byte[] chunkAck() {
        return type("FILE_CHUNK_ACK").bytes();
    }

    public static byte[] request(String path) {
        return type("FILE_REQUEST").string(path).number(0).bytes();
    }

    /** A QString; null for a null one. */
    public SeedBytes string(String text) {
        return text == null ? length(-1) : length(2 * text.length()).written(() -> out.writeChars(text));
    }

    public SeedBytes array(byte[] data) {
        return length(data.length).raw(data);
    }

    public SeedBytes number(long value) {
        return written(() -> out.writeLong(value));
    }

    public SeedBytes length(int length) {
        return written(() -> out.writeInt(length));
    }

    public SeedBytes raw(byte[] data) {
        return written(() -> out.write(data));
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private SeedBytes written(Writing writing) {
        try {
            writing.write();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads as QDataStream does: what is cut short reads as empty or 0, and so does all that follows. */
    static final class Reader {
        private final ByteBuffer in;
        private boolean broken;

        Reader(byte[] payload) {
            in = ByteBuffer.wrap(payload);
        }

        String string() {
            return new String(array(), StandardCharsets.UTF_16BE);
        }

        byte[] array() {
            int length = broken || in.remaining() < 4 ? 0 : in.getInt();
            if (length == -1) {
                return new byte[0];
            }
            broken |= length < 0 || length > in.remaining();
            byte[] data = new byte[broken ? 0 : length];
            in.get(data);
            return data;
        }

        long number() {
            broken |= in.remaining() < 8;
            return broken ? 0 : in.getLong();
        }
    }
}
