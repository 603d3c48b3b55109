package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;
import org.junit.jupiter.api.Test;

/** Item 4: fragments are joined, and their sum is bounded at each of them. */
final class MessageAssemblerTest {
    private final MessageAssembler assembler = new MessageAssembler(10);

    @Test
    void aWholeMessagePassesAsItIs() throws InvalidDataException {
        Framedata whole = frame(Opcode.TEXT, true, "0123456789");
        assertSame(whole, assembler.add(whole));
    }

    @Test
    void fragmentsAreJoinedUnderTheKindOfTheFirst() throws InvalidDataException {
        assertNull(assembler.add(frame(Opcode.TEXT, false, "abc")));
        assertNull(assembler.add(frame(Opcode.CONTINUOUS, false, "")));
        assertNull(assembler.add(frame(Opcode.CONTINUOUS, false, "def")));
        Framedata whole = Objects.requireNonNull(assembler.add(frame(Opcode.CONTINUOUS, true, "ghij")));
        assertEquals(Opcode.TEXT, whole.getOpcode());
        assertEquals(bytes("abcdefghij"), whole.getPayloadData());
    }

    @Test
    void messagesDoNotRunIntoEachOther() throws InvalidDataException {
        assembler.add(frame(Opcode.BINARY, false, "ab"));
        Framedata first = Objects.requireNonNull(assembler.add(frame(Opcode.CONTINUOUS, true, "c")));
        assembler.add(frame(Opcode.TEXT, false, "x"));
        Framedata second = Objects.requireNonNull(assembler.add(frame(Opcode.CONTINUOUS, true, "y")));
        assertEquals(bytes("abc"), first.getPayloadData());
        assertEquals(bytes("xy"), second.getPayloadData());
    }

    @Test
    void aMiddleFragmentOverTheLimitIsRefusedAtOnce() throws InvalidDataException {
        assembler.add(frame(Opcode.BINARY, false, "012345"));
        refuses(CloseFrame.TOOBIG, frame(Opcode.CONTINUOUS, false, "67890"));
    }

    @Test
    void aFragmentWithoutBeginningIsRefused() {
        refuses(CloseFrame.PROTOCOL_ERROR, frame(Opcode.CONTINUOUS, false, "a"));
        refuses(CloseFrame.PROTOCOL_ERROR, frame(Opcode.CONTINUOUS, true, "a"));
    }

    @Test
    void aMessageInsideAnotherIsRefused() throws InvalidDataException {
        assembler.add(frame(Opcode.TEXT, false, "a"));
        refuses(CloseFrame.PROTOCOL_ERROR, frame(Opcode.TEXT, true, "b"));
        refuses(CloseFrame.PROTOCOL_ERROR, frame(Opcode.BINARY, false, "b"));
    }

    @Test
    void theFirstMessageHasItsOwnLimitHoweverItIsCut() throws InvalidDataException {
        MessageAssembler greeted = new MessageAssembler(4, 10, () -> false);
        assertNull(greeted.add(frame(Opcode.TEXT, false, "abc")));
        assertEquals(
                CloseFrame.TOOBIG,
                assertThrows(InvalidDataException.class, () -> greeted.add(frame(Opcode.CONTINUOUS, false, "de")))
                        .getCloseCode());
        MessageAssembler whole = new MessageAssembler(4, 10, () -> false);
        whole.add(frame(Opcode.TEXT, false, "ab"));
        whole.add(frame(Opcode.CONTINUOUS, true, "cd"));
        assertNull(whole.add(frame(Opcode.TEXT, false, "0123456789")));
    }

    @Test
    void whoIsHeldSendsLittleHoweverItIsCut() throws InvalidDataException {
        AtomicBoolean held = new AtomicBoolean(true);
        MessageAssembler guarded = new MessageAssembler(4, 10, held::get);
        guarded.add(frame(Opcode.TEXT, true, "abcd"));
        guarded.add(frame(Opcode.TEXT, false, "ab"));
        guarded.add(frame(Opcode.CONTINUOUS, true, "cd"));
        assertThrows(InvalidDataException.class, () -> guarded.add(frame(Opcode.TEXT, false, "abcde")));
        held.set(false);
        guarded.add(frame(Opcode.TEXT, false, "ab"));
        guarded.add(frame(Opcode.CONTINUOUS, true, "cd"));
        assertNull(guarded.add(frame(Opcode.TEXT, false, "0123456789")));
    }

    @Test
    void fragmentsAreCountedThoughTheyAreEmpty() throws InvalidDataException {
        for (int message = 0; message < 2; message++) {
            assembler.add(frame(Opcode.TEXT, false, "a"));
            for (int i = 2; i < ProtocolLimits.MAX_FRAGMENTS; i++) {
                assertNull(assembler.add(frame(Opcode.CONTINUOUS, false, "")));
            }
            assembler.add(frame(Opcode.CONTINUOUS, true, "b"));
        }
        assembler.add(frame(Opcode.TEXT, false, "a"));
        for (int i = 1; i < ProtocolLimits.MAX_FRAGMENTS; i++) {
            assembler.add(frame(Opcode.CONTINUOUS, false, ""));
        }
        refuses(CloseFrame.TOOBIG, frame(Opcode.CONTINUOUS, true, ""));
    }

    private void refuses(int code, Framedata frame) {
        assertEquals(
                code,
                assertThrows(InvalidDataException.class, () -> assembler.add(frame))
                        .getCloseCode());
    }

    private static Framedata frame(Opcode opcode, boolean fin, String payload) {
        FramedataImpl1 frame = FramedataImpl1.get(opcode);
        frame.setFin(fin);
        frame.setPayload(bytes(payload));
        return frame;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
