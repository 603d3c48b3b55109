package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DayLinesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final List<ChatEntry> lines = new ArrayList<>();

    @Test
    void aLogOfTodayAloneNeedsNoDay() {
        lines.add(new ChatEntry.ThisComputer(UUID.randomUUID(), Samples.studio()));
        add("2026-11-23T14:00:00Z", "2026-11-23T15:00:00Z");
        assertEquals(List.of("", "", ""), days());
    }

    @Test
    void aDayBeginsWhereItIsLaterThanBefore() {
        add("2026-11-20T23:59:00Z", "2026-11-22T00:00:00Z", "2026-11-22T23:59:59Z");
        lines.add(new ChatEntry.Divider(UUID.randomUUID(), Phrase.of("chat.divider.start")));
        add("2026-11-23T00:00:00Z");
        assertEquals(List.of("Friday, November 20, 2026", "Yesterday", "", "", "Today"), days());
    }

    @Test
    void daysAreToldInTheLanguageOfTheWindow() {
        texts.languageProperty().set(Language.CHINESE);
        add("2026-11-20T23:59:00Z", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z");
        assertEquals(List.of("2026年11月20日星期五", "昨天", "今天"), days());
    }

    @Test
    void aMessageWithAWrongClockDoesNotPartTheLogTwice() {
        add("2026-11-23T14:00:00Z", "1970-01-01T00:00:00Z", "2026-11-23T14:01:00Z");
        assertEquals(List.of("", "", ""), days());
    }

    @Test
    void aDayBeginsAtMidnightWhereTheReaderIs() {
        Texts east = new Texts(Language.ENGLISH, ZoneOffset.ofHours(8));
        add("2026-11-22T15:59:00Z", "2026-11-22T16:00:00Z");
        assertEquals(
                LocalDate.of(2026, 11, 23),
                DayLines.before(lines, 1, TODAY, east).orElseThrow());
    }

    private void add(String... times) {
        for (String time : times) {
            lines.add(new ChatEntry.Theirs(UUID.randomUUID(), Instant.parse(time), "Mei", "hi"));
        }
    }

    private List<String> days() {
        List<String> days = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            days.add(DayLines.before(lines, i, TODAY, texts)
                    .map(day -> DayLines.name(day, TODAY, texts))
                    .orElse(""));
        }
        return days;
    }
}
