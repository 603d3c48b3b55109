package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ColonWordTest {

    @ParameterizedTest
    @CsvSource({
        "':smi', 0, smi",
        "'hello :smi', 6, smi",
        "'(:heart', 1, heart",
        "'😀:smi', 2, smi",
        "'👨‍👩‍👧‍👦:smi', 11, smi",
        "'a\n:ok', 2, ok",
        "':+1', 0, +1",
        "':flag-cn', 0, flag-cn",
        "':thumbs_up', 0, thumbs_up",
        "':笑', 0, 笑",
        "'你好，:笑', 3, 笑",
        "'他说：:大笑', 3, 大笑",
    })
    void aWordAfterAColonIsMeantAsEmoji(String text, int start, String word) {
        ColonWord found = ColonWord.before(text, text.length()).orElseThrow();
        assertEquals(new ColonWord(start, word), found);
        assertTrue(found.canBeGuessed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example",
                "https:",
                "http:smile",
                "12:30",
                "12:30am",
                "at 9:ok",
                "std::smile",
                "key:value",
                "注意:笑",
                "no colon",
                "",
                ":smile now",
                "a :smile: and",
                "C:smile",
                "：笑"
            })
    void nothingElseIs(String text) {
        assertEquals(Optional.empty(), ColonWord.before(text, text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {":", ":D", ":P", ":o", ":3", ":30", " :1030"})
    void aFaceOfLettersAndAFigureAreWhatTheyAre(String text) {
        assertEquals(Optional.of(false), ColonWord.before(text, text.length()).map(ColonWord::canBeGuessed));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatStandsAfterTheCursorDoesNotCount(int caret) {
        assertTrue(ColonWord.before(":smile", caret)
                .map(ColonWord::word)
                .orElse("")
                .isEmpty());
    }
}
