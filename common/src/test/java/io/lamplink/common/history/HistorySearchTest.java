package io.lamplink.common.history;

import static io.lamplink.common.history.HistoryFixture.ANNA;
import static io.lamplink.common.history.HistoryFixture.NOW;
import static io.lamplink.common.history.HistoryFixture.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryHits.Mark;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HistorySearchTest {
    private static final String CHINESE = "今天下午我们在图书馆见面";

    @TempDir
    private Path folder;

    private HistoryFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HistoryFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"图", "下午", "图书馆", "今天下午我们", "见面", "馆 下午", "图书馆 今", "👋", "👋😀", "天下午"})
    void chineseAndEmojiAreFoundWhateverTheirNumber(String typed) {
        fixture.hear("今日不在", CHINESE + "👋😀", "下 午");
        assertEquals(List.of(CHINESE + "👋😀"), fixture.found(typed));
        assertEquals(1, get(fixture.history().count(HistoryQuery.of(typed))));
    }

    @ParameterizedTest
    @CsvSource({
        "HELLO,Hello world",
        "lo WO,Hello world",
        "É,un café",
        "fé,un café",
        "CAFÉ,un café",
        "ЖУК,жук",
        "жу,жук",
        "ß,Straße"
    })
    void caseDoesNotMatter(String typed, String text) {
        fixture.hear("Hello world", "un café", "жук", "Straße");
        assertEquals(List.of(text), fixture.found(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say \"hi\"",
                "a*b*c",
                "NEAR(a b)",
                "-minus",
                "col:umn",
                "AND",
                "OR NOT",
                "50%_off",
                "%",
                "_x",
                "a\\b",
                "it's; DROP",
                "(",
                "^start",
                "{x}",
                "\"\"\"",
                "a\"b",
                "'",
                "NOT",
                "\\"
            })
    void everyCharacterStandsForItself(String typed) {
        fixture.hear("plain words, zyz", "<" + typed + ">");
        assertEquals(List.of("<" + typed + ">"), fixture.found(typed));
        assertEquals(1, get(fixture.history().count(HistoryQuery.of(typed))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n", "\0", "\u3000"})
    void nothingLooksForNothing(String typed) {
        fixture.hear("something");
        assertEquals(List.of(), fixture.found(typed));
        assertEquals(0, get(fixture.history().count(HistoryQuery.of(typed))));
    }

    @Test
    void textsWithACharacterZeroAreKeptAndFound() {
        fixture.hear("a\0bcd");
        assertEquals(List.of("a\0bcd"), fixture.texts());
        assertEquals(List.of("a\0bcd"), fixture.found("bcd"));
    }

    @Test
    void allWordsMustBeThereInAnyOrder() {
        fixture.hear("the red boat sails", "the boat is red", "a red car");
        assertEquals(List.of("the boat is red", "the red boat sails"), fixture.found("boat red"));
        assertEquals(List.of("the boat is red"), fixture.found("boat is"));
    }

    @Test
    void hitsComeNewestFirstPageByPage() {
        IntStream.range(0, 25).forEach(i -> fixture.history().add(HistoryFixture.heard("ship " + i)));
        fixture.hear("something else");
        HistoryQuery ship = HistoryQuery.of("ship");
        HistoryHits first = get(fixture.history().search(ship, Long.MAX_VALUE, 10));
        fixture.hear("ship 25");
        HistoryHits second = get(fixture.history().search(ship, lastKey(first), 10));
        HistoryHits third = get(fixture.history().search(ship, lastKey(second), 10));

        assertEquals("ship 24", HistoryQueries.body(first.hits().getFirst().entry()));
        assertEquals("ship 15", HistoryQueries.body(first.hits().getLast().entry()));
        assertEquals("ship 14", HistoryQueries.body(second.hits().getFirst().entry()));
        assertEquals("ship 0", HistoryQueries.body(third.hits().getLast().entry()));
        assertTrue(first.more() && second.more());
        assertFalse(third.more());
        assertEquals(26, get(fixture.history().count(ship)));
    }

    private static long lastKey(HistoryHits hits) {
        return hits.hits().getLast().entry().key();
    }

    @Test
    void filesAreFoundByTheirNames() {
        fixture.history()
                .add(new HistoryEntry.Transfer(
                        0,
                        new UUID(1, 1),
                        NOW,
                        false,
                        ANNA,
                        null,
                        "报告-final.pdf",
                        10,
                        -1,
                        Outcome.COMPLETE,
                        null,
                        null));
        fixture.hear("see you");
        assertEquals(List.of("报告-final.pdf"), fixture.found("报告"));
        assertEquals(List.of("报告-final.pdf"), fixture.found("FINAL.pdf"));
    }

    @Test
    void marksShowWhereTheWordsStand() {
        assertEquals(
                List.of(new Mark(0, 3), new Mark(8, 11)), HistoryQuery.of("cat").marksIn("Cat and cat"));
        assertEquals(List.of(new Mark(2, 4)), HistoryQuery.of("下午").marksIn(CHINESE));
        assertEquals(List.of(new Mark(0, 5)), HistoryQuery.of("abc cde").marksIn("ABCDE"));
        assertEquals(List.of(new Mark(0, 4)), HistoryQuery.of("aa").marksIn("aaaa"));
        assertEquals(List.of(), HistoryQuery.of("x").marksIn(""));
    }

    @Test
    void whatIsTypedIsBounded() {
        assertEquals(
                HistoryQuery.MOST_WORDS,
                HistoryQuery.of("a b c d e f g h i j k").words().size());
        String longest = HistoryQuery.of("x".repeat(10_000)).words().getFirst();
        assertEquals(HistoryQuery.MOST_CHARACTERS, longest.length());
        assertEquals(List.of("one"), HistoryQuery.of("one one one").words());
    }
}
