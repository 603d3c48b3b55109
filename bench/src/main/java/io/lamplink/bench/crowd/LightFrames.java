package io.lamplink.bench.crowd;

import io.lamplink.bench.process.BenchException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts the bytes that a server sends on one connection into whole unfragmented frames. Between two calls it keeps no more
 * than the beginning of a frame.
 */
final class LightFrames {
    private static final byte[] NOTHING = new byte[0];

    private byte[] kept = NOTHING;

    /** Hears of each frame. */
    @FunctionalInterface
    interface Taker {
        /**
         * A frame.
         *
         * @param opcode as in RFC 6455
         * @param bytes holds the payload from {@code from} on; not to be kept
         */
        void take(int opcode, byte[] bytes, int from, int length);
    }

    /** Takes the next bytes of the connection. */
    void add(byte[] bytes, int length, Taker taker) {
        byte[] all = bytes;
        int end = length;
        if (kept.length > 0) {
            all = Arrays.copyOf(kept, kept.length + length);
            System.arraycopy(bytes, 0, all, kept.length, length);
            end = all.length;
        }
        int at = 0;
        for (int next = next(all, at, end, taker); next > at; next = next(all, at, end, taker)) {
            at = next;
        }
        kept = at == end ? NOTHING : Arrays.copyOfRange(all, at, end);
    }

    /** Where the frame at {@code at} ends, after it was taken; {@code at} if it is not whole. */
    private static int next(byte[] all, int at, int end, Taker taker) {
        if (end - at < 2) {
            return at;
        }
        int declared = all[at + 1];
        int header = declared < 126 ? 2 : declared == 126 ? 4 : 10;
        if (declared < 0 || all[at] >= 0) {
            throw new BenchException("The server has sent a fragment or a masked frame.");
        }
        if (end - at < header) {
            return at;
        }
        long length = declared;
        if (declared >= 126) {
            ByteBuffer said = ByteBuffer.wrap(all, at + 2, header - 2);
            length = declared == 126 ? said.getShort() & 0xFFFF : said.getLong();
        }
        if (end - at - header < length) {
            return at;
        }
        taker.take(all[at] & 0x0F, all, at + header, (int) length);
        return at + header + (int) length;
    }

    /** Appends a masked frame; the key is 0, which costs no time and is as good as any other on this machine. */
    static void put(ByteBuffer out, int opcode, byte[] bytes, int from, int length) {
        out.put((byte) (0x80 | opcode));
        if (length < 126) {
            out.put((byte) (0x80 | length));
        } else {
            out.put((byte) (0x80 | 126)).putShort((short) length);
        }
        out.putInt(0).put(bytes, from, length);
    }
}
