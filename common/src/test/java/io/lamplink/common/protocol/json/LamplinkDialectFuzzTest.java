package io.lamplink.common.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.FrameScript;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

/** Whatever a frame holds, it is a message or malformed; and a message that was read can be written and read again. */
final class LamplinkDialectFuzzTest {
    @AfterAll
    static void tell() {
        System.out.println(FrameScript.steps() + " frames were decoded.");
    }

    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    @FuzzTest(maxDuration = "10m")
    void anyFrameIsAMessageOrMalformed(byte[] input) {
        LamplinkDialect dialect = new LamplinkDialect();
        FrameScript.play(input, (kind, payload) -> check(dialect, kind, payload));
    }

    private static void check(LamplinkDialect dialect, byte kind, ByteBuffer payload) {
        try {
            List<Message> messages = dialect.decode(FrameScript.frame(kind, payload));
            assertEquals(1, messages.size());
            again(dialect, messages.getFirst());
        } catch (MalformedFrameException e) {
            assertTrue(e.lostTransfer().isEmpty());
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }

    private static void again(LamplinkDialect dialect, Message message) {
        Frame frame = dialect.encode(message).getFirst();
        assertTrue(frame.size() <= ProtocolLimits.MAX_MESSAGE_BYTES);
        try {
            assertEquals(List.of(message), dialect.decode(frame));
        } catch (MalformedFrameException e) {
            throw new AssertionError("What was read cannot be read again.", e);
        }
    }
}
