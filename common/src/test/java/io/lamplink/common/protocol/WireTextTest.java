package io.lamplink.common.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class WireTextTest {
    private static final char HIGH = 0xD83D;
    private static final char LOW = 0xDE00;
    private static final String FACE = "" + HIGH + LOW;

    @Test
    void eachSurrogateWithoutPartnerBecomesOneReplacementCharacter() {
        assertEquals("\uFFFD", WireText.wellFormed("" + HIGH));
        assertEquals("\uFFFD", WireText.wellFormed("" + LOW));
        assertEquals("\uFFFD\uFFFD", WireText.wellFormed("" + LOW + HIGH));
        assertEquals("a\uFFFD" + FACE + "b", WireText.wellFormed("a" + HIGH + FACE + "b"));
        assertEquals(FACE + "\uFFFD", WireText.wellFormed(FACE + LOW));
    }

    @Test
    void wellFormedTextIsNotCopied() {
        String text = "客户端已连接! " + FACE;
        assertSame(text, WireText.wellFormed(text));
    }

    @Test
    void theLimitCountsUtf16CodeUnits() {
        assertEquals(FACE, WireText.outgoing("A text", FACE, 2));
        assertThrows(IllegalArgumentException.class, () -> WireText.outgoing("A text", FACE, 1));
    }
}
