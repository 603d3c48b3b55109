package io.lamplink.common.websocket;

import io.lamplink.common.protocol.Frame;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.java_websocket.enums.Opcode;

/**
 * Writes one frame (RFC 6455, section 5.2) into one buffer: header and all parts, each byte copied once and masked in
 * place eight at a time. The library copies twice and masks byte by byte. A ceded part is not copied at all if there is room
 * before it: the frame is then built around it.
 */
final class FrameEncoder {
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    /** The library asks every frame up to this length for its array, to write it into a log that nobody reads. */
    static final int LOGGED_BYTES = 1000;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private FrameEncoder() {}

    /**
     * The bytes of an unmasked frame, as a server sends it. They need not start at the buffer's position 0.
     *
     * @param ceded whether the last part may be overwritten, as in {@link Frame.Binary}
     */
    static ByteBuffer encode(Opcode opcode, boolean fin, List<ByteBuffer> parts, boolean ceded) {
        long size = size(parts);
        int bytes = Math.addExact(headerBytes(size, false), Math.toIntExact(size));
        boolean inPlace = ceded && hasRoom(parts.getLast(), bytes);
        ByteBuffer wire = inPlace ? around(parts.getLast(), bytes) : ByteBuffer.allocate(bytes);
        int start = wire.position();
        putHeader(wire, opcode, fin, size, 0);
        putParts(wire, inPlace ? parts.subList(0, parts.size() - 1) : parts);
        return wire.position(start);
    }

    /**
     * The bytes of a frame masked with {@code key}, as a client sends it. The buffer has an array whose first byte is the
     * frame's first: the library's client writes arrays from their beginning, whatever the position.
     *
     * @param ceded whether the last part may be overwritten, as in {@link Frame.Binary}
     */
    static ByteBuffer encodeMasked(Opcode opcode, boolean fin, List<ByteBuffer> parts, boolean ceded, int key) {
        long size = size(parts);
        int bytes = Math.addExact(headerBytes(size, true), Math.toIntExact(size));
        boolean inPlace = ceded && startsItsArray(parts.getLast(), bytes);
        ByteBuffer wire = inPlace ? around(parts.getLast(), bytes) : ByteBuffer.allocate(bytes);
        putHeader(wire, opcode, fin, size, MASKED);
        wire.putInt(key);
        int start = wire.position();
        putParts(wire, inPlace ? parts.subList(0, parts.size() - 1) : parts);
        mask(wire.array(), start, bytes, key);
        return wire.position(0);
    }

    /** Bytes of a frame before its payload of {@code size} bytes: 2 to 14. */
    static int headerBytes(long size, boolean masked) {
        int lengthBytes = size <= 125 ? 0 : size <= 0xFFFF ? Short.BYTES : Long.BYTES;
        return 2 + lengthBytes + (masked ? Integer.BYTES : 0);
    }

    /** Whether a frame of {@code bytes} bytes can end where {@code last} ends, and the library can take it from there. */
    private static boolean hasRoom(ByteBuffer last, int bytes) {
        boolean takes = last.hasArray() || bytes > LOGGED_BYTES;
        return bytes <= last.limit() && !last.isReadOnly() && takes;
    }

    private static boolean startsItsArray(ByteBuffer last, int bytes) {
        return bytes == last.limit() && last.hasArray() && last.arrayOffset() == 0;
    }

    private static ByteBuffer around(ByteBuffer last, int bytes) {
        return last.duplicate().position(last.limit() - bytes);
    }

    private static long size(List<ByteBuffer> parts) {
        long size = 0;
        for (ByteBuffer part : parts) {
            size += part.remaining();
        }
        return size;
    }

    private static void putHeader(ByteBuffer wire, Opcode opcode, boolean fin, long size, int masked) {
        wire.put((byte) ((fin ? FIN : 0) | bits(opcode)));
        if (size <= 125) {
            wire.put((byte) (masked | size));
        } else if (size <= 0xFFFF) {
            wire.put((byte) (masked | 126)).putShort((short) size);
        } else {
            wire.put((byte) (masked | 127)).putLong(size);
        }
    }

    private static void putParts(ByteBuffer wire, List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            wire.put(part.duplicate());
        }
    }

    /** Masks, or unmasks, the bytes from {@code start} to {@code end} with {@code key}, whose high byte is the first. */
    static void mask(byte[] bytes, int start, int end, int key) {
        long twice = (long) key << 32 | Integer.toUnsignedLong(key);
        int at = start;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ twice);
        }
        for (int shift = 24; at < end; at++, shift = shift - 8 & 31) {
            bytes[at] ^= (byte) (key >>> shift);
        }
    }

    /** The same in any buffer, whose indices count from its beginning. */
    static void mask(ByteBuffer bytes, int start, int end, int key) {
        if (bytes.hasArray()) {
            mask(bytes.array(), bytes.arrayOffset() + start, bytes.arrayOffset() + end, key);
        } else {
            maskDirect(bytes.duplicate(), start, end, key);
        }
    }

    private static void maskDirect(ByteBuffer bytes, int start, int end, int key) {
        long twice = (long) key << 32 | Integer.toUnsignedLong(key);
        int at = start;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            bytes.putLong(at, bytes.getLong(at) ^ twice);
        }
        for (int shift = 24; at < end; at++, shift = shift - 8 & 31) {
            bytes.put(at, (byte) (bytes.get(at) ^ key >>> shift));
        }
    }

    private static int bits(Opcode opcode) {
        return switch (opcode) {
            case CONTINUOUS -> 0;
            case TEXT -> 1;
            case BINARY -> 2;
            case CLOSING -> 8;
            case PING -> 9;
            case PONG -> 10;
        };
    }
}
