package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Items 3 and 16: frames are read by our own code, so each is compared with what the library's own draft writes. */
final class FrameDecoderTest {
    private static final int LIMIT = 1 << 20;
    private static final int[] SIZES = {0, 1, 3, 7, 8, 9, 125, 126, 65535, 65536, 200_000, LIMIT};

    private final Random random = new Random(3);
    private final FrameDecoder decoder = new FrameDecoder(LIMIT);

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatTheLibraryWritesIsReadHoweverItIsCut(Role writer) throws InvalidDataException {
        Draft_6455 library = new Draft_6455();
        library.setParseMode(writer);
        for (int size : SIZES) {
            byte[] payload = payload(size);
            ByteBuffer wire = library.createBinaryFrame(frame(Opcode.BINARY, payload));
            List<Framedata> read = new ArrayList<>();
            while (wire.hasRemaining()) {
                int piece = Math.min(wire.remaining(), 1 + random.nextInt(1 + size / 3));
                read.addAll(decoder.decode(wire.slice(wire.position(), piece)));
                wire.position(wire.position() + piece);
            }
            assertEquals(1, read.size(), "size " + size);
            assertEquals(Opcode.BINARY, read.getFirst().getOpcode());
            assertEquals(ByteBuffer.wrap(payload), read.getFirst().getPayloadData(), "size " + size);
        }
    }

    @Test
    void manyFramesInOnePieceAreReadInOrder() throws InvalidDataException {
        ByteBuffer wire =
                ByteBuffer.wrap(new byte[] {1, 1, 'a', 0, 0, (byte) 0x89, 0, (byte) 0x80, 1, 'b', (byte) 0x82});
        List<Framedata> read = decoder.decode(wire);
        assertEquals(
                List.of(Opcode.TEXT, Opcode.CONTINUOUS, Opcode.PING, Opcode.CONTINUOUS),
                read.stream().map(Framedata::getOpcode).toList());
        assertEquals(
                List.of(false, false, true, true),
                read.stream().map(Framedata::isFin).toList());
    }

    @Test
    void theFirstMessageHasItsOwnLimitAndWhatFollowsInTheSamePieceNot() throws InvalidDataException {
        FrameDecoder greeted = new FrameDecoder(2, 9, () -> false);
        byte[] first = {(byte) 0x89, 3, 'p', 'i', 'n', 1, 2, 'a', 'b', (byte) 0x80, 1, 'c', (byte) 0x82, 3, 1, 2, 3};
        assertEquals(
                CloseFrame.TOOBIG,
                assertThrows(
                                InvalidDataException.class,
                                () -> new FrameDecoder(2, 9, () -> false).decode(ByteBuffer.wrap(first)))
                        .getCloseCode(),
                "a ping is no first message, and does not fit either");
        assertEquals(
                3, greeted.decode(ByteBuffer.wrap(first, 5, first.length - 5)).size());
    }

    @Test
    void whoIsHeldSendsLittleUntilItIsLetInAndOneMessageMore() throws InvalidDataException {
        AtomicBoolean held = new AtomicBoolean(true);
        FrameDecoder guarded = new FrameDecoder(2, 9, held::get);
        byte[] small = {(byte) 0x82, 2, 1, 2};
        byte[] large = {(byte) 0x82, 3, 1, 2, 3};
        guarded.decode(ByteBuffer.wrap(small));
        guarded.decode(ByteBuffer.wrap(small));
        held.set(false);
        FrameDecoder tooEarly = new FrameDecoder(2, 9, () -> true);
        tooEarly.decode(ByteBuffer.wrap(small));
        assertThrows(InvalidDataException.class, () -> tooEarly.decode(ByteBuffer.wrap(large)));
        guarded.decode(ByteBuffer.wrap(small));
        assertEquals(1, guarded.decode(ByteBuffer.wrap(large)).size());
    }

    @Test
    void moreFramesAtOnceThanAnybodyHasToSendAreRefused() throws InvalidDataException {
        byte[] most = new byte[2 * ProtocolLimits.MAX_FRAMES_AT_ONCE];
        for (int i = 0; i < most.length; i += 2) {
            most[i] = (byte) 0x82;
        }
        assertEquals(most.length / 2, decoder.decode(ByteBuffer.wrap(most)).size());
        byte[] more = Arrays.copyOf(most, most.length + 2);
        more[most.length] = (byte) 0x82;
        assertEquals(
                CloseReason.FLOOD,
                assertThrows(InvalidDataException.class, () -> decoder.decode(ByteBuffer.wrap(more)))
                        .getCloseCode());
    }

