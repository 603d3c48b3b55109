package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.BinaryFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 16: frames are written by our own code, so each is compared with what the library's own draft writes or reads. */
final class FrameEncoderTest {
    private static final int[] SIZES = {0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 124, 125, 126, 127, 65535, 65536, 1 << 20};

    private static final int HEADER = 25;

    private final Random random = new Random(16);

    @Test
    void aServersFrameIsByteForByteTheLibrarys() {
        for (int size : SIZES) {
            byte[] payload = payload(size);
            BinaryFrame frame = new BinaryFrame();
            frame.setPayload(ByteBuffer.wrap(payload));
            ByteBuffer expected = library(Role.SERVER).createBinaryFrame(frame);
            assertEquals(expected, FrameEncoder.encode(Opcode.BINARY, true, cut(payload), false), "size " + size);
        }
    }

    @Test
    void aClientsFrameIsReadBackByTheLibrary() throws InvalidDataException {
        for (int size : SIZES) {
            byte[] payload = payload(size);
            ByteBuffer wire = FrameEncoder.encodeMasked(Opcode.BINARY, true, cut(payload), false, random.nextInt());
            assertTrue((wire.get(1) & 0x80) != 0, "masked");
            List<Framedata> read = library(Role.SERVER).translateFrame(wire);
            assertEquals(1, read.size());
            assertEquals(ByteBuffer.wrap(payload), read.getFirst().getPayloadData(), "size " + size);
        }
    }

    @Test
    void theMaskIsTheKeyByteByByteFromItsHighEnd() {
        byte[] payload = payload(21);
        int key = 0x01234567;
        ByteBuffer wire = FrameEncoder.encodeMasked(Opcode.TEXT, true, List.of(ByteBuffer.wrap(payload)), false, key);
        ByteBuffer expected = ByteBuffer.allocate(2 + 4 + 21)
                .put((byte) 0x81)
                .put((byte) (0x80 | 21))
                .putInt(key);
        for (int i = 0; i < payload.length; i++) {
            expected.put((byte) (payload[i] ^ (key >>> (24 - 8 * (i % 4)))));
        }
        assertEquals(expected.flip(), wire);
    }

