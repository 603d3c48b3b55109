package io.lamplink.common.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Why a link ended, as it fits into a close frame. */
final class CloseReasonTest {
    private static String cut(String text) {
        return new CloseReason(CloseReason.POLICY, text).text();
    }

    @Test
    void whatFitsStaysAsItIs() {
        String longest = "x".repeat(ProtocolLimits.MAX_CLOSE_REASON_BYTES);
        assertEquals(longest, cut(longest));
        assertEquals(longest, cut(longest + "y"));
    }

    @Test
    void noLetterIsCutInTwo() {
        String lamps = cut("💡".repeat(50));
        assertEquals(0, lamps.length() % 2);
        assertEquals(ProtocolLimits.MAX_CLOSE_REASON_BYTES / 4, lamps.codePointCount(0, lamps.length()));
        String lights = cut("灯".repeat(50));
        assertEquals(ProtocolLimits.MAX_CLOSE_REASON_BYTES / 3 * 3, lights.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void onlyWhatSomebodyAskedForIsInOrder() {
        assertTrue(CloseReason.normal().orderly());
        assertEquals("", CloseReason.normal().text());
        assertTrue(new CloseReason(CloseReason.GOING_AWAY, "").orderly());
        assertFalse(new CloseReason(CloseReason.ABNORMAL, "").orderly());
        assertFalse(new CloseReason(CloseReason.REPLACED, "").orderly());
    }
}
