package io.lamplink.common.websocket;

/** How much may wait for one peer. Who lets more pile up is let go, so that it costs the others neither time nor memory. */
final class QueueLimits {
    /** Bytes of everything but file data: some forty of the longest texts. */
    static final long MAX_TEXT_BYTES = 8L * 1024 * 1024;

    /** Bytes of everything. File data are bounded by their window, which is half of this at most. */
    static final long MAX_BYTES = 32L * 1024 * 1024;

    /** Messages, however short. */
    static final int MAX_FRAMES = 16_384;

    /** With this many messages waiting no ping is answered. */
    static final int MAX_FRAMES_FOR_PONG = 256;

    private QueueLimits() {}
}
