package io.lamplink.common.protocol.qt;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a Qt peer would send, built byte by byte without the code under test, and a dialect whose ids can be foretold. */
final class QtPeer {
    static final Instant NOW = Instant.parse("2026-11-22T18:09:53Z");

    private QtPeer() {}

    /** A dialect that hands out {@link #id} 1, 2, 3 and so on. */
    static QtDialect dialect() {
        return new QtDialect(
                new Supplier<>() {
                    private long last;

                    @Override
                    public UUID get() {
                        return id(++last);
                    }
                },
                InstantSource.fixed(NOW));
    }

    static UUID id(long number) {
        return new UUID(0, number);
    }

    static Frame header(@Nullable String name, long size) {
        return frame(out -> {
            string(out, "FILE_HEADER");
            string(out, name);
            out.writeLong(size);
        });
    }

    static Frame ack(@Nullable String name) {
        return frame(out -> {
            string(out, "FILE_ACK");
            string(out, name);
        });
    }

    static Frame chunk(byte... data) {
        return chunkThatSays(data.length, data);
    }

    static Frame chunkThatSays(int length, byte... data) {
        return frame(out -> {
            string(out, "FILE_CHUNK");
            out.writeInt(length);
            out.write(data);
        });
    }

    static Frame chunkAck() {
        return frame(out -> string(out, "FILE_CHUNK_ACK"));
    }

    static Frame request(String path) {
        return frame(out -> {
            string(out, "FILE_REQUEST");
            string(out, path);
            out.writeLong(0);
        });
    }

    /** A message of that type with {@code rest} behind it. */
    static Frame raw(String type, byte... rest) {
        return frame(out -> {
            string(out, type);
            out.write(rest);
        });
    }

    static Frame bytes(byte... bytes) {
        return Frame.Binary.of(ByteBuffer.wrap(bytes));
    }

    static void string(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeInt(text == null ? -1 : 2 * text.length());
        out.writeChars(text == null ? "" : text);
    }

    /** Takes frames whose meaning does not matter to a test. */
    static void feed(QtDialect dialect, Frame... frames) {
        for (Frame frame : frames) {
            try {
                dialect.decode(frame);
            } catch (MalformedFrameException e) {
                throw new AssertionError("unexpected: " + e.getMessage(), e);
            }
        }
    }

    static Message chunkMessage(long transfer, long offset, byte... data) {
        return new Message.FileChunk(id(transfer), offset, ByteBuffer.wrap(data));
    }

    static Message headerMessage(long transfer, String name, long size) {
        return new Message.FileHeader(id(transfer), name, size, null, 65_536);
    }

    static List<Frame> acks(int count) {
        return java.util.Collections.nCopies(count, chunkAck());
    }

    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    static Frame frame(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes(bytes.toByteArray());
    }
}
