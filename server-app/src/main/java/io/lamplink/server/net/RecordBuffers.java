package io.lamplink.server.net;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Room for the encrypted records of one step, shared by all connections, since one thread moves nearly all of their bytes.
 * On the heap, where ciphers are fastest. Any thread may call any method.
 */
final class RecordBuffers {
    /** What is encrypted before the socket gets it, and what is read at once: some records of 16 KiB each. */
    static final int BYTES = 160 * 1024;

    private final AtomicReference<ByteBuffer> free = new AtomicReference<>();

    /** An empty buffer. */
    ByteBuffer take() {
        ByteBuffer kept = free.getAndSet(null);
        return kept == null ? ByteBuffer.allocate(BYTES) : kept.clear();
    }

    /** Gives back one that is not needed any more. */
    void give(ByteBuffer buffer) {
        free.set(buffer);
    }
}