    @Test
    void whatIsHeldGrowsWithWhatCameAndNotWithWhatIsDeclared() throws InvalidDataException {
        // item 3: 14 bytes on each of some hundred connections would fill the memory; of the large buffers there are
        // few
        ByteBuffer header =
                ByteBuffer.allocate(14).put((byte) 0x82).put((byte) 0xFF).putLong(LIMIT);
        decoder.decode(header.rewind());
        assertEquals(0, decoder.held());
        int came = 0;
        while (came < LIMIT - 1) {
            int piece = Math.min(1000, LIMIT - 1 - came);
            decoder.decode(ByteBuffer.allocate(piece));
            came += piece;
            int most = came < FrameDecoder.LONG_BEGINS_BYTES ? FrameDecoder.LONG_BEGINS_BYTES : PayloadBuffers.BYTES;
            assertTrue(decoder.held() <= most, decoder.held() + " bytes for " + came);
        }
        assertEquals(1, decoder.decode(ByteBuffer.allocate(1)).size());
        assertEquals(0, decoder.held());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void bytesThatAreReadIntoTheirPlaceMakeTheSameFrames(Role writer) throws InvalidDataException {
        Draft_6455 library = new Draft_6455();
        library.setParseMode(writer);
        for (int size : SIZES) {
            byte[] payload = payload(size);
            ByteBuffer wire = library.createBinaryFrame(frame(Opcode.BINARY, payload));
            List<Framedata> read = new ArrayList<>();
            int placed = 0;
            while (wire.hasRemaining()) {
                ByteBuffer space = decoder.space();
                int piece = Math.min(wire.remaining(), 1 + random.nextInt(10_000));
                if (space == null) {
                    read.addAll(decoder.decode(wire.slice(wire.position(), piece)));
                } else {
                    piece = Math.min(piece, space.remaining());
                    space.put(0, wire, wire.position(), piece);
                    decoder.filled(piece);
                    placed += piece;
                }
                wire.position(wire.position() + piece);
            }
            assertEquals(1, read.size(), "size " + size);
            assertEquals(ByteBuffer.wrap(payload), read.getFirst().getPayloadData(), "size " + size);
            assertEquals(size >= 65535, placed > size / 2, placed + " of " + size + " bytes were placed");
        }
    }

    @Test
    void withoutALargeBufferALongFrameIsReadAllTheSame() throws InvalidDataException {
        PayloadBuffers none = new PayloadBuffers(0);
        FrameDecoder poor = new FrameDecoder(LIMIT, LIMIT, () -> false, none);
        byte[] payload = payload(200_000);
        Framedata read = poor.decode(new Draft_6455().createBinaryFrame(frame(Opcode.BINARY, payload)))
                .getFirst();
        assertEquals(ByteBuffer.wrap(payload), read.getPayloadData());
        assertFalse(read.getPayloadData().isDirect());
    }

    @Test
    void aLargeBufferThatWasGivenBackHoldsTheNextLongFrame() throws InvalidDataException {
        PayloadBuffers one = new PayloadBuffers(1);
        FrameDecoder thrifty = new FrameDecoder(LIMIT, LIMIT, () -> false, one);
        for (int size : new int[] {200_000, 50_000, 300_000}) {
            byte[] payload = payload(size);
            Framedata read = thrifty.decode(new Draft_6455().createBinaryFrame(frame(Opcode.BINARY, payload)))
                    .getFirst();
            assertEquals(ByteBuffer.wrap(payload), read.getPayloadData(), "size " + size);
            assertTrue(read.getPayloadData().isDirect(), "size " + size);
            one.give(read.getPayloadData().duplicate());
        }
    }

    @Test
    void textsAndPiecesOfMessagesStayInTheHeap() throws InvalidDataException {
        byte[] payload = payload(200_000);
        Arrays.fill(payload, (byte) 'a');
        Framedata text = decoder.decode(new Draft_6455().createBinaryFrame(frame(Opcode.TEXT, payload)))
                .getFirst();
        assertTrue(text.getPayloadData().hasArray());
    }

    @Test
    void aFrameOfTheLongestChunkIsMovedOnceAsItGrowsAndALongerOneNotForEachPiece() throws InvalidDataException {
        FrameDecoder large = new FrameDecoder(4 * LIMIT);
        Set<Integer> held = new TreeSet<>();
        large.decode(ByteBuffer.allocate(10)
                .put((byte) 0x82)
                .put((byte) 127)
                .putLong(4 * LIMIT)
                .rewind());
        for (int came = 0; came < 4 * LIMIT - 1000; came += 1000) {
            large.decode(ByteBuffer.allocate(1000));
            held.add(large.held());
        }
        assertEquals(List.of(64 * 1024, LIMIT + 1024), List.copyOf(held).subList(0, 2));
        assertEquals(4, held.size(), held::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "C1 00, 1002", // a reserved bit
        "A1 00, 1002",
        "91 00, 1002",
        "83 00, 1002", // an unknown opcode
        "8B 00, 1002",
        "09 00, 1002", // a ping in fragments
        "89 7E 00 7E, 1002", // a ping that is too long
        "82 7F 00 00 00 00 00 10 00 01, 1009", // one byte over the limit
        "82 7F 80 00 00 00 00 00 00 00, 1009", // a negative length
        "88 02 03 ED, 1002", // close codes that may not be sent
        "88 02 03 EE, 1002",
        "88 02 27 10, 1002",
        "88 03 03 E8 C3, 1007" // half a letter as the reason
    })
    void whatMayNotBeIsRefusedWithItsCode(String hex, int code) {
        byte[] wire = new byte[hex.length() / 3 + 1];
        for (int i = 0; i < wire.length; i++) {
            wire[i] = (byte) Integer.parseInt(hex.substring(3 * i, 3 * i + 2), 16);
        }
        assertEquals(
                code,
                assertThrows(InvalidDataException.class, () -> decoder.decode(ByteBuffer.wrap(wire)))
                        .getCloseCode());
    }

    @Test
    void aCloseFrameTellsItsCodeAndReason() throws InvalidDataException {
        byte[] wire = {(byte) 0x88, 5, 3, (byte) 0xE9, 'b', 'y', 'e'};
        CloseFrame close = (CloseFrame) decoder.decode(ByteBuffer.wrap(wire)).getFirst();
        assertEquals(CloseFrame.GOING_AWAY, close.getCloseCode());
        assertEquals("bye", close.getMessage());
    }

    private byte[] payload(int size) {
        byte[] payload = new byte[size];
        random.nextBytes(payload);
        return payload;
    }

    private static FramedataImpl1 frame(Opcode opcode, byte[] payload) {
        FramedataImpl1 frame = FramedataImpl1.get(opcode);
        frame.setPayload(ByteBuffer.wrap(payload));
        return frame;
    }
}
