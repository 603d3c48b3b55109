package io.lamplink.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the bytes of a new connection until the head of its request is complete, so that the library, which has no
 * bound and starts over with every byte that drips in, reads it once. Used by the thread of its connection's loop alone.
 */
final class HandshakeGate {
    /** Bytes that a head may have; the library's own buffers are larger, so all of it fits into one. */
    static final int MAX_HEAD_BYTES = 16 * 1024;

    /** Held at first, since most heads are short and most connections of a flood never say a word. */
    private static final int FIRST_ROOM = 1024;

    private final Function<String, @Nullable Refusal> judge;
    private ByteBuffer read = ByteBuffer.allocate(FIRST_ROOM);
    private int scanned;
    private boolean broken;

    /** A gate at which {@code judge} says why a whole head is refused, or null. */
    HandshakeGate(Function<String, @Nullable Refusal> judge) {
        this.judge = judge;
    }

    /** Where the next bytes go. */
    ByteBuffer space() {
        if (!read.hasRemaining() && read.capacity() < MAX_HEAD_BYTES) {
            read = ByteBuffer.wrap(Arrays.copyOf(read.array(), Math.min(MAX_HEAD_BYTES, 4 * read.capacity())))
                    .position(read.position());
        }
        return read;
    }

    /** Everything read so far, once {@link #isComplete()}. */
    ByteBuffer everything() {
        return read.duplicate().flip();
    }

    /** Why the connection is refused as far as can be told by now, or null. */
    @Nullable
    Refusal refusal() {
        if (read.position() > 0 && (read.get(0) < 'A' || read.get(0) > 'Z')) {
            return Refusal.NOT_HTTP; // as a TLS client says hello
        }
        if (isComplete()) {
            return judge.apply(StandardCharsets.ISO_8859_1
                    .decode(everything().limit(end()))
                    .toString());
        }
        if (broken) {
            return Refusal.BAD_REQUEST;
        }
        return read.position() < MAX_HEAD_BYTES ? null : Refusal.HEAD_TOO_LARGE;
    }

    /** Whether the empty line has come that ends the head. */
    boolean isComplete() {
        while (end() == 0 && !broken && scanned < read.position()) {
            broken = !fits(read.get(scanned), scanned == 0 ? 0 : read.get(scanned - 1));
            scanned++;
        }
        return end() > 0;
    }

    /** Programs differ about lines that end in one byte, and about control characters: so may those before and behind us. */
    private static boolean fits(byte next, byte before) {
        boolean lineEnds = (next == '\n') == (before == '\r');
        boolean control = next >= 0 && next < ' ' && next != '\t' && next != '\r' && next != '\n';
        return lineEnds && !control && next != 0x7F;
    }

    /** Where the head ends, just behind its empty line, or 0. */
    private int end() {
        boolean emptyLine = !broken
                && scanned >= 4
                && read.get(scanned - 4) == '\r'
                && read.get(scanned - 3) == '\n'
                && read.get(scanned - 2) == '\r'
                && read.get(scanned - 1) == '\n';
        return emptyLine ? scanned : 0;
    }
}
