package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiSearchTest {

    @ParameterizedTest
    @CsvSource({
        "smile, 😄",
        "SMILE, 😄",
        "joy, 😂",
        "thumbs up, 👍",
        "thumbs_up, 👍",
        "+1, 👍",
        "heart, ❤️",
        "pizza, 🍕",
        "flag-cn, 🇨🇳",
        "china, 🇨🇳",
        "中国, 🇨🇳",
        "啤酒, 🍺",
        "大笑, 😄",
        "披萨, 🍕",
        "红心, ❤️",
    })
    void whatIsMeantIsAmongTheFirst(String query, String emoji) {
        List<String> found = found(query);
        assertTrue(found.indexOf(emoji) >= 0 && found.indexOf(emoji) < 5, () -> query + " finds " + found);
    }

    @Test
    void whatIsCalledSoStandsBeforeWhatMerelyHasTheWord() {
        assertEquals("🐱", found("cat").getFirst());
        assertEquals("😄", found("smile").getFirst());
        assertTrue(found("cat").size() > 5);
        assertTrue(found("笑").size() > 10);
    }

    @Test
    void allWordsMustFit() {
        assertTrue(found("red heart").contains("❤️"));
        assertFalse(found("red heart").contains("💙"));
        assertEquals(List.of(), found("red qqqq"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "zzzz", "不存在的词语"})
    void nothingIsFoundWhereNothingIs(String query) {
        assertEquals(List.of(), found(query));
    }

    @Test
    void aCodeOrAChineseNameIsOneEmoji() {
        assertEquals(Optional.of("😄"), EmojiSearch.named("smile").map(Emoji::sequence));
        assertEquals(Optional.of("👍"), EmojiSearch.named("+1").map(Emoji::sequence));
        assertEquals(Optional.of("👍"), EmojiSearch.named("thumbsup").map(Emoji::sequence));
        assertEquals(Optional.of("🍕"), EmojiSearch.named("披萨").map(Emoji::sequence));
        assertEquals(Optional.empty(), EmojiSearch.named("smil"));
        assertEquals(Optional.empty(), EmojiSearch.named(""));
    }

    @Test
    void everyEmojiHasANameInBothLanguagesAndACode() {
        Texts english = new Texts(Language.ENGLISH, ZoneOffset.UTC);
        Texts chinese = new Texts(Language.CHINESE, ZoneOffset.UTC);
        EmojiSet.get().all().forEach(emoji -> {
            assertFalse(EmojiSaying.name(emoji, english).isBlank(), emoji::sequence);
            String name = EmojiSaying.name(emoji, chinese);
            assertTrue(
                    name.codePoints().anyMatch(Character::isIdeographic) || name.matches("[A-Z0-9#*: ]+"),
                    () -> emoji.sequence() + " is called " + name);
            assertTrue(EmojiSaying.code(emoji).matches(":[a-z0-9_+'&.\\-]+:"), () -> EmojiSaying.code(emoji));
        });
        Emoji wave = EmojiSet.get().find("👋🏽").orElseThrow();
        assertEquals("waving hand, Medium skin tone", EmojiSaying.name(wave, english));
        assertEquals("挥手，中等肤色", EmojiSaying.name(wave, chinese));
        assertEquals(":wave:", EmojiSaying.code(wave));
    }

    private static List<String> found(String query) {
        return EmojiSearch.find(query).stream().map(Emoji::sequence).toList();
    }
}
