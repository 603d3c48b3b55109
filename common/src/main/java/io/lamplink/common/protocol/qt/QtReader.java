package io.lamplink.common.protocol.qt;

import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads QDataStream values (Qt 6 documentation, "Serializing Qt Data Types"), big-endian, from the first byte of a buffer
 * on. A length is compared with the limit and with what is left before anything is allocated. Whatever follows the last
 * value read is left alone, as Qt programs leave it.
 */
final class QtReader {
    /** The length that stands for a null QString or QByteArray. */
    static final int NULL_LENGTH = 0xFFFFFFFF;

    private final ByteBuffer in;

    QtReader(ByteBuffer in) {
        this.in = in.duplicate();
    }

    /**
     * A QString, unit by unit as it stands there, surrogates without partner and all; null for a null QString.
     *
     * @param maxChars UTF-16 code units
     */
    @Nullable
    String string(int maxChars) throws MalformedFrameException {
        int length = uint32();
        if (length == NULL_LENGTH) {
            return null;
        }
        if (length % 2 != 0) {
            throw malformed("A string has an odd number of bytes.");
        }
        return take(length, 2L * maxChars).asCharBuffer().toString();
    }

    /**
     * A QByteArray, as a duplicate of the frame's own buffer; empty for a null one.
     *
     * @param maxBytes bytes
     */
    ByteBuffer bytes(int maxBytes) throws MalformedFrameException {
        int length = uint32();
        return length == NULL_LENGTH ? take(0, 0) : take(length, maxBytes);
    }

    /** A qint64. */
    long int64() throws MalformedFrameException {
        if (in.remaining() < Long.BYTES) {
            throw malformed("A number is cut short.");
        }
        return in.getLong();
    }

    private int uint32() throws MalformedFrameException {
        if (in.remaining() < Integer.BYTES) {
            throw malformed("A length is cut short.");
        }
        return in.getInt();
    }

    private ByteBuffer take(int length, long max) throws MalformedFrameException {
        if (Integer.toUnsignedLong(length) > max) {
            throw malformed("A length is beyond its limit.");
        }
        if (length > in.remaining()) {
            throw malformed("A length is beyond the end of the frame.");
        }
        ByteBuffer taken = in.duplicate().limit(in.position() + length); // not a slice: the whole buffer is used again
        in.position(taken.limit());
        return taken;
    }

    private static MalformedFrameException malformed(String sentence) {
        return new MalformedFrameException(Severity.IGNORE, sentence);
    }
}
