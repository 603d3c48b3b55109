package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiSetTest {

    private final EmojiSet set = EmojiSet.get();

    /** As Unicode's emoji-test.txt has them: fully qualified, and without some or all of U+FE0F. */
    @Test
    void everySequenceIsFoundWholeInTheMiddleOfAText() {
        EmojiFiles.lines("sequences.tsv").forEach(line -> {
            String sequence = characters(line[0]);
            assertFoundWhole(sequence);
            if (sequence.codePointCount(0, sequence.length()) > 2) {
                assertFoundWhole(sequence.replace("\uFE0F", ""));
                assertFoundWhole(sequence.replaceFirst("\uFE0F", ""));
            }
        });
    }

    private void assertFoundWhole(String sequence) {
        String text = "1a" + sequence + "b2";
        List<EmojiSet.Match> found = set.in(text);
        assertEquals(1, found.size(), () -> sequence + " is found as " + found);
        assertEquals(2, found.getFirst().start(), sequence);
        assertEquals(2 + sequence.length(), found.getFirst().end(), sequence);
        assertEquals(
                sequence.replace("\uFE0F", ""),
                found.getFirst().emoji().sequence().replace("\uFE0F", ""));
    }

    @Test
    void thereIsAPictureOfEverythingThatUnicodeSaysIsShownAsEmoji() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Character::isEmojiPresentation)
                .filter(point -> !Character.isEmojiComponent(point)) // such as red hair, which nobody shows by itself
                .mapToObj(Character::toString)
                .forEach(emoji -> assertTrue(set.find(emoji).isPresent(), emoji));
    }

    @Test
    void thereAreAllOfUnicode16() {
        assertEquals(1_911, set.all().size());
        assertEquals(3_786, set.pictures());
        assertTrue(set.find("🫩").isPresent(), "new in 16.0");
        assertTrue(set.find("🐦‍🔥").isPresent(), "new in 15.1");
    }

    @ParameterizedTest
    @CsvSource({
        "👩‍👩‍👧‍👦, 1",
        "👩x, 1",
        "👋🏽👩‍💻, 2",
        "🇨🇳🇩🇪, 2",
        "1️⃣2️⃣, 2",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴, 2",
        "❤‍🔥❤️‍🔥, 2",
        "☝🏽☝️, 2",
        "😀😀😀, 3"
    })
    void theLongestSequenceWins(String text, int emoji) {
        assertEquals(emoji, set.in(text).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "#",
                "*",
                "2026",
                "©",
                "®",
                "™",
                "↔",
                "‼",
                "☎",
                "❤",
                "☺",
                "❤\uFE0E",
                "😀\uFE0E",
                "👍\uFE0E",
                "☎\uFE0E",
                "12:30",
                "①",
                "〰",
                "㊗",
                "→",
                "✓",
                "♥",
                "\uFE0F",
                "\u200D",
                "🇦",
                "🇽🇽",
                "plain",
                "客户端",
                ""
            })
    void whatIsMeantAsTextIsNone(String text) {
        assertEquals(List.of(), set.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "☎️", "❤️", "©️", "™️", "〰️", "㊗️", "#️⃣", "#⃣", "*️⃣", "🏽", "⌚", "⭐", "♥️", "✔️", "🏖", "🌡", "🕵",
                "🅰", "⛱", "⛰", "⏱", "⏸"
            })
    void whatIsMeantAsEmojiIsOne(String text) {
        assertEquals(text, text.substring(0, set.in(text).getFirst().end()));
    }

    @Test
    void aFlagThatNobodyKnowsDoesNotMakeAnotherOfItsSecondLetter() {
        assertEquals(List.of(), set.in("🇽🇨🇳🇽"));
        assertEquals(1, set.in("🇽🇽🇨🇳").size());
    }

    /** What is drawn as nothing would be a box in some fonts. */
    @ParameterizedTest
    @CsvSource({"👩‍😀, 👩", "😀️, 😀", "🏴󠁵󠁳󠁴󠁸󠁿, 🏴"})
    void whatBelongsToAnEmojiAndIsNotSeenGoesWithIt(String text, String first) {
        List<EmojiSet.Match> found = set.in(text);
        assertEquals(first, found.getFirst().emoji().sequence());
        assertEquals(text.length(), found.getLast().end());
        assertEquals(
                found.getLast().start(),
                found.size() == 1 ? 0 : found.getFirst().end());
    }

    @Test
    void tonesAreFoundByTheirSequence() {
        Emoji wave = set.find("👋").orElseThrow();
        assertEquals(
                List.of("👋🏻", "👋🏼", "👋🏽", "👋🏾", "👋🏿"),
                wave.tones().stream().map(Emoji::sequence).toList());
        assertEquals(set.find("👋🏽").orElseThrow(), wave.toned(3));
        assertEquals(wave, wave.toned(0));
        assertEquals("🧑🏽‍🤝‍🧑🏽", set.find("🧑‍🤝‍🧑").orElseThrow().toned(3).sequence());
        assertEquals("🤝🏽", set.find("🤝").orElseThrow().toned(3).sequence());
        assertEquals(wave.place(), wave.toned(5).base());
    }

    @Test
    void everyGroupHasEmoji() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8),
                set.all().stream().map(Emoji::group).distinct().toList());
        set.all()
                .forEach(emoji ->
                        assertTrue(emoji.tones().isEmpty() || emoji.tones().size() == 5, emoji::sequence));
    }

    private static String characters(String codePoints) {
        return Stream.of(codePoints.split("-", -1))
                .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                .reduce("", String::concat);
    }
}
