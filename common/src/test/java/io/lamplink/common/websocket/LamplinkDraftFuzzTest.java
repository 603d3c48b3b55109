package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.IncompleteHandshakeException;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes a peer sends, as its answer to a handshake or as frames, is understood or refused. */
final class LamplinkDraftFuzzTest {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final int MOST_IN_ONE_PIECE = 40;

    /** What a header alone may make a decoder hold. */
    private static final int MOST_HELD_FOR_LITTLE = 64 * 1024;

    /** The first byte says how the others are cut: they are the same frames in one piece and in many. */
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @FuzzTest(maxDuration = "10m")
    void anyBytesAreFramesOrRefusedHoweverTheyAreCut(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuffer wire = ByteBuffer.wrap(input, 1, input.length - 1);
        Outcome whole = new Outcome();
        whole.decode(wire.duplicate());
        Outcome cut = new Outcome();
        SplittableRandom cuts = new SplittableRandom(input[0]);
        while (wire.hasRemaining() && cut.code == 0) {
            int bytes = Math.min(wire.remaining(), 1 + cuts.nextInt(MOST_IN_ONE_PIECE));
            cut.decode(wire.slice(wire.position(), bytes));
            wire.position(wire.position() + bytes);
        }
        assertEquals(whole.code, cut.code);
        if (whole.code == 0) {
            assertEquals(whole.frames.size(), cut.frames.size());
        }
        for (int i = 0; i < whole.frames.size(); i++) {
            assertSame(whole.frames.get(i), cut.frames.get(i));
        }
        hear(cut.frames);
    }

    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @FuzzTest(maxDuration = "10m")
    void anyAnswerIsAHandshakeOrRefused(byte[] input) {
        HandshakeImpl1Client request = new HandshakeImpl1Client();
        request.put("Sec-WebSocket-Key", KEY);
        LamplinkDraft draft = LamplinkDraft.forClient(input.length % 2 == 0, new WireMeter());
        draft.setParseMode(Role.CLIENT);
        ByteBuffer answer = ByteBuffer.wrap(input);
        try {
            Handshakedata understood = draft.translateHandshake(answer);
            HandshakeState state = draft.acceptHandshakeAsClient(request, (ServerHandshake) understood);
            assertTrue(state == HandshakeState.NOT_MATCHED || holds(input, "\r\n\r\n"));
            assertTrue(answer.position() <= input.length);
        } catch (InvalidHandshakeException | IncompleteHandshakeException e) {
            return; // what the library expects of a draft
        }
    }

    private static boolean holds(byte[] input, String part) {
        return new String(input, StandardCharsets.ISO_8859_1).contains(part);
    }

    /** What one decoder makes of bytes. */
    private static final class Outcome {
        private final FrameDecoder decoder = new FrameDecoder(ProtocolLimits.MAX_MESSAGE_BYTES);
        private final List<Framedata> frames = new ArrayList<>();
        private int code;

        void decode(ByteBuffer wire) {
            try {
                frames.addAll(decoder.decode(wire));
                assertTrue(decoder.held() <= MOST_HELD_FOR_LITTLE);
            } catch (InvalidDataException e) {
                code = e.getCloseCode();
            }
        }
    }

    private static void assertSame(Framedata expected, Framedata actual) {
        assertEquals(expected.getOpcode(), actual.getOpcode());
        assertEquals(expected.isFin(), actual.isFin());
        assertEquals(expected.getPayloadData(), actual.getPayloadData());
    }

    private static void hear(List<Framedata> frames) {
        LamplinkDraft draft = LamplinkDraft.forServer(new WireMeter());
        draft.setParseMode(Role.SERVER);
        WebSocketImpl socket = new WebSocketImpl(new Strict(), draft);
        try {
            for (Framedata frame : frames) {
                draft.processFrame(socket, frame);
            }
        } catch (InvalidDataException e) {
            assertTrue(e.getCloseCode() >= 1002 && e.getCloseCode() <= 1009, "code " + e.getCloseCode());
        }
    }

    /** Puts up with no error of the program's own. */
    private static final class Strict extends NoCallbacks {
        @Override
        public void onWebsocketError(WebSocket socket, Exception error) {
            throw new AssertionError("The library ran into an error.", error);
        }

        @Override
        public void onWebsocketPing(WebSocket socket, Framedata ping) {
            assertTrue(ping.getPayloadData().remaining() <= 125);
        }

        @Override
        public void onWebsocketMessage(WebSocket socket, ByteBuffer bytes) {
            assertTrue(bytes.remaining() <= ProtocolLimits.MAX_MESSAGE_BYTES);
        }
    }
}
