package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WireMeter;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.java_websocket.enums.HandshakeState;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.ClientHandshake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a new connection sends first is refused, waited for, or a handshake that the library takes as well; however it is
 * cut into pieces.
 */
final class HandshakeGateFuzzTest {
    private static final int MOST_IN_ONE_PIECE = 60;

    /** The first byte says how the others are cut. */
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @FuzzTest(maxDuration = "10m")
    void whatPassesTheGateTheLibraryTakes(byte[] input) {
        if (input.length == 0) {
            return;
        }
        HandshakeGate whole = gate();
        for (int at = 1; at < input.length && whole.space().hasRemaining(); ) {
            at += put(input, at, input.length - at, whole);
        }
        Refusal refusal = whole.refusal();
        assertEquals(refusal, refusalInPieces(input));
        if (refusal != null) {
            assertTrue(refusal.answer().limit() < 1024);
        } else if (whole.isComplete()) {
            libraryTakes(whole.everything());
        }
    }

    /** The first refusal is the last word: the connection is closed then. */
    private static @Nullable Refusal refusalInPieces(byte[] input) {
        HandshakeGate gate = gate();
        SplittableRandom cuts = new SplittableRandom(input[0]);
        Refusal refusal = gate.refusal();
        for (int at = 1; at < input.length && refusal == null && !gate.isComplete(); ) {
            at += put(input, at, Math.min(input.length - at, 1 + cuts.nextInt(MOST_IN_ONE_PIECE)), gate);
            refusal = gate.refusal();
        }
        return refusal;
    }

    private static int put(byte[] input, int at, int bytes, HandshakeGate gate) {
        ByteBuffer space = gate.space();
        int taken = Math.min(bytes, space.remaining());
        space.put(input, at, taken);
        return taken;
    }

    private static HandshakeGate gate() {
        return new HandshakeGate(
                head -> RequestHead.judge(head, DoorRules.defaults(), InetAddress.getLoopbackAddress()));
    }

    private static void libraryTakes(ByteBuffer head) {
        LamplinkDraft draft = LamplinkDraft.forServer(new WireMeter());
        draft.setParseMode(Role.SERVER);
        try {
            ClientHandshake request = (ClientHandshake) draft.translateHandshake(head);
            assertEquals(HandshakeState.MATCHED, draft.acceptHandshakeAsServer(request));
            assertFalse(request.getFieldValue("Sec-WebSocket-Key").isEmpty());
        } catch (InvalidHandshakeException e) {
            throw new AssertionError("The gate has let pass what the library refuses.", e);
        }
    }
}
