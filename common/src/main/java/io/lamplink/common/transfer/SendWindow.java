package io.lamplink.common.transfer;

/**
 * How many bytes of one transfer may be on their way, sent and not yet acknowledged. It bounds the memory of both sides,
 * because the receiver acknowledges what it has written, and it is the only thing that does: a socket library's queue has
 * no bound.
 */
final class SendWindow {
    /** Fewer than two chunks would leave the wire idle while an acknowledgement travels. */
    private static final int CHUNKS = 8;

    private final long bytes;
    private long out;

    SendWindow(int chunkBytes) {
        bytes = (long) CHUNKS * chunkBytes;
    }

    /** Whether {@code length} more bytes may leave. */
    boolean takes(int length) {
        return out == 0 || out + length <= bytes;
    }

    void left(int length) {
        out += length;
    }

    void acknowledged(long length) {
        out -= length;
    }
}
