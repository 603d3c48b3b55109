package io.lamplink.common.protocol.qt;

import io.lamplink.common.protocol.Frame;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the original program's binary messages as QDataStream values (Qt 6 documentation, "Serializing Qt Data Types"), big-endian:
 * a QString is a 32-bit length in bytes and UTF-16 without byte order mark, a QByteArray a 32-bit length and bytes, a
 * qint64 8 bytes. Checks no limit; its callers do.
 */
final class QtWriter {
    private QtWriter() {}

    static Frame header(String name, long size) {
        ByteBuffer out = start(QtNames.FILE_HEADER, length(name) + Long.BYTES);
        put(out, name);
        return Frame.Binary.of(out.putLong(size).flip());
    }

    /** {@code name} as it came, null where it came as a null QString. */
    static Frame ack(@Nullable String name) {
        ByteBuffer out = start(QtNames.FILE_ACK, length(name));
        put(out, name);
        return Frame.Binary.of(out.flip());
    }

    /** The data follow as a part of their own, not copied; {@code ceded} as in {@link Frame.Binary}. */
    static Frame chunk(ByteBuffer data, boolean ceded) {
        ByteBuffer out = start(QtNames.FILE_CHUNK, Integer.BYTES).putInt(data.remaining());
        return new Frame.Binary(List.of(out.flip(), data), ceded);
    }

    static Frame chunkAck() {
        return Frame.Binary.of(start(QtNames.FILE_CHUNK_ACK, 0).flip());
    }

    /** The number at the end has no meaning; the original program writes 0. */
    static Frame request(String path) {
        ByteBuffer out = start(QtNames.FILE_REQUEST, length(path) + Long.BYTES);
        put(out, path);
        return Frame.Binary.of(out.putLong(0).flip());
    }

    /** Bytes of a chunk's frame before its data. */
    static int chunkHeaderBytes() {
        return length(QtNames.FILE_CHUNK) + Integer.BYTES;
    }

    private static ByteBuffer start(String type, int more) {
        ByteBuffer out = ByteBuffer.allocate(length(type) + more);
        put(out, type);
        return out;
    }

    private static int length(@Nullable String text) {
        return Integer.BYTES + (text == null ? 0 : 2 * text.length());
    }

    /** Unit by unit, so that a name goes back as it came even if it is not well-formed. */
    private static void put(ByteBuffer out, @Nullable String text) {
        if (text == null) {
            out.putInt(QtReader.NULL_LENGTH);
            return;
        }
        out.putInt(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            out.putChar(text.charAt(i));
        }
    }
}
