package io.lamplink.common.transfer;

/**
 * What of all incoming files of one link waits for the disk. A sender's window is its own promise; this is the limit that
 * holds for a sender who breaks it. Confined to the link's home lane.
 */
final class WriteBacklog {
    /** More than twice the largest window of {@link SendWindow}, for peers with larger ones. */
    static final long MAX_BYTES = 40L * 1024 * 1024;

    /** What a chunk costs beside its bytes, so that very many small ones count too. */
    private static final int BYTES_PER_CHUNK = 512;

    private long waiting;

    /** Counts a chunk of {@code length} bytes in, unless there is no room for it. */
    boolean takes(int length) {
        boolean room = waiting + length <= MAX_BYTES;
        waiting += room ? length + BYTES_PER_CHUNK : 0;
        return room;
    }

    /** A chunk of {@code length} bytes does not wait any more. */
    void gone(int length) {
        waiting -= length + BYTES_PER_CHUNK;
    }
}
