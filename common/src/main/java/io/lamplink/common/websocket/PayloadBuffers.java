package io.lamplink.common.websocket;

import io.lamplink.common.protocol.ProtocolLimits;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside the heap for long frames, which is used again: the system reads from a socket into it and writes it to a file
 * without a copy between, or the other way, and a fast transfer leaves no garbage. A buffer that is never given back is
 * garbage like any other. There are so many and no more, since such memory has a limit of its own. May be used from any thread.
 */
final class PayloadBuffers {
    /** Bytes of one buffer: a longest chunk with whatever a dialect writes before it. */
    static final int BYTES = ProtocolLimits.MAX_CHUNK_BYTES + 1024;

    private static final int MOST = 64;
    private static final int LEAST = 4;

    /** The share of all memory that they may have. */
    private static final int SHARE = 8;

    private static final Cleaner CLEANER = Cleaner.create();
    private static final PayloadBuffers SHARED =
            new PayloadBuffers(Math.clamp(Runtime.getRuntime().maxMemory() / SHARE / BYTES, LEAST, MOST));

    private final int most;
    private final AtomicInteger made = new AtomicInteger();
    private final Deque<ByteBuffer> kept = new ArrayDeque<>();

    /** At most {@code most} buffers. */
    PayloadBuffers(int most) {
        this.most = most;
    }

    /** The buffers of all connections of the program. */
    static PayloadBuffers shared() {
        return SHARED;
    }

    /** A buffer of {@value #BYTES} bytes, with whatever is in it; null if there are too many in use. */
    @Nullable
    ByteBuffer take() {
        ByteBuffer again;
        synchronized (kept) {
            again = kept.poll();
        }
        return again == null ? make() : again.clear();
    }

    /** How many can be taken now. */
    int left() {
        synchronized (kept) {
            return most - made.get() + kept.size();
        }
    }

    private @Nullable ByteBuffer make() {
        if (made.incrementAndGet() > most) {
            made.decrementAndGet();
            return null;
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
        Cleaner.Cleanable _ = CLEANER.register(buffer, made::decrementAndGet); // its views keep it alive
        return buffer;
    }

    /** Nobody looks at {@code buffer} any more, nor at any view of it. One that does not come from here changes nothing. */
    void give(ByteBuffer buffer) {
        if (buffer.isDirect() && buffer.capacity() == BYTES) {
            synchronized (kept) {
                kept.push(buffer);
            }
        }
    }
}
