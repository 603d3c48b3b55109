package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.Bidi;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextsTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);

    @Test
    void bothLanguagesHaveTheSameKeysAndTheSameArguments() {
        var english = Texts.read(Language.ENGLISH);
        var chinese = Texts.read(Language.CHINESE);
        assertEquals(english.keySet(), chinese.keySet());
        english.forEach((key, pattern) ->
                assertEquals(arguments(pattern, Locale.ENGLISH), arguments(chinese.get(key), Locale.CHINESE), key));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 bytes/s, 0 字节/秒", "999, 999 bytes/s, 999 字节/秒", "1500000, 1.5 MB/s, 1.5 MB/s"})
    void aSpeedIsWrittenInOneLanguage(double bytes, String english, String chinese) {
        assertEquals(english, texts.get(new Amount.Speed(bytes)));
        assertEquals(chinese, new Texts(Language.CHINESE, ZoneOffset.UTC).get(new Amount.Speed(bytes)));
    }

    @Test
    void noPatternHasAStraightApostrophe() {
        for (Language language : Language.values()) {
            Texts.read(language).forEach((key, pattern) -> assertEquals(-1, pattern.indexOf('\''), key));
        }
    }

    @Test
    void aNameFromRightToLeftLeavesTheWordsAndFiguresBesideItInTheirPlaces() {
        String said = texts.get("chat.message.theirs", "\u05e9\u05dc\u05d5\u05dd", "12", "(3)");
        Bidi drawn = new Bidi(said, Bidi.DIRECTION_LEFT_TO_RIGHT);
        int name = said.indexOf('\u05dd');
        assertEquals(1, drawn.getLevelAt(name));
        for (int i = name + 1; i < said.length(); i++) {
            assertEquals(0, drawn.getLevelAt(i), said.substring(i));
        }
        assertEquals("a, b: c", texts.get("chat.message.theirs", "a", "b", "c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | Listening on x, 1 client | 正在监听 x，1 个客户端",
                "2 | Listening on x, 2 clients | 正在监听 x，2 个客户端",
                "1234 | Listening on x, 1,234 clients | 正在监听 x，1,234 个客户端",
            })
    void pluralsAndNumbersAreRight(int clients, String english, String chinese) {
        assertEquals(english, texts.get("status.server.connected", "x", clients));
        texts.languageProperty().set(Language.CHINESE);
        assertEquals(chinese, texts.get("status.server.connected", "x", clients));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1 kB",
        "1500, 1.5 kB",
        "12345, 12 kB",
        "999499, 999 kB",
        "999500, 1 MB",
        "4100000, 4.1 MB",
        "842000000, 842 MB",
        "4500000000, 4.5 GB",
        "9223372036854775807, 9.2 EB",
    })
    void bytesAreWrittenWithFewDigits(long bytes, String written) {
        assertEquals(written, texts.get(new Amount.Bytes(bytes)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s, 0 秒",
        "400, 0 s, 0 秒",
        "3000, 3 s, 3 秒",
        "59600, 1 min, 1 分钟",
        "61000, 1 min 1 s, 1 分 1 秒",
        "300000, 5 min, 5 分钟",
        "3600000, 1 h, 1 小时",
        "3661000, 1 h 1 min, 1 小时 1 分",
        "172799000, 47 h 59 min, 47 小时 59 分",
        "172800000, 2 days, 2 天",
        "547200000, 6 days 8 h, 6 天 8 小时"
    })
    void spansAreWrittenToTheSecond(long millis, String english, String chinese) {
        Amount.Span span = new Amount.Span(Duration.ofMillis(millis));
        assertEquals(english, texts.get(span));
        texts.languageProperty().set(Language.CHINESE);
        assertEquals(chinese, texts.get(span));
    }

    @Test
    void timesAreToldInTheGivenZone() {
        Instant instant = Instant.parse("2026-11-23T14:02:00Z");
        assertEquals("14:02", texts.get(new Amount.TimeOfDay(instant)));
        Texts shanghai = new Texts(Language.CHINESE, ZoneOffset.ofHours(8));
        assertEquals("22:02", shanghai.get(new Amount.TimeOfDay(instant)));
    }

    @Test
    void phrasesWithinPhrasesAreSaidInTheSameLanguage() {
        Phrase failed = Phrase.of("transfer.state.failed", Phrase.of("transfer.failure.cancelled"));
        assertEquals("Failed: cancelled", texts.get(failed));
        texts.languageProperty().set(Language.CHINESE);
        assertEquals("失败：已取消", texts.get(failed));
    }

    @Test
    void argumentsAreNeverReadAsPatterns() {
        assertEquals("📡 Listening on {0} '{1}'", texts.get("log.listen.started", "{0} '{1}'"));
    }

    @Test
    void whatIsBoundFollowsTheLanguageAndNeverSeesTheOldWords() {
        SimpleObjectProperty<@Nullable Phrase> phrase = new SimpleObjectProperty<>(null);
        ObservableValue<String> bound = texts.bind(phrase);
        List<String> seen = new ArrayList<>();
        bound.addListener(_ -> seen.add(bound.getValue()));
        assertEquals("", bound.getValue());
        phrase.set(Phrase.of("rail.exit.button"));
        texts.languageProperty().set(Language.CHINESE);
        assertEquals(List.of("Exit", "退出"), seen);
        assertEquals("退出", texts.words().get("rail.exit.button"));
    }

    @Test
    void anUnknownKeyIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> texts.get("no.such.key"));
    }

    @Test
    void theSystemsLanguageIsSpokenWhereWeCan() {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.SIMPLIFIED_CHINESE);
            assertEquals(Language.CHINESE, Language.ofSystem());
            Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
            assertEquals(Language.ENGLISH, Language.ofSystem());
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    private static int arguments(String pattern, Locale locale) {
        return new MessageFormat(pattern, locale).getFormatsByArgumentIndex().length;
    }
}
