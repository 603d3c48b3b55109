package io.lamplink.common.protocol.qt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.FrameScript;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever sequence of frames comes, each says messages or is malformed, and what is said of a file holds together: its
 * chunks follow each other, it is complete exactly at its size, and no acknowledgement leaves for a chunk that never came.
 * Everything that is said can be passed on to another Qt peer.
 */
final class QtDialectFuzzTest {
    @AfterAll
    static void tell() {
        System.out.println(FrameScript.steps() + " frames were decoded.");
    }

    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @FuzzTest(maxDuration = "10m")
    void anySequenceOfFramesIsMessagesOrMalformed(byte[] input) {
        Conversation conversation = new Conversation();
        FrameScript.play(input, conversation::step);
    }

    /** One connection: a dialect under test, the user's side of it, and a second dialect that everything is passed on to. */
    private static final class Conversation {
        private final QtDialect dialect = QtPeer.dialect();
        private final QtDialect relay = QtPeer.dialect();
        private final Map<UUID, Long> sizes = new HashMap<>();
        private final Map<UUID, Long> received = new HashMap<>();
        private final Set<UUID> ended = new HashSet<>();
        private UUID newest = QtPeer.id(0);
        private long binaryFrames;
        private long acknowledgements;
        private long sent;
        private long outgoing = 1_000_000;

        /** Besides frames that come: accept, acknowledge and cancel the newest file, begin a file of ours, send its next byte. */
        private void step(byte kind, ByteBuffer payload) {
            switch (kind) {
                case 'a' -> dialect.encode(new Message.FileAck(newest, 0));
                case 'w' -> acknowledge();
                case 'c' -> cancel();
                case 'o' -> begin();
                case 'n' -> send();
                default -> decode(FrameScript.frame(kind, payload));
            }
        }

        private void acknowledge() {
            long written = received.getOrDefault(newest, 0L);
            acknowledgements +=
                    dialect.encode(new Message.FileChunkAck(newest, written)).size();
            assertTrue(acknowledgements <= binaryFrames, "an acknowledgement for no chunk");
        }

        private void cancel() {
            dialect.encode(new Message.FileCancel(newest, FailureReason.CANCELLED, ""));
            end(newest);
        }

        private void begin() {
            dialect.encode(new Message.FileCancel(QtPeer.id(outgoing), FailureReason.CANCELLED, ""));
            outgoing++;
            sent = 0;
            dialect.encode(new Message.FileHeader(QtPeer.id(outgoing), "o", Long.MAX_VALUE, null, 1));
        }

        private void send() {
            if (outgoing > 1_000_000) {
                dialect.encode(new Message.FileChunk(QtPeer.id(outgoing), sent++, ByteBuffer.allocate(1)));
            }
        }

        private void decode(Frame frame) {
            binaryFrames += frame instanceof Frame.Binary ? 1 : 0;
            try {
                dialect.decode(frame).forEach(this::heard);
            } catch (MalformedFrameException e) {
                assertEquals(Severity.IGNORE, e.severity());
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
                e.lostTransfer().ifPresent(this::over);
            }
        }

        private void heard(Message message) {
            switch (message) {
                case Message.FileHeader header -> begun(header);
                case Message.FileChunk chunk -> moved(chunk);
                case Message.FileComplete complete -> {
                    assertEquals(sizes.get(complete.transferId()), complete.size());
                    assertEquals(received.get(complete.transferId()), complete.size());
                }
                case Message.FileCancel cancel -> over(cancel.transferId());
                case Message.FileChunkAck ack -> {
                    assertEquals(QtPeer.id(outgoing), ack.transferId());
                    assertTrue(ack.written() <= sent);
                }
                case Message.Chat chat -> {
                    assertTrue(chat.text().length() <= ProtocolLimits.MAX_CHAT_CHARS);
                    assertEquals(1, relay.encode(chat).size());
                }
                default -> relay.encode(message);
            }
        }

        private void begun(Message.FileHeader header) {
            assertTrue(header.size() >= 0);
            newest = header.transferId();
            sizes.put(newest, header.size());
            received.put(newest, 0L);
            relay.encode(header);
        }

        private void moved(Message.FileChunk chunk) {
            UUID id = chunk.transferId();
            assertEquals(newest, id);
            assertFalse(ended.contains(id), "a chunk of a file that is over");
            assertEquals(received.get(id), chunk.offset());
            long end = chunk.offset() + chunk.data().remaining();
            if (end < 0 || end > sizes.get(id)) {
                over(id); // what the engine does with bytes beyond the size
            } else {
                relay.encode(chunk);
                received.put(id, end);
            }
        }

        private void over(UUID id) {
            assertTrue(received.get(id) < sizes.get(id), "a complete file cannot be lost");
            end(id);
        }

        private void end(UUID id) {
            ended.add(id);
            relay.encode(new Message.FileCancel(id, FailureReason.OTHER, ""));
        }
    }
}
