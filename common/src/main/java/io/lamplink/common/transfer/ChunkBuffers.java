package io.lamplink.common.transfer;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The memory for the chunks of one outgoing transfer: each is read into a buffer that has room for the headers before it, and
 * that is used again once its chunk was acknowledged, for a peer that has the bytes has no more use for them here. Without
 * that, a fast transfer leaves hundreds of megabytes of garbage a second. A few buffers are the transfer's own; all others are
 * lent by the link, whose supply may end, so that many transfers at once do not need many times the memory. Confined to the
 * link's home lane.
 */
final class ChunkBuffers {
    /** So many buffers every transfer may have: one is read while the other travels. */
    static final int OWN = 2;

    private final TransferLink link;
    private final int capacity;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int made;

    /**
     * No buffers yet.
     *
     * @param largestChunk bytes of data in the largest chunk; every buffer has room for it
     * @param link knows what stands before a chunk on the wire, makes buffers that it can send from, and lends others
     */
    ChunkBuffers(int largestChunk, TransferLink link) {
        this.link = link;
        this.capacity = link.chunkHeadroom(largestChunk) + largestChunk;
    }

    /** A buffer whose {@code length} bytes from its position to its limit are to be filled; null until one is given back. */
    @Nullable
    ByteBuffer take(int length) {
        ByteBuffer again = free.poll();
        ByteBuffer buffer = again == null ? another() : again;
        int room = link.chunkHeadroom(length);
        return buffer == null ? null : buffer.clear().limit(room + length).position(room);
    }

    private @Nullable ByteBuffer another() {
        ByteBuffer lent = link.lend(capacity);
        ByteBuffer buffer = lent == null && made < OWN ? link.allocate(capacity) : lent;
        made += buffer == null ? 0 : 1;
        return buffer;
    }

    /** The chunk in {@code buffer} was acknowledged, or was never sent. */
    void give(ByteBuffer buffer) {
        free.push(buffer);
    }

    /** The transfer has ended: hands back what is free. What still travels cannot be used again. */
    void handBack() {
        free.forEach(link::reuse);
        free.clear();
    }
}
