package io.lamplink.common.protocol;

import java.nio.ByteBuffer;
import java.util.List;

/** One whole WebSocket data message (RFC 6455, section 5.6), as it leaves or enters a {@link Dialect}. */
public sealed interface Frame {

    /** Bytes of payload on the wire. */
    long size();

    /** A text message. */
    record Text(String text) implements Frame {
        @Override
        public long size() {
            long bytes = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
            return bytes;
        }
    }

    /**
     * A binary message, given as parts that follow each other on the wire, so that a header can stand before file data
     * without copying them. The parts are read from position to limit and are not consumed.
     *
     * @param ceded whether the memory of the last part, from its index 0 to its limit, may be overwritten by whoever sends
     *     the frame, who then need not copy it: what stands before it on the wire is written before its position, if there is
     *     room, and masking happens in place. The other parts have memory of their own
     */
    record Binary(List<ByteBuffer> parts, boolean ceded) implements Frame {
        public Binary {
            parts = List.copyOf(parts);
            if (ceded && parts.isEmpty()) {
                throw new IllegalArgumentException("There is no part to cede.");
            }
        }

        /** A message of the given parts, which are only read. */
        public Binary(List<ByteBuffer> parts) {
            this(parts, false);
        }

        /** A message of the given parts. */
        public static Binary of(ByteBuffer... parts) {
            return new Binary(List.of(parts));
        }

        @Override
        public long size() {
            long bytes = 0;
            for (ByteBuffer part : parts) {
                bytes += part.remaining();
            }
            return bytes;
        }

        /** The whole payload as one read-only-by-agreement buffer with a position of its own; copies only if there are several parts. */
        public ByteBuffer joined() {
            if (parts.size() == 1) {
                return parts.getFirst().duplicate();
            }
            ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(size()));
            for (ByteBuffer part : parts) {
                all.put(part.duplicate());
            }
            return all.flip();
        }
    }
}
