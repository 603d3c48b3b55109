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
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int chunkBytes;

    /**
     * No buffers yet.
     *
     * @param headroom bytes that stand before the data of a chunk of so many bytes on the wire
     * @param allocate makes a buffer that the link can send from
     */
    ChunkBuffers(IntUnaryOperator headroom, IntFunction<ByteBuffer> allocate) {
        this.headroom = headroom;
        this.allocate = allocate;
    }

    /** An empty buffer for {@code length} bytes, which go behind its position. */
    ByteBuffer take(int length) {
        int room = headroom.applyAsInt(length);
        if (length > chunkBytes) {
            chunkBytes = length;
            free.clear(); // too small from now on
        }
        ByteBuffer buffer = room + length == capacity() ? free.poll() : null;
        ByteBuffer taken = buffer == null ? allocate.apply(room + length) : buffer;
        return taken.clear().limit(room + length).position(room);
    }

    /** The chunk in {@code buffer} was acknowledged. */
    void give(ByteBuffer buffer) {
        if (buffer.capacity() == capacity()) {
            free.push(buffer);
        }
    }

    /** Only chunks of the size that most of them have are kept: a client's frame must fill its array. */
    private int capacity() {
        return headroom.applyAsInt(chunkBytes) + chunkBytes;
    }
}
