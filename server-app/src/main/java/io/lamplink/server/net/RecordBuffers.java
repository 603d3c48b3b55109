package io.lamplink.server.net;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Room for the encrypted records of one step, shared by all connections, since few threads move all of their bytes.
 * On the heap, where ciphers are fastest. Any thread may call any method.
 */
final class RecordBuffers {
    /** What is encrypted before the socket gets it, and what is read at once: some records of 16 KiB each. */
    static final int BYTES = 160 * 1024;

    private static final int KEPT = 4;

    private final Queue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

    /** An empty buffer. */
    ByteBuffer take() {
        ByteBuffer kept = free.poll();
        return kept == null ? ByteBuffer.allocate(BYTES) : kept.clear();
    }

    /** Gives back one that is not needed any more. */
    void give(ByteBuffer buffer) {
        var _ = free.offer(buffer);
    }
}
