package io.lamplink.common.protocol.json;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHUNK_BYTES;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;

/**
 * The binary frames of the Lamplink dialect. There is one kind: FILE_CHUNK, with a header of {@value #HEADER_BYTES} bytes,
 * big-endian: 1 byte kind ({@value #KIND}), 16 bytes transfer id, 8 bytes offset (0 or more); then 1 to
 * {@link ProtocolLimits#MAX_CHUNK_BYTES} bytes of the file. File bytes are never copied, in either direction.
 */
final class ChunkFrame {
    static final byte KIND = 0x01;
    static final int HEADER_BYTES = 1 + 16 + 8;

    private ChunkFrame() {}

    /** The frame that carries {@code chunk}; throws {@link IllegalArgumentException} if it breaks a limit. */
    static Frame encode(Message.FileChunk chunk) {
        ByteBuffer data = chunk.data().duplicate(); // not a slice: what is before the position may be ceded too
        if (!plausible(chunk.offset(), data.remaining())) {
            throw new IllegalArgumentException("A chunk has 1 to " + MAX_CHUNK_BYTES
                    + " bytes and an offset of 0 or more, not " + data.remaining() + " at " + chunk.offset() + ".");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .put(KIND)
                .putLong(chunk.transferId().getMostSignificantBits())
                .putLong(chunk.transferId().getLeastSignificantBits())
                .putLong(chunk.offset())
                .flip();
        return new Frame.Binary(List.of(header, data), chunk.ceded());
    }

    /** The chunk in {@code frame}; its data is a duplicate of the frame's own buffer. */
    static Message decode(Frame.Binary frame) throws MalformedFrameException {
        if (frame.size() > ProtocolLimits.MAX_MESSAGE_BYTES) {
            throw broken("A binary frame is too long.");
        }
        ByteBuffer in = frame.joined();
        if (!in.hasRemaining()) {
            throw broken("A binary frame is empty.");
        }
        if (in.get() != KIND) {
            throw new MalformedFrameException(Severity.IGNORE, "A binary frame is of a kind that is not known here.");
        }
        if (in.remaining() < HEADER_BYTES - 1) {
            throw broken("A FILE_CHUNK frame ends within its header.");
        }
        UUID transferId = new UUID(in.getLong(), in.getLong());
        long offset = in.getLong();
        if (!plausible(offset, in.remaining())) {
            throw broken("A FILE_CHUNK frame has no data, too much data or an impossible offset.");
        }
        return new Message.FileChunk(transferId, offset, in); // not a slice: the whole buffer is used again
    }

    /** Whether a file could have so many bytes there; written so that nothing overflows. */
    private static boolean plausible(long offset, int bytes) {
        return bytes >= 1 && bytes <= MAX_CHUNK_BYTES && offset >= 0 && offset <= Long.MAX_VALUE - bytes;
    }

    private static MalformedFrameException broken(String sentence) {
        return new MalformedFrameException(Severity.CLOSE, sentence);
    }
}
