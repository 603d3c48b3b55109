package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.ProtocolLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as a peer may send them, well meant or not: what arrives, and which close code the others get. */
final class FramesTest {
    private static final int FIN_TEXT = RawClient.FIN | RawClient.TEXT;
    private static final int FIN_BINARY = RawClient.FIN | RawClient.BINARY;
    private static final int CONTINUED = 0;
    private static final int HALF_MEBIBYTE = 512 * 1024;

    private final Recorder recorder = new Recorder();
    private TestServer server;
    private RawClient client;
    private Recorder.Peer peer;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(recorder);
        client = RawClient.open(server.address());
        peer = recorder.nextPeer();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void aFrameOfFourteenBytesThatDeclaresTwoGibibytesEndsItsConnectionOnly() throws Exception {
        // item 3: the library allocates what is declared, and an OutOfMemoryError stops the server
        try (RawClient other = RawClient.open(server.address())) {
            client.send(ByteBuffer.allocate(14)
                    .put((byte) FIN_BINARY)
                    .put((byte) 0xFF)
                    .putLong(Integer.MAX_VALUE - 8L)
                    .array());
            assertEquals(CloseReason.TOO_BIG, client.readFrame().closeCode());
            assertEquals(CloseReason.TOO_BIG, peer.nextClosed().code());
            other.sendText("alive");
            assertEquals("alive", recorder.nextPeer().nextText());
        }
    }

    @Test
    void aCededPartIsSentFromItsOwnMemory() throws Exception {
        int length = 65_536;
        int room = peer.channel().headerBytes(4 + length) + 4;
        List<ByteBuffer> places = List.of(
                ByteBuffer.allocate(room + length).position(room),
                ByteBuffer.allocateDirect(room + 9 + length).position(room + 9),
                ByteBuffer.allocateDirect(room - 1 + length).position(room - 1));
        for (ByteBuffer data : places) {
            peer.channel().send(new Frame.Binary(List.of(ByteBuffer.wrap(utf8("head")), data), true));
            byte[] expected = Arrays.copyOf(utf8("head"), 4 + length);
            assertEquals(ByteBuffer.wrap(expected), client.readFrame().payload(), data::toString);
            boolean written = data.position() >= room;
            assertEquals(written ? (byte) 'd' : 0, data.get(data.position() - 1), data::toString);
        }
    }

    @Test
    void aFloodOfFragmentsIsClosedAsSoonAsTheirSumIsTooBig() throws Exception {
        // item 4: the library counts the first fragment and the last
        byte[] fragment = new byte[HALF_MEBIBYTE];
        client.sendFrame(RawClient.BINARY, fragment);
        for (int i = 0; i < ProtocolLimits.MAX_MESSAGE_BYTES / HALF_MEBIBYTE; i++) {
            client.sendFrame(CONTINUED, fragment);
        }
        assertEquals(CloseReason.TOO_BIG, client.readFrame().closeCode());
        assertEquals(CloseReason.TOO_BIG, peer.nextClosed().code());
    }

    @Test
    void theCloseCodeReachesAPeerThatIsStillSending() throws Exception {
        // closing a socket with unread bytes resets it, and may take the close frame with it
        byte[] frame = RawClient.frame(FIN_BINARY, new byte[ProtocolLimits.MAX_MESSAGE_BYTES + 1]);
        client.send(Arrays.copyOf(frame, frame.length / 2));
        client.send(Arrays.copyOfRange(frame, frame.length / 2, frame.length));
        assertEquals(CloseReason.TOO_BIG, client.readFrame().closeCode());
    }

    @Test
    void aMessageOfTheLargestSizeIsDeliveredInOneFrameOrInFragmentsAsTheSeedCutsIt() throws Exception {
        byte[] message = new byte[ProtocolLimits.MAX_MESSAGE_BYTES];
        Arrays.fill(message, (byte) 'x');
        client.sendFrame(FIN_TEXT, message);
        assertEquals(message.length, peer.nextText().length());
        byte[] part = Arrays.copyOf(message, HALF_MEBIBYTE);
        client.sendFrame(RawClient.TEXT, part);
        for (int i = 1; i < message.length / HALF_MEBIBYTE; i++) {
            boolean last = i == message.length / HALF_MEBIBYTE - 1;
            client.sendFrame(last ? RawClient.FIN : CONTINUED, part);
        }
        assertEquals(message.length, peer.nextText().length());
    }

