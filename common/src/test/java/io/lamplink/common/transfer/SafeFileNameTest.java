package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H11: whatever a header says, what is shown and saved under is one harmless name. */
class SafeFileNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                // harmless ones stay
                Arguments.of("report.pdf", "report.pdf"),
                Arguments.of("测试.bin", "测试.bin"),
                Arguments.of("über & straße (2).tar.gz", "über & straße (2).tar.gz"),
                Arguments.of("👍🏽.png", "👍🏽.png"),
                Arguments.of(".bashrc", ".bashrc"),
                Arguments.of("no extension", "no extension"),
                Arguments.of("common.txt", "common.txt"),
                Arguments.of("com10", "com10"),
                Arguments.of("console.log", "console.log"),
                Arguments.of("a..b", "a..b"),
                // paths
                Arguments.of("../../etc/cron.d/x", "x"),
                Arguments.of("/etc/passwd", "passwd"),
                Arguments.of("..\\..\\Windows\\win.ini", "win.ini"),
                Arguments.of("a/b\\c", "c"),
                Arguments.of("a/b/", "b"),
                Arguments.of("a//", "a"),
                Arguments.of("a/..", "a"),
                Arguments.of("a/ . /", "a"),
                Arguments.of("C:\\Users\\me\\x.txt", "x.txt"),
                Arguments.of("C:x.txt", "C_x.txt"),
                Arguments.of("\\\\server\\share\\x.txt", "x.txt"),
                Arguments.of("\\\\?\\C:\\x", "x"),
                Arguments.of("//server/share", "share"),
                // alternate data streams and wildcards
                Arguments.of("x.txt:evil.exe", "x.txt_evil.exe"),
                Arguments.of("x.txt::$DATA", "x.txt__$DATA"),
                Arguments.of("a<b>c\"d|e?f*g", "a_b_c_d_e_f_g"),
                // control characters and line ends
                Arguments.of("a\u0000b\u0007c\u007fd\u0085e", "abcde"),
                Arguments.of("a\r\nb\tc", "abc"),
                Arguments.of("a\u2028b\u2029c", "abc"),
                // direction and invisible characters
                Arguments.of("gpj.\u202Eexe.jpg", "gpj.exe.jpg"),
                Arguments.of("a\u200Eb\u200Fc\u2066d\u2069e\u061Cf", "abcdef"),
                Arguments.of("a\u200Bb\u200Cc\u200Dd\u2060e\uFEFFf\u00ADg", "abcdefg"),
                Arguments.of("a\u3164b\uFFA0c\u115Fd\u1160e\u034Ff\u2800g", "abcdefg"),
                Arguments.of("a\uDB40\uDC41b", "ab"),
                // reserved device names
                Arguments.of("CON", "_CON"),
                Arguments.of("con.txt", "_con.txt"),
                Arguments.of("Aux.tar.gz", "_Aux.tar.gz"),
                Arguments.of("NUL .txt", "_NUL .txt"),
                Arguments.of("nul.", "_nul"),
                Arguments.of("PRN  ", "_PRN"),
                Arguments.of("COM1", "_COM1"),
                Arguments.of("lpt9.log", "_lpt9.log"),
                Arguments.of("COM¹", "_COM¹"),
                Arguments.of("LPT².txt", "_LPT².txt"),
                Arguments.of("com³.x", "_com³.x"),
                Arguments.of("CONIN$", "_CONIN$"),
                Arguments.of("conout$.x", "_conout$.x"),
                Arguments.of("CLOCK$", "_CLOCK$"),
                Arguments.of("CO\u200BN", "_CON"),
                Arguments.of("x/CON", "_CON"),
                // dots, spaces and nothing
                Arguments.of("", "file"),
                Arguments.of(".", "file"),
                Arguments.of("..", "file"),
                Arguments.of("...", "file"),
                Arguments.of(" . . ", "file"),
                Arguments.of("/", "file"),
                Arguments.of("\\\\", "file"),
                Arguments.of("\u202E", "file"),
                Arguments.of("\u00A0\u3000", "file"),
                Arguments.of("\u3164", "file"),
                Arguments.of("a.", "a"),
                Arguments.of("a. . .", "a"),
                Arguments.of("  a  ", "a"),
                Arguments.of("a\u00A0", "a"),
                Arguments.of("a.exe \u200B.", "a.exe"),
                // half surrogate pairs
                Arguments.of("a\uD83Db", "ab"),
                Arguments.of("a\uDC4Db", "ab"),
                Arguments.of("\uD83D", "file"),
                // one form of each letter
                Arguments.of("u\u0308.txt", "ü.txt"),
                Arguments.of("A\u030A", "Å"),
                Arguments.of("\u1112\u1161\u11AB", "한"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void h11_aNameBecomes(String wire, String safe) {
        assertEquals(safe, SafeFileName.of(wire));
    }

    static Stream<String> longNames() {
        return Stream.of(
                "x".repeat(300),
                "x".repeat(300) + ".pdf",
                "测".repeat(300) + ".bin",
                "👍".repeat(300) + ".png",
                "a👍".repeat(150),
                "x" + ".y".repeat(200),
                "x".repeat(255),
                "x".repeat(251) + ".pdf",
                "x.".repeat(200),
                "x" + ".".repeat(300) + "y",
                "x" + " ".repeat(300) + "y",
                "." + "x".repeat(300),
                "x." + "测".repeat(100),
                "con." + "x".repeat(300),
                "con." + "x .".repeat(90),
                "con" + " ".repeat(250) + ".x",
                "u\u0308".repeat(300));
    }

    private static void assertSafe(String name) {
        assertFalse(name.isBlank());
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= SafeFileName.MAX_BYTES, () -> "too long: " + name);
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(name), () -> "half a surrogate pair: " + name);
        assertTrue(Normalizer.isNormalized(name, Normalizer.Form.NFC), () -> "not NFC: " + name);
        assertTrue(name.codePoints().allMatch(VisibleText::isVisible), () -> "invisible: " + name);
        assertTrue(name.chars().noneMatch(c -> "/\\<>:\"|?*".indexOf(c) >= 0), () -> "reserved: " + name);
        assertFalse(name.endsWith(".") || name.endsWith(" ") || name.startsWith(" "), () -> "'" + name + "'");
        assertEquals(name, SafeFileName.of(name), "A safe name stays as it is.");
    }

    @ParameterizedTest
    @MethodSource("longNames")
    void h11_longNamesAreCutBetweenCharactersAndKeepTheirExtension(String wire) {
        String name = SafeFileName.of(wire);
        assertSafe(name);
        for (String extension : List.of(".pdf", ".bin", ".png")) {
            assertEquals(wire.endsWith(extension), name.endsWith(extension));
        }
    }

    @ParameterizedTest
    @MethodSource({"longNames"})
    void numberedNamesKeepTheLimitToo(String wire) {
        for (int number : new int[] {1, 10, 123_456}) {
            String name = SafeFileName.numbered(SafeFileName.of(wire), number);
            assertSafe(name);
            assertTrue(name.contains(" (" + number + ")"), name);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30})
    void theNumberStandsBeforeTheExtension(int number) {
        assertEquals("report (" + number + ").pdf", SafeFileName.numbered("report.pdf", number));
        assertEquals(".bashrc (" + number + ")", SafeFileName.numbered(".bashrc", number));
        assertEquals("README (" + number + ")", SafeFileName.numbered("README", number));
    }

    @Test
    void anythingBecomesSafeAndStaysSo() {
        String alphabet = "ab.\\/: \u00A0\t\n\u0000\u202E\u200B\u3164\uD83D\uDC4D\u0308\u1112\u1161\u11ABcCoOnN1¹*?\"测";
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder wire = new StringBuilder();
            int length = random.nextInt(i % 10 == 0 ? 400 : 12);
            for (int c = 0; c < length; c++) {
                wire.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertSafe(SafeFileName.of(wire.toString()));
        }
    }
}
