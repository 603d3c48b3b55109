package io.lamplink.common.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.java_websocket.enums.Opcode;

/**
 * Writes one frame (RFC 6455, section 5.2) into one buffer: header and all parts, each byte copied once and masked in
 * place eight at a time. The library copies twice and masks byte by byte.
 */
final class FrameEncoder {
    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private FrameEncoder() {}

    /** The bytes of an unmasked frame, as a server sends it. The buffer has an array that starts at its position 0. */
    static ByteBuffer encode(Opcode opcode, boolean fin, List<ByteBuffer> parts) {
        long size = size(parts);
        ByteBuffer wire = ByteBuffer.wrap(new byte[frameBytes(size, 0)]);
        putHeader(wire, opcode, fin, size, 0);
        putParts(wire, parts);
        return wire.flip();
    }

    /** The bytes of a frame masked with {@code key}, as a client sends it. */
    static ByteBuffer encodeMasked(Opcode opcode, boolean fin, List<ByteBuffer> parts, int key) {
        long size = size(parts);
        byte[] bytes = new byte[frameBytes(size, Integer.BYTES)];
        ByteBuffer wire = ByteBuffer.wrap(bytes);
        putHeader(wire, opcode, fin, size, MASKED);
        wire.putInt(key);
        int start = wire.position();
        putParts(wire, parts);
        mask(bytes, start, bytes.length, key);
        return wire.flip();
    }

    private static long size(List<ByteBuffer> parts) {
        long size = 0;
        for (ByteBuffer part : parts) {
            size += part.remaining();
        }
        return size;
    }

    private static int frameBytes(long size, int keyBytes) {
        int lengthBytes = size <= 125 ? 0 : size <= 0xFFFF ? Short.BYTES : Long.BYTES;
        return Math.toIntExact(2 + lengthBytes + keyBytes + size);
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
