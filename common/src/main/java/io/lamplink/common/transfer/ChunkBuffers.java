package io.lamplink.common.transfer;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The memory for the chunks of one outgoing transfer: each is read into a buffer that has room for the headers before it, and
 * that is used again once its chunk was acknowledged, for a peer that has the bytes has no more use for them here. Without
 * that, a fast transfer leaves hundreds of megabytes of garbage a second. Two small ones are the transfer's own; all others are
 * lent by the link, whose supply is for all transfers of the program, so that many at once do not need many times the memory.
 *
 * <p>Nobody hands them out: a transfer borrows one more while it has fewer than are left, and gives back when it has more than
 * that, as Choudhury and Hahne share the memory of a switch ("Dynamic queue length thresholds", 1998). So one alone may have
 * half of all, each of three a quarter, and whoever comes late gets as many as the others. Confined to the link's home lane.
 */
final class ChunkBuffers {
    /** So many buffers every transfer may have: one is read while the other travels. It makes those that nobody lends. */
    static final int OWN = 2;

    /** Bytes of data in one of them: what many transfers at once have to make must be little. */
    static final int OWN_BYTES = 128 * 1024;

    /** So many more than are left may be kept, lest one goes to and fro; and so many stay whatever others want. */
    private static final int SLACK = OWN;

    private final TransferLink link;
    private final int largestChunk;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private final Set<ByteBuffer> own = Collections.newSetFromMap(new IdentityHashMap<>());
    private int lent;

    /**
     * No buffers yet.
     *
     * @param largestChunk bytes of data in the largest chunk; every buffer that is lent has room for it
     * @param link knows what stands before a chunk on the wire, and lends buffers
     */
    ChunkBuffers(int largestChunk, TransferLink link) {
        this.link = link;
        this.largestChunk = largestChunk;
    }

    /**
     * A buffer whose bytes from its position to its limit are to be filled, {@code length} of them or fewer; null until one is
     * given back.
     */
    @Nullable
    ByteBuffer take(int length) {
        ByteBuffer again = free.poll();
        ByteBuffer buffer = again == null ? another() : again;
        return buffer == null ? null : prepared(buffer, length);
    }

    private ByteBuffer prepared(ByteBuffer buffer, int length) {
        int bytes = Math.min(length, buffer.capacity() - link.chunkHeadroom(length));
        int room = link.chunkHeadroom(bytes);
        return buffer.clear().limit(room + bytes).position(room);
    }

    private @Nullable ByteBuffer another() {
        ByteBuffer borrowed = lent < link.lendable() ? link.lend(capacity(largestChunk)) : null;
        if (borrowed != null) {
            lent++;
            return borrowed;
        }
        return lent + own.size() < OWN ? makeOwn() : null;
    }

    /** On the heap, where it is gone soon after the transfer. */
    private ByteBuffer makeOwn() {
        ByteBuffer made = ByteBuffer.allocate(capacity(Math.min(largestChunk, OWN_BYTES)));
        own.add(made);
        return made;
    }

    private int capacity(int chunk) {
        return link.chunkHeadroom(chunk) + chunk;
    }

    /** The chunk in {@code buffer} was acknowledged, or was never sent. */
    void give(ByteBuffer buffer) {
        if (lent - link.lendable() > SLACK) {
            lent -= own.remove(buffer) ? 0 : 1;
            link.reuse(buffer);
        } else {
            free.push(buffer);
        }
    }

    /** The transfer has ended: hands back what is free. What still travels cannot be used again. */
    void handBack() {
        free.forEach(link::reuse);
        free.clear();
    }
}
