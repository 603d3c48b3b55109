package io.lamplink.common.protocol.qt;

import static io.lamplink.common.protocol.qt.QtPeer.chunk;
import static io.lamplink.common.protocol.qt.QtPeer.header;
import static io.lamplink.common.protocol.qt.QtPeer.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from the original server, which sends one chunk with the header and one more for each acknowledgement. */
final class QtDialectAheadTest {
    private static final int CHUNK = 64 * 1024;

    private final QtDialect dialect = new QtDialect(
            new Supplier<>() {
                private long last;

                @Override
                public UUID get() {
                    return id(++last);
                }
            },
            InstantSource.fixed(QtPeer.NOW),
            true);

    /** The original server, as WIRE.md section 4 has it: what it still has to send, and what is on its way. */
    private static final class Original {
        private final Deque<Integer> onTheirWay = new ArrayDeque<>();
        private long left;
        private int mostAtOnce;
        private boolean saysSent;

        Original(long size) {
            left = size;
            next();
        }

        private void next() {
            if (left == 0) {
                saysSent = true;
                return;
            }
            int length = (int) Math.min(CHUNK, left);
            left -= length;
            onTheirWay.add(length);
            mostAtOnce = Math.max(mostAtOnce, onTheirWay.size());
        }

        void hear(List<Frame> frames) {
            frames.stream().filter(QtPeer.chunkAck()::equals).forEach(_ -> next());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, CHUNK, CHUNK + 1, 16L * CHUNK, 17L * CHUNK, 100L * CHUNK - 1, 100L * CHUNK})
    void t12_everyChunkComesAndTheServerCallsItSentWhenAllIsWritten(long size) throws MalformedFrameException {
        feed(header("a", size));
        Original server = new Original(size);
        server.hear(dialect.encode(new Message.FileAck(id(1), 0)));
        long written = 0;
        while (written < size) {
            assertEquals(false, server.saysSent, "with " + written + " of " + size + " bytes written");
            int length = server.onTheirWay.remove();
            feed(chunk(new byte[length]));
            written += length;
            server.hear(dialect.encode(new Message.FileChunkAck(id(1), written)));
        }
        assertEquals(0, server.onTheirWay.size());
        assertEquals(true, server.saysSent);
        assertEquals(Math.min(16, (size + CHUNK - 1) / CHUNK), server.mostAtOnce);
    }

    @Test
    void aCancelledFileGetsNoFurtherAcknowledgementAndTheNextOneItsOwn() throws MalformedFrameException {
        feed(header("a", 100L * CHUNK), chunk(new byte[CHUNK]));
        assertEquals(1 + 15, dialect.encode(new Message.FileAck(id(1), 0)).size());
        dialect.encode(new Message.FileCancel(id(1), FailureReason.CANCELLED, ""));
        assertEquals(List.of(), dialect.encode(new Message.FileChunkAck(id(1), CHUNK)));
        feed(header("b", 3L * CHUNK));
        assertEquals(1 + 2, dialect.encode(new Message.FileAck(id(2), 0)).size());
    }

    @Test
    void aServerWithSmallerChunksIsAnsweredOneByOneAtTheEnd() throws MalformedFrameException {
        feed(header("a", 4));
        assertEquals(1, dialect.encode(new Message.FileAck(id(1), 0)).size());
        for (int written = 1; written <= 4; written++) {
            feed(chunk(new byte[1]));
            List<Frame> frames = dialect.encode(new Message.FileChunkAck(id(1), written));
            assertEquals(List.of(QtPeer.chunkAck()), frames);
        }
    }

    private void feed(Frame... frames) throws MalformedFrameException {
        for (Frame frame : frames) {
            dialect.decode(frame);
        }
    }
}
