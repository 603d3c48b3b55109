package io.lamplink.client.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.session.Channel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An open connection, seen from the client: what arrives, how it ends, and that nothing waits for ever. */
final class ClientLinkTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int SMALL_BUFFER = 4096;
    private static final byte[] NORMAL = {3, (byte) 0xE8};
    private static final ClientLimits QUICK_TO_CLOSE =
            new ClientLimits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(700));

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicLong binary = new AtomicLong();
    private final Recorder recorder = new Recorder() {
        @Override
        public void onFrame(Frame frame) {
            if (frame.equals(new Frame.Text("wait"))) {
                await(goOn);
            } else if (frame.equals(new Frame.Text("throw"))) {
                throw new AssertionError("expected");
            } else if (frame.size() == MEBIBYTE) {
                binary.addAndGet(frame.size());
                return;
            }
            super.onFrame(frame);
        }
    };

    private RawServer server;
    private RawServer.Connection peer;
    private ConnectAttempt attempt;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        server = new RawServer(SMALL_BUFFER);
        attempt = ConnectFixture.with(QUICK_TO_CLOSE).connect(server.address(), true, recorder);
        peer = server.acceptWebSocket();
        channel = recorder.nextOpened().channel();
    }

    @AfterEach
    void hangUp() throws IOException {
        goOn.countDown();
        peer.close();
        server.close();
    }

    @Test
    void framesArriveAsSentInBothDirections() throws Exception {
        channel.send(new Frame.Text("你好\n\uD83D\uDE00"));
        channel.send(
                Frame.Binary.of(ByteBuffer.wrap(ascii("he")), ByteBuffer.wrap(ascii("ad")), ByteBuffer.allocate(0)));
        channel.send(Frame.Binary.of(ByteBuffer.allocate(MEBIBYTE)));
        assertEquals("你好\n\uD83D\uDE00", peer.readFrame().text());
        assertEquals("head", peer.readFrame().text());
        assertEquals(ByteBuffer.allocate(MEBIBYTE), peer.readFrame().payload());
        peer.sendText("文本");
        peer.sendFrame(RawServer.FIN | RawServer.BINARY, new byte[] {0, 1});
        peer.sendFrame(RawServer.TEXT, ascii("in "));
        peer.sendFrame(RawServer.FIN, ascii("parts"));
        assertEquals("文本", recorder.nextText());
        assertEquals("\0\1", recorder.nextBinary());
        assertEquals("in parts", recorder.nextText());
    }

    @Test
    void aCededPartIsSentFromItsOwnMemory() throws Exception {
        int length = 65_536;
        int room = channel.headerBytes(4 + length) + 4;
        for (int position : new int[] {room, room - 1, room + 1, 0}) {
            ByteBuffer data = ByteBuffer.allocate(position + length).position(position);
            channel.send(new Frame.Binary(List.of(ByteBuffer.wrap(ascii("head")), data), true));
            ByteBuffer expected = ByteBuffer.allocate(4 + length).put(ascii("head"));
            assertEquals(expected.rewind(), peer.readFrame().payload(), "room of " + position);
            boolean masked = IntStream.range(position, data.limit()).anyMatch(i -> data.get(i) != 0);
            assertEquals(position == room, masked, "in its place, with room of " + position);
        }
    }

    @Test
    void theSystemChoosesTheSizeOfItsBufferThoughTheLibraryReadsMoreAtOnce() throws Exception {
        MeteredSocket wire = attempt.wire();
        assertNotNull(wire);
        int chosen = wire.getReceiveBufferSize();
        wire.setReceiveBufferSize(chosen / 2);
        assertEquals(chosen, wire.getReceiveBufferSize());
    }

    @Test
    void pingsAreAnsweredAndOurOwnAreTimed() throws Exception {
        peer.sendFrame(RawServer.FIN | RawServer.PING, ascii("payload"));
        RawServer.Received pong = peer.readFrame();
        assertEquals(RawServer.PONG, pong.opcode());
        assertEquals("payload", pong.text());
        channel.ping();
        RawServer.Received ping = peer.readFrame();
        assertEquals(RawServer.PING, ping.opcode());
        peer.sendFrame(RawServer.FIN | RawServer.PONG, ping.payload().array());
        assertTrue(assertInstanceOf(Long.class, recorder.next()) > 0);
    }

    @Test
    void smallFramesAreNotHeldBackByNagle() throws Exception {
        // item 8
        MeteredSocket wire = attempt.wire();
        assertNotNull(wire);
        assertTrue(wire.getTcpNoDelay());
    }

    @Test
    void aFrameOverTheLimitEndsTheConnectionAndNothingElse() throws Exception {
        // item 3: the library would allocate two gibibytes
        peer.send(ByteBuffer.allocate(10)
                .put((byte) (RawServer.FIN | RawServer.BINARY))
                .put((byte) 127)
                .putLong(Integer.MAX_VALUE - 8L)
                .array());
        assertEquals(CloseReason.TOO_BIG, peer.readFrame().closeCode());
        assertEquals(CloseReason.TOO_BIG, recorder.nextClosed().code());
        peer.readToEnd();
    }

    @Test
    void aCloseIsTheSeedsFourBytesAndTheServersEndEndsIt() throws Exception {
        channel.close(CloseReason.normal());
        RawServer.Received close = peer.readFrame();
        assertArrayEquals(NORMAL, close.payload().array());
        peer.sendFrame(RawServer.FIN | RawServer.CLOSE, NORMAL);
        peer.readToEnd();
        assertEquals(CloseReason.normal(), recorder.nextClosed());
    }

    @Test
    void aCloseIsToldInTimeThoughTheServerNeverAnswers() throws Exception {
        // item 19: the library waits for the server's end
        channel.close(new CloseReason(CloseReason.GOING_AWAY, "bye"));
        assertEquals(new CloseReason(CloseReason.GOING_AWAY, "bye"), recorder.nextClosed());
        assertEquals(CloseReason.GOING_AWAY, peer.readFrame().closeCode());
        peer.readToEnd();
        assertFalse(recorder.hasHeard());
    }

    @Test
    void aCloseIsToldInTimeThoughTheServerDoesNotRead() throws Exception {
        // item 19: the library's writer waits for ever
        for (int i = 0; i < 16; i++) {
            channel.send(Frame.Binary.of(ByteBuffer.allocate(MEBIBYTE)));
        }
        assertTrue(channel.queuedBytes() > MEBIBYTE, channel.queuedBytes() + " bytes");
        channel.close(CloseReason.normal());
        assertEquals(CloseReason.normal(), recorder.nextClosed());
        assertTrue(peer.readToEnd() < 16 * MEBIBYTE, "the rest is given up");
    }

    @Test
    void theCloseFrameIsSentThoughTheServerKeepsTalking() throws Exception {
        // the library's reader interrupts its writer, which then forgets what it has not written
        for (int i = 0; i < 30; i++) {
            Recorder other = new Recorder();
            ConnectFixture.with(QUICK_TO_CLOSE).connect(server.address(), true, other);
            try (RawServer.Connection talking = server.acceptWebSocket()) {
                Channel busy = other.nextOpened().channel();
                for (int chunk = 0; chunk < 4; chunk++) {
                    busy.send(Frame.Binary.of(ByteBuffer.allocate(64 * 1024)));
                }
                busy.close(CloseReason.normal());
                talking.sendText("an acknowledgement");
                RawServer.Received frame = talking.readFrame();
                while (frame.opcode() == RawServer.BINARY) {
                    frame = talking.readFrame();
                }
                assertEquals(CloseReason.NORMAL, frame.closeCode(), "round " + i);
            }
        }
    }

    @Test
    void theServersCloseIsAnsweredAndToldWithItsReason() throws Exception {
        peer.sendText("last");
        peer.sendFrame(RawServer.FIN | RawServer.CLOSE, new byte[] {3, (byte) 0xE9, 'b', 'y', 'e'});
        assertEquals(CloseReason.GOING_AWAY, peer.readFrame().closeCode());
        peer.readToEnd();
        assertEquals("last", recorder.nextText());
        assertEquals(new CloseReason(CloseReason.GOING_AWAY, "bye"), recorder.nextClosed());
    }

    @Test
    void aServerThatNeverEndsItsSideIsLeftInTime() throws Exception {
        peer.sendFrame(RawServer.FIN | RawServer.CLOSE, NORMAL);
        assertEquals(CloseReason.normal(), recorder.nextClosed());
        MeteredSocket wire = attempt.wire();
        assertNotNull(wire);
        Recorder.awaitTrue(wire::isClosed, "a closed socket");
    }

    @Test
    void theServersCloseIsReadThoughWritingFailsBeforeThat() throws Exception {
        // the library's writer ends the connection as a broken one, whatever there is to read
        for (int i = 0; i < 30; i++) {
            Recorder other = new Recorder();
            ConnectFixture.with(QUICK_TO_CLOSE).connect(server.address(), true, other);
            RawServer.Connection leaving = server.acceptWebSocket();
            Channel busy = other.nextOpened().channel();
            for (int chunk = 0; chunk < 20; chunk++) {
                busy.send(Frame.Binary.of(ByteBuffer.allocate(64 * 1024)));
            }
            leaving.readFrame();
            leaving.sendFrame(RawServer.FIN | RawServer.CLOSE, NORMAL);
            leaving.hangUp();
            assertEquals(CloseReason.normal(), other.nextClosed(), "round " + i);
        }
    }

    @Test
    void anEndWithoutCloseFrameIsABrokenLink() throws Exception {
        peer.hangUp();
        assertEquals(CloseReason.ABNORMAL, recorder.nextClosed().code());
        channel.send(new Frame.Text("late"));
        channel.ping();
        channel.close(CloseReason.normal());
        assertEquals(0, channel.queuedBytes());
        assertFalse(recorder.hasHeard());
    }

    @Test
    void aListenerThatThrowsEndsItsConnection() throws Exception {
        // item 12
        peer.sendText("throw");
        assertEquals(1011, peer.readFrame().closeCode());
        peer.hangUp();
        assertEquals(1011, recorder.nextClosed().code());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10})
    void aReservedBitIsAProtocolError(int bit) throws Exception {
        peer.sendFrame(RawServer.FIN | RawServer.TEXT | bit, ascii("a"));
        assertEquals(1002, peer.readFrame().closeCode());
        peer.hangUp();
        assertEquals(1002, recorder.nextClosed().code());
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws Exception {
        peer.sendFrame(RawServer.FIN | RawServer.TEXT, new byte[] {(byte) 0xC3, 0x28});
        assertEquals(1007, peer.readFrame().closeCode());
    }

    @Test
    void anyByteEndsASilence() throws Exception {
        // item 9
        long silence = TimeUnit.MILLISECONDS.toNanos(300);
        Recorder.awaitTrue(() -> channel.nanosSinceLastByte() > silence, "a silence");
        long sentAt = System.nanoTime();
        peer.send(new byte[] {(byte) (RawServer.FIN | RawServer.TEXT)});
        Recorder.awaitTrue(() -> System.nanoTime() - channel.nanosSinceLastByte() >= sentAt, "a sign of life");
    }

    @Test
    void aListenerThatTakesItsTimeHoldsBackTheServer() throws Exception {
        // item 2: what waits for the listener is bounded
        peer.sendText("wait");
        Thread flood = Thread.ofPlatform().daemon().start(this::flood);
        Recorder.awaitTrue(() -> channel.nanosSinceLastByte() == 0, "a reader that stops");
        assertFalse(flood.join(Duration.ofSeconds(1)), "the server is held back by TCP");
        goOn.countDown();
        assertTrue(flood.join(Recorder.PATIENCE), "the server goes on");
        Recorder.awaitTrue(() -> binary.get() == 64L * MEBIBYTE, "every byte");
    }

    @Test
    void aClosedConnectionDoesNotWaitForItsListener() throws Exception {
        peer.sendText("wait");
        Thread flood = Thread.ofPlatform().daemon().start(this::flood);
        Recorder.awaitTrue(() -> channel.nanosSinceLastByte() == 0, "a reader that stops");
        channel.close(CloseReason.normal());
        assertTrue(flood.join(Recorder.PATIENCE), "the socket is closed");
    }

    private void flood() {
        byte[] chunk = new byte[MEBIBYTE];
        try {
            for (int i = 0; i < 64; i++) {
                peer.sendFrame(RawServer.FIN | RawServer.BINARY, chunk);
            }
        } catch (IOException e) {
            assertNotNull(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