    @Test
    void aPingBetweenFragmentsIsAnsweredAndTheMessageStaysWhole() throws Exception {
        client.sendFrame(RawClient.TEXT, utf8("测"));
        client.sendFrame(RawClient.FIN | RawClient.PING, utf8("now"));
        client.sendFrame(RawClient.FIN, utf8("试"));
        RawClient.Received pong = client.readFrame();
        assertEquals(RawClient.PONG, pong.opcode());
        assertEquals("now", pong.text());
        assertEquals("测试", peer.nextText());
    }

    @Test
    void binaryAndTextArriveAsSent() throws Exception {
        client.sendFrame(FIN_BINARY, new byte[] {0, 1, 2});
        client.sendText("你好\n\uD83D\uDE00");
        client.sendFrame(FIN_BINARY, new byte[0]);
        assertEquals("\0\1\2", peer.nextBinary());
        assertEquals("你好\n\uD83D\uDE00", peer.nextText());
        assertEquals("", peer.nextBinary());
    }

    @Test
    void whatIsSentArrivesInOrderAndIsNotConsumed() throws Exception {
        ByteBuffer head = ByteBuffer.wrap(utf8("head "));
        ByteBuffer data = ByteBuffer.wrap(utf8("..data..")).position(2).limit(6);
        peer.channel().send(Frame.Binary.of(head, data));
        peer.channel().send(new Frame.Text("你好"));
        RawClient.Received binary = client.readFrame();
        assertEquals(FIN_BINARY, binary.head());
        assertEquals("head data", binary.text());
        assertEquals("你好", client.readFrame().text());
        assertEquals(2, data.position());
    }

    @ParameterizedTest
    @CsvSource({"0x40", "0x20", "0x10"})
    void aReservedBitIsAProtocolError(String bit) throws Exception {
        client.sendFrame(FIN_TEXT | Integer.decode(bit), utf8("a"));
        assertEquals(1002, client.readFrame().closeCode());
        assertEquals(1002, peer.nextClosed().code());
    }

    @Test
    void textThatIsNotUtf8IsRefusedWholeOrInFragments() throws Exception {
        byte[] broken = {'a', (byte) 0xC3, (byte) 0x28};
        client.sendFrame(FIN_TEXT, broken);
        assertEquals(1007, client.readFrame().closeCode());
        try (RawClient second = RawClient.open(server.address())) {
            second.sendFrame(RawClient.TEXT, new byte[] {'a', (byte) 0xC3});
            second.sendFrame(RawClient.FIN, new byte[] {0x28});
            RawClient.Received close = second.readFrame();
            assertEquals(1007, close.closeCode());
            assertTrue(close.text().endsWith("A text is not valid UTF-8."), close.text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 11, 15})
    void anUnknownOpcodeIsAProtocolError(int opcode) throws Exception {
        client.sendFrame(RawClient.FIN | opcode, new byte[0]);
        assertEquals(1002, client.readFrame().closeCode());
    }

    @Test
    void aCloseFrameWhoseReasonIsBrokenEndsTheConnection() throws Exception {
        // item 12: the library throws a NullPointerException and goes on with half a frame
        client.sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[] {3, (byte) 0xE8, (byte) 0xC3});
        assertEquals(1007, client.readFrame().closeCode());
        assertEquals(1007, peer.nextClosed().code());
    }

    @ParameterizedTest
    @CsvSource({"1000, ''", "1001, bye", "4400, '名字'"})
    void aCloseIsAnsweredWithItsCodeAndReason(int code, String reason) throws Exception {
        byte[] text = utf8(reason);
        byte[] payload = ByteBuffer.allocate(2 + text.length)
                .putShort((short) code)
                .put(text)
                .array();
        client.sendFrame(RawClient.FIN | RawClient.CLOSE, payload);
        assertArrayEquals(payload, client.readFrame().payload().array());
        assertEquals(new CloseReason(code, reason), peer.nextClosed());
        client.readToEnd();
    }

    @Test
    void anEmptyCloseIsANormalOne() throws Exception {
        client.sendFrame(RawClient.FIN | RawClient.CLOSE, new byte[0]);
        assertEquals(CloseReason.normal(), peer.nextClosed());
    }

    @Test
    void anEndWithoutCloseFrameIsABrokenLink() throws Exception {
        client.close();
        assertEquals(CloseReason.ABNORMAL, peer.nextClosed().code());
    }

    @Test
    void aCloseWithoutReasonIsTheSeedsFourBytes() throws Exception {
        peer.channel().close(CloseReason.normal());
        assertArrayEquals(
                new byte[] {3, (byte) 0xE8}, client.readFrame().payload().array());
        assertEquals(CloseReason.normal(), peer.nextClosed());
    }

