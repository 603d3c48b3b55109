package io.lamplink.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the bytes of a new connection until the head of its request is complete, so that the library, which has no
 * bound and starts over with every byte that drips in, reads it once. Used by the selector's thread alone.
 */
final class HandshakeGate {
    /** Bytes that a head may have; the library's own buffers are larger, so all of it fits into one. */
    static final int MAX_HEAD_BYTES = 16 * 1024;

    private final ByteBuffer read = ByteBuffer.allocate(MAX_HEAD_BYTES);
    private int scanned;

    /** Where the next bytes go. */
    ByteBuffer space() {
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
            return RequestHead.judge(StandardCharsets.ISO_8859_1
                    .decode(everything().limit(end()))
                    .toString());
        }
        return read.hasRemaining() ? null : Refusal.HEAD_TOO_LARGE;
    }

    /** Whether the empty line has come that ends the head. */
    boolean isComplete() {
        while (end() == 0 && scanned < read.position()) {
            scanned++;
        }
        return end() > 0;
    }

    /** Where the head ends, just behind its empty line, or 0. */
    private int end() {
        boolean emptyLine = scanned >= 4
                && read.get(scanned - 4) == '\r'
                && read.get(scanned - 3) == '\n'
                && read.get(scanned - 2) == '\r'
                && read.get(scanned - 1) == '\n';
        return emptyLine ? scanned : 0;
    }
}
