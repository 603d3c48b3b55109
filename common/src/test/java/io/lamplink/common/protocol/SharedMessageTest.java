package io.lamplink.common.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.protocol.qt.QtDialect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedMessageTest {
    private final AtomicInteger encodings = new AtomicInteger();
    private final SharedMessage shared =
            new SharedMessage(new Message.Chat(new UUID(0, 1), "hi", Instant.EPOCH, "Ann", false, false));

    private final class Counting implements Dialect {
        private final Dialect dialect;

        Counting(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public DialectTraits traits() {
            return dialect.traits();
        }

        @Override
        public List<Frame> encode(Message message) {
            encodings.incrementAndGet();
            return dialect.encode(message);
        }

        @Override
        public List<Message> decode(Frame frame) throws MalformedFrameException {
            return dialect.decode(frame);
        }
    }

    private List<SharedFrame> onQt() {
        return shared.frames(new Counting(new QtDialect(UUID::randomUUID, InstantSource.system())));
    }

    @Test
    void aTextForManyIsEncodedOnceForEachWire() throws MalformedFrameException {
        for (int i = 0; i < 100; i++) {
            Frame json = shared.frames(new Counting(new LamplinkDialect()))
                    .getFirst()
                    .frame();
            assertEquals(List.of(shared.message()), new LamplinkDialect().decode(json));
            assertEquals(new Frame.Text("Ann: hi"), onQt().getFirst().frame());
        }
        assertEquals(2, encodings.get());
    }

    @Test
    void theBytesOfAFrameAreMadeOnceAndReadByEachChannelForItself() {
        AtomicInteger made = new AtomicInteger();
        SharedFrame frame = onQt().getFirst();
        for (int i = 0; i < 3; i++) {
            ByteBuffer wire = frame.wire(_ -> {
                made.incrementAndGet();
                return ByteBuffer.wrap(new byte[] {1, 2});
            });
            assertNotSame(wire, frame.wire(_ -> wire));
            assertEquals(1, wire.get());
        }
        assertEquals(1, made.get());
        assertEquals("Ann: hi".getBytes(StandardCharsets.UTF_8).length, frame.size());
    }

    @Test
    void whatAWireCannotSayHasNoFrames() {
        SharedMessage news = new SharedMessage(new Message.Room("Ann", List.of(), List.of(), List.of()));
        assertEquals(List.of(), news.frames(new QtDialect(UUID::randomUUID, InstantSource.system())));
        SharedMessage typing = new SharedMessage(new Message.Typing("Ann", true));
        assertEquals(List.of(), typing.frames(new QtDialect(UUID::randomUUID, InstantSource.system())));
    }
}