    @ParameterizedTest
    @EnumSource(Opcode.class)
    void everyOpcodeIsTheLibrarys(Opcode opcode) {
        FramedataImpl1 frame = FramedataImpl1.get(opcode);
        frame.setPayload(ByteBuffer.wrap(new byte[] {3, (byte) 0xe8}));
        ByteBuffer expected = library(Role.SERVER).createBinaryFrame(frame);
        ByteBuffer payload = ByteBuffer.wrap(new byte[] {3, (byte) 0xe8});
        assertEquals(expected, FrameEncoder.encode(opcode, true, List.of(payload), false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFinalBitIsAsAskedFor(boolean fin) {
        ByteBuffer wire = FrameEncoder.encode(Opcode.CONTINUOUS, fin, List.of(), false);
        assertEquals(fin, (wire.get(0) & 0x80) != 0);
    }

    @Test
    void thePartsAreNotConsumed() {
        ByteBuffer part = ByteBuffer.wrap(payload(100)).position(10).limit(50);
        FrameEncoder.encodeMasked(Opcode.BINARY, true, List.of(part), false, 7);
        assertEquals(10, part.position());
        assertEquals(50, part.limit());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 90, 100, 200, 65_510, 65_520, 262_144})
    void aCededPartWithJustTheRoomBecomesTheFrame(int size) {
        for (boolean masked : new boolean[] {false, true}) {
            ByteBuffer data = ceded(size, masked, 0);
            List<ByteBuffer> parts = List.of(ByteBuffer.wrap(payload(HEADER)), data);
            ByteBuffer expected = encode(parts, masked, false);
            ByteBuffer wire = encode(parts, masked, true);
            assertEquals(expected, wire);
            assertEquals(0, wire.position());
            assertEquals(0, wire.arrayOffset());
            assertEquals(wire.limit(), wire.array().length);
            wire.put(wire.limit() - 1, (byte) 0).put(wire.limit() - 1, (byte) (data.get(data.limit() - 1) + 1));
            assertEquals(1, data.get(data.limit() - 1), "the same memory");
            assertEquals(size, data.remaining(), "the part is not consumed");
        }
    }

    @Test
    void aServerTakesMoreRoomThanItNeedsAndMemoryOutsideTheHeap() {
        for (ByteBuffer data :
                List.of(ceded(1000, false, 7), ByteBuffer.allocateDirect(1036).position(36))) {
            List<ByteBuffer> parts = List.of(ByteBuffer.wrap(payload(HEADER)), data);
            ByteBuffer expected = encode(parts, false, false);
            ByteBuffer wire = encode(parts, false, true);
            assertEquals(expected, wire);
            assertEquals(7, wire.position());
            data.put(36 + 999, (byte) ~data.get(36 + 999));
            assertEquals(data.get(36 + 999), wire.get(36 + 999), "the same memory");
        }
    }

    @Test
    void aCededPartThatDoesNotFitIsCopiedAndLeftAlone() {
        ByteBuffer whole = ceded(1000, true, 0);
        int room = whole.position();
        List<ByteBuffer> unfit = List.of(
                ByteBuffer.allocate(room - 1 + 1000).position(room - 1), // too little
                ByteBuffer.allocate(room + 1 + 1000)
                        .position(room + 1), // the library's client writes from the array's beginning
                ByteBuffer.allocate(room + 2 + 1000).slice(2, room + 1000).position(room),
                ByteBuffer.allocateDirect(room + 1000).position(room),
                whole.asReadOnlyBuffer());
        for (ByteBuffer data : unfit) {
            List<ByteBuffer> parts = List.of(ByteBuffer.wrap(payload(HEADER)), data);
            ByteBuffer expected = encode(parts, true, false);
            ByteBuffer before = ByteBuffer.allocate(data.limit())
                    .put(data.duplicate().position(0))
                    .flip();
            assertEquals(expected, encode(parts, true, true));
            assertEquals(before, data.duplicate().position(0));
        }
        assertEquals(0, encode(List.of(whole.asReadOnlyBuffer()), false, true).position());
    }

    /** Room for {@code extra} bytes, a frame's header, {@link #HEADER} bytes of payload, then {@code size} bytes more. */
    private ByteBuffer ceded(int size, boolean masked, int extra) {
        int position = extra + FrameEncoder.headerBytes(HEADER + size, masked) + HEADER;
        return ByteBuffer.wrap(payload(position + size)).position(position);
    }

    /** {@code WebSocketImpl.write} asks a short frame for its array and throws if there is none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 971, 972, 996, 997, 2000})
    void aShortFrameHasAnArrayEvenIfItsMemoryHasNone(int size) {
        ByteBuffer data = ByteBuffer.allocateDirect(100 + size).position(100);
        ByteBuffer wire = encode(List.of(ByteBuffer.allocate(25), data), false, true);
        assertEquals(wire.remaining() <= FrameEncoder.LOGGED_BYTES, wire.hasArray());
        assertEquals(encode(List.of(ByteBuffer.allocate(25), data), false, false), wire);
    }

    private static ByteBuffer encode(List<ByteBuffer> parts, boolean masked, boolean ceded) {
        return masked
                ? FrameEncoder.encodeMasked(Opcode.BINARY, true, parts, ceded, 0x89AB_CDEF)
                : FrameEncoder.encode(Opcode.BINARY, true, parts, ceded);
    }

    /** The payload in up to four parts, each with bytes before and after that do not belong to it. */
    private List<ByteBuffer> cut(byte[] payload) {
        List<ByteBuffer> parts = new ArrayList<>();
        int from = 0;
        for (int left = 4; left > 0; left--) {
            int to = left == 1 ? payload.length : from + random.nextInt(payload.length - from + 1);
            ByteBuffer part = ByteBuffer.allocate(to - from + 8).position(4);
            parts.add(part.put(payload, from, to - from).flip().position(4));
            from = to;
        }
        return parts;
    }

    private byte[] payload(int size) {
        byte[] payload = new byte[size];
        random.nextBytes(payload);
        return payload;
    }

    private static Draft_6455 library(Role role) {
        Draft_6455 draft = new Draft_6455();
        draft.setParseMode(role);
        return draft;
    }
}
