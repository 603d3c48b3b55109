package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafeTextTest {

    @Test
    void h8_controlCharactersBecomeVisible() {
        assertEquals("a[U+0000]b[U+0007][U+001B]c[U+007F]", SafeText.lines("a\0b\u0007\u001bc\u007f"));
    }

    @Test
    void h8_charactersThatTurnTheDirectionBecomeVisible() {
        assertEquals("photo[U+202E]gpj.exe", SafeText.line("photo\u202egpj.exe"));
        assertEquals("[U+2066]x[U+2069]", SafeText.line("\u2066x\u2069"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u2029b", "a\u0085b", "a\u000bb", "a\fb"})
    void h8_everyKindOfBreakIsALineInAMessageAndASpaceInAName(String text) {
        assertEquals("a\nb", SafeText.lines(text));
        assertEquals(text.length() == 4 ? "a  b" : "a b", SafeText.line(text));
    }

    @Test
    void h8_towersOfMarksAreCut() {
        assertEquals("e" + "\u0301".repeat(6) + "!", SafeText.lines("e" + "\u0301".repeat(500) + "!"));
    }

    @Test
    void loneSurrogatesBecomeVisible() {
        assertEquals("[U+D83D]x", SafeText.lines("\ud83dx"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"客户端已连接!", "naïve café", "שלום", "مرحبا", "नमस्ते", "👩‍💻🇨🇳❤️👋🏽", "ภาษาไทย", "e\u0301"})
    void whatPeopleWriteStaysAsItIs(String text) {
        assertEquals(text, SafeText.lines(text));
        assertEquals(text, SafeText.line(text));
    }

    @ParameterizedTest
    @MethodSource("io.lamplink.common.transfer.HostileTexts#all")
    void nothingHostileIsLeftInAMessageOrALine(String text) {
        String line = SafeText.line(text);
        String lines = SafeText.lines(text);
        assertEquals(List.of(), hidden(line));
        assertEquals(List.of(), hidden(lines.replace("\n", "")));
        assertTrue(HostileTexts.highestTower(lines) <= VisibleText.MARKS_PER_LETTER);
    }

    /** But for marks of direction, which do no harm, and the tags of a flag. */
    private static List<String> hidden(String text) {
        String flag = "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f";
        return HostileTexts.hiddenIn(text.replace(flag, "").replaceAll("[\u061c\u200e\u200f]", ""));
    }

    @Test
    void hiddenWordsBecomeVisible() {
        assertEquals("x[U+E0041][U+FEFF]", SafeText.line("x" + Character.toString(0xE0041) + "\ufeff"));
    }
}
