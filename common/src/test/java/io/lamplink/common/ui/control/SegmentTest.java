package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see http://example.org now | http://example.org",
                "see https://example.org/a?b=c#d. | https://example.org/a?b=c#d",
                "(https://example.org/x) | https://example.org/x",
                "https://en.wikipedia.org/wiki/Lamp_(a), ok | https://en.wikipedia.org/wiki/Lamp_(a)",
                "看https://example.org/路，好 | https://example.org/路",
                "“https://example.org” | https://example.org",
            })
    void webAddressesAreLinksWithoutTheSentenceAroundThem(String text, String link) {
        assertEquals(List.of(link), links(text));
        assertEquals(text, Segment.of(text).stream().map(Segment::text).collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "ftp://example.org",
                "http://",
                "http://...",
                "https://good.example@evil.example/",
                "http://[",
                "nohttp",
            })
    void nothingElseIsALink(String text) {
        assertEquals(List.of(), links(text));
    }

    @Test
    void emojiArePicturesAndTheRestIsWords() {
        assertEquals(
                List.of("Words:hi ", "Picture:👋🏽", "Picture:👩‍💻", "Words: and ", "Picture:❤️", "Words:!"),
                kinds("hi 👋🏽👩‍💻 and ❤️!"));
    }

    @Test
    void flagsAndKeycapsAreOnePictureEach() {
        assertEquals(List.of("Picture:🇨🇳", "Picture:🇩🇪", "Picture:1️⃣"), kinds("🇨🇳🇩🇪1️⃣"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "#", "©", "™", "↔", "❤", "☎", "❤\uFE0E", "plain"})
    void whatIsMeantAsTextStaysText(String text) {
        assertTrue(Segment.of(text).stream().allMatch(Segment.Words.class::isInstance), text);
    }

    @ParameterizedTest
    @CsvSource({
        "😀, true",
        "👩‍👩‍👧‍👦🇨🇳1️⃣, true",
        "😀 👍🏽, true",
        "😀😀😀😀, false",
        "ok 😀, false",
        "😀!, false",
        "1, false",
        "❤, false"
    })
    void oneToThreeEmojiByThemselvesAreFew(String text, boolean few) {
        assertEquals(few, Segment.areFewEmoji(Segment.of(text)));
    }

    private static List<String> links(String text) {
        return Segment.of(text).stream()
                .filter(Segment.Link.class::isInstance)
                .map(Segment::text)
                .toList();
    }

    private static List<String> kinds(String text) {
        return Segment.of(text).stream()
                .map(segment -> segment.getClass().getSimpleName() + ":" + segment.text())
                .toList();
    }
}