    @Test
    void aLongCloseReasonIsCutToWhatAFrameHolds() throws Exception {
        // item 13: the library sends it whole, and the peer reports a protocol error
        peer.channel().close(new CloseReason(CloseReason.POLICY, "长".repeat(100)));
        RawClient.Received close = client.readFrame();
        assertEquals(CloseReason.POLICY, close.closeCode());
        assertEquals(2 + 41 * 3, close.payload().remaining());
    }

    @ParameterizedTest
    @ValueSource(ints = {1004, 1005, 1006, 1015, 2000, 5000, 1})
    void aCodeThatMayNotBeSentEndsTheConnectionWithoutFrame(int code) throws Exception {
        peer.channel().close(new CloseReason(code, "x"));
        assertEquals(0, client.readToEnd());
        peer.nextClosed();
    }

    @Test
    void aPongTellsTheRoundTripAndAPongNobodyAskedForNothing() throws Exception {
        peer.channel().ping();
        RawClient.Received ping = client.readFrame();
        assertEquals(RawClient.PING, ping.opcode());
        client.sendFrame(RawClient.FIN | RawClient.PONG, utf8("what?"));
        client.sendFrame(RawClient.FIN | RawClient.PONG, ping.payload().array());
        long nanos = assertInstanceOf(Long.class, peer.next());
        assertTrue(nanos > 0 && nanos < TestServer.PATIENCE.toNanos(), nanos + " ns");
        assertFalse(peer.hasHeard());
    }

    @Test
    void nothingThrowsOnAClosedChannel() throws Exception {
        // item 23: the library throws an unchecked exception
        client.close();
        peer.nextClosed();
        peer.channel().send(new Frame.Text("late"));
        peer.channel().ping();
        peer.channel().close(CloseReason.normal());
        assertEquals(0, peer.channel().queuedBytes());
        assertFalse(peer.hasHeard());
    }

    @Test
    void aBurstOfPingsFromAPeerThatDoesNotReadFillsNoMemory() throws Exception {
        // item 2: each is answered, and the library's queue has no bound
        try (RawClient flooding = RawClient.open(server.address(), 4096)) {
            Recorder.Peer flooder = recorder.nextPeer();
            flooding.send(thousandPings());
            flooding.sendText("done");
            assertEquals("done", flooder.nextText());
            long queued = flooder.channel().queuedBytes();
            assertTrue(queued < 100_000, queued + " bytes of pongs are queued");
        }
    }

    @Test
    void aFloodOfPingsIsReadSlowlyOrClosedAndOthersAreServedAtOnce() throws Exception {
        byte[] pings = thousandPings();
        try (RawClient flooding = RawClient.open(server.address())) {
            Recorder.Peer flooder = recorder.nextPeer();
            Thread flood = Thread.ofPlatform().daemon().start(() -> sendUntilClosed(flooding, pings));
            TestServer.awaitTrue(() -> flooder.channel().nanosSinceLastByte() == 0, "a rest");
            client.sendText("meanwhile");
            assertEquals("meanwhile", peer.nextText());
            flooding.hangUp();
            flood.join();
        }
    }

    @Test
    void moreFramesInOneGoThanAnybodyHasToSendAreAFlood() throws Exception {
        byte[] empty = new byte[2 * 20_000];
        for (int i = 0; i < empty.length; i += 2) {
            empty[i] = (byte) FIN_BINARY;
        }
        client.send(empty);
        assertEquals(CloseReason.FLOOD, client.readFrame().closeCode());
        assertEquals(CloseReason.FLOOD, closeAfterAll(peer).code());
    }

    private static CloseReason closeAfterAll(Recorder.Peer peer) throws InterruptedException {
        Object next = peer.next();
        while (!(next instanceof CloseReason)) {
            next = peer.next();
        }
        return (CloseReason) next;
    }

    private static void sendUntilClosed(RawClient client, byte[] bytes) {
        try {
            while (true) {
                client.send(bytes);
            }
        } catch (IOException e) {
            // As expected, sooner or later.
        }
    }

    private static byte[] thousandPings() throws IOException {
        ByteBuffer pings = ByteBuffer.allocate(1000 * 127);
        while (pings.hasRemaining()) {
            pings.put(RawClient.frame(RawClient.FIN | RawClient.PING, new byte[125]));
        }
        return pings.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
