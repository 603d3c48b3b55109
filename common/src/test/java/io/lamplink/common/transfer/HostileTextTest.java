package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.session.PeerName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H8, H9: what becomes of hostile texts as names, details and file names. */
final class HostileTextTest {
    private static final String ALL = "io.lamplink.common.transfer.HostileTexts#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void aNameIsOneShortVisibleLine(String text) {
        String name = PeerName.of(text);
        assertTrue(name.length() <= ProtocolLimits.MAX_NAME_CHARS);
        assertHarmless(name);
        assertEquals(name, PeerName.of(name));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aDetailIsOneVisibleLine(String text) {
        assertHarmless(VisibleText.line(text, ProtocolLimits.MAX_DETAIL_CHARS));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aFileIsSavedUnderOneVisibleSegment(String text) {
        String named = text.substring(0, Math.min(text.length(), ProtocolLimits.MAX_FILE_NAME_CHARS));
        for (String wire : List.of(named, "a/" + named, named + ".txt", "../" + named)) {
            String name = SafeFileName.of(wire);
            assertFalse(name.isEmpty());
            assertHarmless(name);
            assertEquals(1, Path.of(name).getNameCount(), name);
            assertFalse(name.matches("\\.*"), name);
        }
    }

    @Test
    void whatPeopleWriteHasNoTowers() {
        String words = "Tiếng Việt, שָׁלוֹם, ภาษาไทย ก็ต้อง, हिन्दी, ព្រះ, e\u0301\u0323, 👍🏽";
        assertEquals(words, VisibleText.line(words, 100));
    }

    private static void assertHarmless(String line) {
        assertEquals(List.of(), HostileTexts.hiddenIn(line));
        assertTrue(line.codePoints().allMatch(VisibleText::isVisible), line);
        assertTrue(HostileTexts.highestTower(line) <= VisibleText.MARKS_PER_LETTER, line);
    }
}
