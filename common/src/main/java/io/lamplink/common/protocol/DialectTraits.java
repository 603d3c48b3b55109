package io.lamplink.common.protocol;

/**
 * What a wire can say, so that the engine above never asks which dialect it speaks.
 *
 * @param name short name for logs and events: {@code lamplink.v1} or {@code qt}
 * @param greets whether each side introduces itself with a {@link Message.Hello}
 * @param acknowledgesChat whether a {@link Message.ChatAck} tells that a text has arrived
 * @param digests whether the sender tells the file's SHA-256 and hears {@link Message.FileVerified}; without, a file
 *     counts as delivered when all its bytes were acknowledged
 * @param resumes whether a {@link Message.FileAck} may name an offset other than 0
 * @param outgoingAtOnce how many files may be on their way to the peer at the same time, at least 1
 * @param eagerBytes a file of at most so many bytes leaves together with its header and does not count for
 *     {@code outgoingAtOnce}; -1 where every file waits for its answer
 * @param chunkBytes the largest chunk that suits the wire, 1 to {@link ProtocolLimits#MAX_CHUNK_BYTES}
 * @param chunkHeaderBytes bytes that this wire puts before the data of a chunk in the same message
 */
public record DialectTraits(
        String name,
        boolean greets,
        boolean acknowledgesChat,
        boolean digests,
        boolean resumes,
        int outgoingAtOnce,
        int eagerBytes,
        int chunkBytes,
        int chunkHeaderBytes) {

    /**
     * The smallest chunk that suits the wire, unless the file is smaller: on a slow link the next text follows soon. An
     * original client writes a line into its log for each chunk and knows none below 64 KiB but the last.
     */
    public int leastChunkBytes() {
        return digests ? 16 * 1024 : 64 * 1024;
    }
}
