package io.lamplink.common.protocol;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a peer tells the other, whatever the wire looks like. Immutable, except that a {@link FileChunk} refers
 * to a buffer that nobody may write to after the message was made.
 *
 * <p>A {@code transferId} is chosen by the sender of the file and names that transfer in both directions.
 */
public sealed interface Message {

    /**
     * The first message of each side.
     *
     * @param name what the person at the other window sees, at most {@link ProtocolLimits#MAX_NAME_CHARS} characters
     * @param version version of the program, for display only
     * @param capabilities what the peer can do, see docs/protocol.md; unknown ones are ignored
     */
    record Hello(String name, String version, Set<String> capabilities) implements Message {
        public Hello {
            capabilities = Set.copyOf(capabilities);
        }
    }

    /**
     * A text that a person wrote.
     *
     * @param id chosen by the writer, unique within the session
     * @param text at most {@link ProtocolLimits#MAX_CHAT_CHARS} characters, newlines allowed
     * @param time when it was written, by the writer's clock
     */
    record Chat(UUID id, String text, Instant time) implements Message {}

    /** The chat message {@code id} has reached the peer's program. */
    record ChatAck(UUID id) implements Message {}

    /**
     * A file is offered.
     *
     * @param name one file name as the sender has it; the receiver makes it safe before use
     * @param size bytes, 0 or more
     * @param modified when the file was last changed, where the sender knows it
     * @param chunkSize bytes in every chunk but the last, 1 to {@link ProtocolLimits#MAX_CHUNK_BYTES}
     */
    record FileHeader(
            UUID transferId,
            String name,
            long size,
            @Nullable Instant modified,
            int chunkSize) implements Message {}

    /** The receiver takes the file and wants its bytes from {@code offset} on (0 to size). */
    record FileAck(UUID transferId, long offset) implements Message {}

    /** The receiver does not take the file. {@code detail} is a sentence for a person, possibly empty. */
    record FileRefused(UUID transferId, FailureReason reason, String detail) implements Message {}

    /**
     * Bytes of the file.
     *
     * @param offset where the first byte stands in the file
     * @param data from its position to its limit
     */
    record FileChunk(UUID transferId, long offset, ByteBuffer data) implements Message {}

    /** All bytes before {@code written} are in the receiver's file. */
    record FileChunkAck(UUID transferId, long written) implements Message {}

    /**
     * Every chunk has been sent.
     *
     * @param size bytes in all
     * @param sha256 digest of the whole file; null where the wire cannot say it (Qt)
     */
    record FileComplete(
            UUID transferId, long size, @Nullable Sha256 sha256) implements Message {}

    /** The receiver's file has the digest that the sender told. */
    record FileVerified(UUID transferId, Sha256 sha256) implements Message {}

    /** Either side ends the transfer. {@code detail} is a sentence for a person, possibly empty. */
    record FileCancel(UUID transferId, FailureReason reason, String detail) implements Message {}

    /** A Qt peer asks for a file by its path (docs/protocol.md, part 2). It is never served from the disk. */
    record FileRequest(String path) implements Message {}
}
