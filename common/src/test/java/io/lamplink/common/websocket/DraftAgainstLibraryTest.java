package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The draft, frame by frame, against the library's own: the same bytes in, the same frames out, however the input is cut;
 * the same frames in, the same bytes out. A failure names the seed of its frames. Where the two differ on purpose, a test
 * below says so.
 */
final class DraftAgainstLibraryTest {
    private static final int CHUNK = 256 * 1024 + 25;
    private static final int[] SHORT = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 63, 124, 125, 126, 127};
    private static final int[] LONG = {0, 1, 125, 126, 127, 65535, 65536, 65537, CHUNK};
    private static final List<Opcode> CONTROL = List.of(Opcode.PING, Opcode.PONG, Opcode.CLOSING);

    // What is written

    @ParameterizedTest
    @EnumSource(Opcode.class)
    void eachFrameIsWrittenAsTheLibraryWritesIt(Opcode opcode) {
        for (int size : CONTROL.contains(opcode) ? new int[] {0, 2, 3, 124, 125} : LONG) {
            for (boolean fin : CONTROL.contains(opcode) ? new boolean[] {true} : new boolean[] {true, false}) {
                SampleFrame frame = SampleFrame.of(new Random(size), opcode, fin, Opcode.TEXT, size);
                ByteBuffer theirs = library(Role.SERVER).createBinaryFrame(frame.framedata());
                assertEquals(theirs, ours(Role.SERVER).createBinaryFrame(frame.framedata()), frame::toString);
                List<ByteBuffer> parts = inParts(frame).parts();
                assertEquals(theirs, FrameEncoder.encode(opcode, fin, parts, false), frame::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Opcode.class)
    void withTheLibrarysKeyAMaskedFrameIsTheLibrarysToo(Opcode opcode) {
        for (int size : CONTROL.contains(opcode) ? new int[] {0, 2, 3, 124, 125} : LONG) {
            SampleFrame frame = SampleFrame.of(new Random(size), opcode, true, Opcode.TEXT, size);
            ByteBuffer theirs = library(Role.CLIENT).createBinaryFrame(frame.framedata());
            int payload = frame.framedata().getPayloadData().remaining();
            int key = theirs.getInt(theirs.limit() - payload - Integer.BYTES);
            List<ByteBuffer> parts = inParts(frame).parts();
            assertEquals(theirs, FrameEncoder.encodeMasked(opcode, true, parts, false, key), frame::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65535, 65536, 65537, CHUNK})
    void theLibraryReadsWhatOurClientMasks(int size) throws InvalidDataException {
        SampleFrame frame = SampleFrame.of(new Random(size), Opcode.BINARY, true, Opcode.BINARY, size);
        ByteBuffer wire = ours(Role.CLIENT).createBinaryFrame(inParts(frame));
        assertEquals(told(List.of(frame.framedata())), told(library(Role.SERVER).translateFrame(wire)));
    }

    @Test
    void everyFrameIsMaskedWithAKeyOfItsOwn() throws InvalidDataException {
        byte[] payload = new byte[100];
        LamplinkDraft client = ours(Role.CLIENT);
        Set<Integer> keys = new HashSet<>();
        int ones = 0;
        int zeros = 0;
        for (int i = 0; i < 1000; i++) {
            ByteBuffer wire = client.createBinaryFrame(PartsFrame.of(Frame.Binary.of(ByteBuffer.wrap(payload))));
            int key = wire.getInt(2);
            assertEquals(key, wire.getInt(6 + 96), "zeros that are masked show the key");
            assertEquals(toldBinary(payload), told(library(Role.SERVER).translateFrame(wire.duplicate())));
            keys.add(key);
            ones |= key;
            zeros |= ~key;
        }
        assertTrue(
                keys.size() > 990, keys.size() + " different keys of 1000"); // one pair alike is a chance of 1 in 8,600
        assertEquals(-1, ones & zeros, "each bit of a key is set at times");
    }

    // What is read

    @Test
    void sequencesAreReadAsTheLibraryReadsThem() throws InvalidDataException {
        for (long seed = 1; seed <= 60; seed++) {
            List<SampleFrame> frames = SampleFrame.sequence(new Random(seed), LONG);
            byte[] wire = SampleFrame.wire(frames);
            String where = "seed " + seed + ": " + frames;
            List<Told> expected = told(library(Role.SERVER).translateFrame(ByteBuffer.wrap(wire)));
            assertEquals(told(frames.stream().map(SampleFrame::framedata).toList()), expected, where);
            assertEquals(expected, told(decode(ours(Role.SERVER), wire)), where);
            for (int most : new int[] {7, 5000, 70_000, 300_000}) {
                int[] cuts = cuts(new Random(seed), wire.length, most);
                assertEquals(expected, told(decode(ours(Role.CLIENT), wire, cuts)), where + " in pieces to " + most);
                if (most > 7) { // the library takes seconds for smaller ones
                    assertEquals(expected, told(decode(library(Role.CLIENT), wire, cuts)), where);
                }
            }
        }
    }

    @Test
    void noSplitOfAShortInputMatters() throws InvalidDataException {
        for (long seed = 1; seed <= 60; seed++) {
            List<SampleFrame> frames = SampleFrame.sequence(new Random(seed), SHORT);
            byte[] wire = SampleFrame.wire(frames);
            String where = "seed " + seed + ": " + frames + " split at ";
            List<Told> expected = told(decode(library(Role.SERVER), wire));
            for (int cut = 0; cut <= wire.length; cut++) {
                assertEquals(expected, told(decode(library(Role.SERVER), wire, cut)), where + cut);
                assertEquals(expected, told(decode(ours(Role.SERVER), wire, cut)), where + cut);
            }
            int[] everywhere = IntStream.range(1, wire.length).toArray();
            assertEquals(expected, told(decode(ours(Role.SERVER), wire, everywhere)), where + "each byte");
        }
    }

    @Test
    void noPairOfSplitsOfAMaskedFrameMatters() throws InvalidDataException {
        for (int lengthBytes : new int[] {0, 2, 8}) {
            byte[] payload = new byte[33];
            new Random(lengthBytes).nextBytes(payload);
            byte[] wire = SampleFrame.wire(List.of(
                    new SampleFrame(Opcode.BINARY, true, ByteBuffer.wrap(payload), 0x01_23_45_67, lengthBytes)));
            for (int first = 0; first <= wire.length; first++) {
                for (int second = first; second <= wire.length; second++) {
                    List<Told> read = told(decode(ours(Role.SERVER), wire, first, second));
                    assertEquals(toldBinary(payload), read, "split at " + first + " and " + second);
                }
            }
        }
    }

    @Test
    void piecesInMemoryOutsideTheHeapAreReadAsOthers() throws InvalidDataException {
        List<SampleFrame> frames = SampleFrame.sequence(new Random(1), LONG);
        byte[] wire = SampleFrame.wire(frames);
        ByteBuffer outside = ByteBuffer.allocateDirect(wire.length).put(wire).flip();
        assertEquals(
                told(decode(ours(Role.SERVER), wire)), told(ours(Role.SERVER).translateFrame(outside)));
    }

    @Test
    void messagesAndControlFramesAreToldInTheLibrarysOrder() throws InvalidDataException {
        for (long seed = 1; seed <= 300; seed++) {
            List<SampleFrame> frames = SampleFrame.sequence(new Random(seed), SHORT);
            frames.removeIf(frame -> frame.opcode() == Opcode.CLOSING); // ends a socket, and there is none
            byte[] wire = SampleFrame.wire(frames);
            List<String> expected = heard(library(Role.SERVER), wire);
            assertNotEquals(List.of(), expected);
            assertEquals(expected, heard(ours(Role.SERVER), wire), "seed " + seed + ": " + frames);
        }
    }

    @Test
    void aLetterMayBeCutInTwoByFragments() throws InvalidDataException {
        byte[] wire = HexFormat.of().parseHex("0101C3" + "8001A9");
        assertEquals(List.of("text é"), heard(library(Role.SERVER), wire));
        assertEquals(List.of("text é"), heard(ours(Role.SERVER), wire));
    }

    // What is refused

    @ParameterizedTest
    @CsvSource({
        "C100, 1002", // a reserved bit
        "A100, 1002",
        "9100, 1002",
        "8300, 1002", // an unknown opcode
        "8700, 1002",
        "8B00, 1002",
        "8F8000000000, 1002",
        "0900, 1002", // control frames in fragments
        "0A00, 1002",
        "0800, 1002",
        "897E007E, 1002", // control frames with an extended length
        "8A7E0001, 1002",
        "887F0000000000000001, 1002",
        "880203E7, 1002", // close codes that may not be sent
        "880203EC, 1002",
        "880203ED, 1002",
        "880203EE, 1002",
        "880203F7, 1002",
        "88020BB7, 1002",
        "88021388, 1002",
        "827F0000000000400001, 1009", // one byte over the limit
        "827F000000007FFFFFFF, 1009",
        "827F0000000080000000, 1009", // more than an int holds
        "827F7FFFFFFFFFFFFFFF, 1009",
        "827F8000000000000000, 1009", // negative
        "827FFFFFFFFFFFFFFFFF, 1009"
    })
    void whatTheLibraryRefusesIsRefusedWithItsCode(String malformed, int code) {
        byte[] bad = HexFormat.of().parseHex(malformed);
        byte[] wire = ByteBuffer.allocate(4 + bad.length)
                .put(new byte[] {1, 0, -128, 0})
                .put(bad)
                .array();
        for (int cut = 0; cut < wire.length; cut++) {
            assertEquals(code, refusal(library(Role.SERVER), wire, cut), "the library, split at " + cut);
            assertEquals(code, refusal(ours(Role.SERVER), wire, cut), "split at " + cut);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8000, 1002", // the rest of nothing
        "0000, 1002",
        "01000200, 1002", // a message within a message
        "01008200, 1002",
        "8101FF, 1007", // no UTF-8
        "8101C3, 1007",
        "0101C38000, 1007",
        "8103EDA080, 1007",
        "0101618001FF, 1007"
    })
    void messagesThatTheLibraryRefusesAreRefusedWithItsCode(String malformed, int code) {
        byte[] wire = HexFormat.of().parseHex(malformed);
        assertEquals(code, refusalOfMessages(library(Role.SERVER), wire), "the library");
        assertEquals(code, refusalOfMessages(ours(Role.SERVER), wire));
    }

    // Where we differ from the library on purpose

    @Test
    void aCloseReasonThatIsNoTextHasItsCodeThoughTheLibraryRunsIntoANull() {
        byte[] wire = HexFormat.of().parseHex("880303E8C3");
        assertThrows(NullPointerException.class, () -> decode(library(Role.SERVER), wire));
        assertEquals(CloseFrame.NO_UTF8, refusal(ours(Role.SERVER), wire, 0));
    }

    @Test
    void aReservedBitIsRefusedAtOnceThoughTheLibraryWaitsForThePayload() throws InvalidDataException {
        byte[] wire = HexFormat.of().parseHex("C27F0000000000100000");
        assertEquals(List.of(), decode(library(Role.SERVER), wire));
        assertEquals(CloseFrame.PROTOCOL_ERROR, refusal(ours(Role.SERVER), wire, 0));
    }

    @Test
    void middleFragmentsAreCountedThoughTheLibraryForgetsThem() {
        // item 4; the numbers are the frames of a message over the limit
        ByteBuffer most = ByteBuffer.allocate(ProtocolLimits.MAX_MESSAGE_BYTES);
        byte[] wire = SampleFrame.wire(List.of(
                new SampleFrame(Opcode.BINARY, false, ByteBuffer.allocate(1), null, 0),
                new SampleFrame(Opcode.CONTINUOUS, false, most, null, 8)));
        assertEquals(0, refusalOfMessages(library(Role.SERVER), wire));
        assertEquals(CloseFrame.TOOBIG, refusalOfMessages(ours(Role.SERVER), wire));
    }

    private static final class Listener extends NoCallbacks {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void onWebsocketMessage(WebSocket socket, String message) {
            heard.add("text " + message);
        }

        @Override
        public void onWebsocketMessage(WebSocket socket, ByteBuffer bytes) {
            heard.add("binary " + hex(bytes));
        }

        @Override
        public void onWebsocketPing(WebSocket socket, Framedata ping) {
            heard.add("ping " + hex(ping.getPayloadData()));
        }

        @Override
        public void onWebsocketPong(WebSocket socket, Framedata pong) {
            heard.add("pong " + hex(pong.getPayloadData()));
        }

        private static String hex(ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }

    private static List<Framedata> decode(Draft draft, byte[] wire, int... cuts) throws InvalidDataException {
        List<Framedata> frames = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            frames.addAll(draft.translateFrame(ByteBuffer.wrap(wire, from, cut - from)));
            from = cut;
        }
        frames.addAll(draft.translateFrame(ByteBuffer.wrap(wire, from, wire.length - from)));
        return frames;
    }

    private static int refusal(Draft draft, byte[] wire, int cut) {
        return assertThrows(InvalidDataException.class, () -> decode(draft, wire, cut))
                .getCloseCode();
    }

    /** The close code, 0 if nothing is refused. */
    private static int refusalOfMessages(Draft draft, byte[] wire) {
        try {
            heard(draft, wire);
            return 0;
        } catch (InvalidDataException e) {
            return e.getCloseCode();
        }
    }

    private static List<String> heard(Draft draft, byte[] wire) throws InvalidDataException {
        Listener listener = new Listener();
        WebSocketImpl socket = new WebSocketImpl(listener, draft);
        for (Framedata frame : decode(draft, wire)) {
            draft.processFrame(socket, frame);
        }
        return listener.heard;
    }

    /** What is compared of a frame. */
    private record Told(Opcode opcode, boolean fin, ByteBuffer payload) {}

    private static List<Told> told(List<? extends Framedata> frames) {
        return frames.stream()
                .map(frame -> new Told(frame.getOpcode(), frame.isFin(), frame.getPayloadData()))
                .toList();
    }

    private static List<Told> toldBinary(byte[] payload) {
        return List.of(new Told(Opcode.BINARY, true, ByteBuffer.wrap(payload)));
    }

    private static int[] cuts(Random random, int length, int most) {
        return IntStream.iterate(random.nextInt(most), at -> at < length, at -> at + 1 + random.nextInt(most))
                .toArray();
    }

    private static PartsFrame inParts(SampleFrame frame) {
        ByteBuffer all = frame.framedata().getPayloadData().slice();
        int third = all.limit() / 3;
        return new PartsFrame(
                frame.opcode(), List.of(all.slice(0, third), all.slice(third, all.limit() - third)), false);
    }

    private static Draft_6455 library(Role role) {
        Draft_6455 draft = new Draft_6455(List.of(), ProtocolLimits.MAX_MESSAGE_BYTES);
        draft.setParseMode(role);
        return draft;
    }

    private static LamplinkDraft ours(Role role) {
        WireMeter meter = new WireMeter();
        LamplinkDraft draft =
                role == Role.CLIENT ? LamplinkDraft.forClient(true, meter) : LamplinkDraft.forServer(meter);
        draft.setParseMode(role);
        return draft;
    }
}
