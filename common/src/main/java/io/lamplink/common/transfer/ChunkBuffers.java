package io.lamplink.common.transfer;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * The memory for the chunks of one outgoing transfer: each is read into a buffer that has room for the headers before it, and
 * that is used again once its chunk was acknowledged, for a peer that has the bytes has no more use for them here. Without
 * that, a fast transfer leaves hundreds of megabytes of garbage a second. Confined to the link's home lane.
 */
final class ChunkBuffers {
    private final IntUnaryOperator headroom;
    private final IntFunction<ByteBuffer> allocate;
    private final int capacity;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    /**
     * No buffers yet.
     *
     * @param largestChunk bytes of data in the largest chunk; every buffer has room for it
     * @param headroom bytes that stand before the data of a chunk of so many bytes on the wire; never less for more bytes
     * @param allocate makes a buffer that the link can send from
     */
    ChunkBuffers(int largestChunk, IntUnaryOperator headroom, IntFunction<ByteBuffer> allocate) {
        this.headroom = headroom;
        this.allocate = allocate;
        this.capacity = headroom.applyAsInt(largestChunk) + largestChunk;
    }

    /** A buffer whose {@code length} bytes from its position to its limit are to be filled. */
    ByteBuffer take(int length) {
        int room = headroom.applyAsInt(length);
        ByteBuffer again = free.poll();
        ByteBuffer buffer = again == null ? allocate.apply(capacity) : again;
        return buffer.clear().limit(room + length).position(room);
    }

    /** The chunk in {@code buffer} was acknowledged, or was never sent. */
    void give(ByteBuffer buffer) {
        free.push(buffer);
    }
}
