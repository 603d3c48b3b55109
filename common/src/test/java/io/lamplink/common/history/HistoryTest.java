package io.lamplink.common.history;

import static io.lamplink.common.history.HistoryFixture.ANNA;
import static io.lamplink.common.history.HistoryFixture.NOW;
import static io.lamplink.common.history.HistoryFixture.get;
import static io.lamplink.common.history.HistoryFixture.heard;
import static io.lamplink.common.history.HistoryFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Turn;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.protocol.FailureReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
    private static final UUID ID = new UUID(1, 2);

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

    @Test
    void everythingOfATextSurvivesARestart() {
        fixture.history().add(Text.said(ID, NOW, "你好 👋\nsecond line", List.of("anna@desk", "bert"), 2));
        fixture.history().delivered(ID, 1);
        fixture.history().failed(ID);
        fixture.history().add(Text.heard(new UUID(3, 4), NOW.plusSeconds(1), "hi", ANNA, true, true));

        List<HistoryEntry> kept = kept();

        Text said = assertInstanceOf(Text.class, kept.getFirst());
        List<String> to = List.of("anna@desk", "bert");
        assertEquals(
                new Text(said.key(), ID, NOW, true, Party.NOBODY, to, "你好 👋\nsecond line", false, false, 2, 1, 1),
                said);
        Text heard = assertInstanceOf(Text.class, kept.getLast());
        assertEquals(
                new Text(
                        heard.key(),
                        new UUID(3, 4),
                        NOW.plusSeconds(1),
                        false,
                        ANNA,
                        List.of(),
                        "hi",
                        true,
                        true,
                        0,
                        0,
                        0),
                heard);
        assertTrue(heard.key() > said.key());
    }

    @Test
    void aTransferIsKeptOnceWithItsLastOutcome() {
        fixture.history().add(transfer(Outcome.UNDER_WAY, null, null));
        fixture.history().add(heard("in between"));
        fixture.history().add(transfer(Outcome.FAILED, FailureReason.DISK_FULL, "/home/anna/a.bin"));

        List<HistoryEntry> kept = kept();

        assertEquals(2, kept.size());
        Transfer first = assertInstanceOf(Transfer.class, kept.getFirst());
        Transfer wanted = transfer(Outcome.FAILED, FailureReason.DISK_FULL, "/home/anna/a.bin");
        assertEquals(
                new Transfer(
                        first.key(),
                        ID,
                        NOW,
                        true,
                        ANNA,
                        new UUID(5, 6),
                        "a.bin",
                        7_000_000_000L,
                        12,
                        wanted.outcome(),
                        wanted.failure(),
                        wanted.path()),
                first);
    }

    @Test
    void aTransferOfAnotherFileDoesNotChangeTheOneOfTheSameName() {
        fixture.history().add(transfer(Outcome.COMPLETE, null, null));
        fixture.history()
                .add(new Transfer(
                        0, ID, NOW, true, ANNA, null, "other.bin", 1, -1, Outcome.FAILED, FailureReason.OTHER, null));

        assertEquals(
                Outcome.COMPLETE,
                assertInstanceOf(Transfer.class, kept().getFirst()).outcome());
    }

    private static Transfer transfer(Outcome outcome, FailureReason failure, String path) {
        return new Transfer(
                0, ID, NOW, true, ANNA, new UUID(5, 6), "a.bin", 7_000_000_000L, 12, outcome, failure, path);
    }

    @Test
    void comingsAndGoingsAreKept() {
        for (Turn turn : Turn.values()) {
            fixture.history().add(new Visit(0, UUID.randomUUID(), NOW, ANNA, turn));
        }
        List<Turn> turns = kept().stream()
                .map(entry -> assertInstanceOf(Visit.class, entry).turn())
                .toList();
        assertEquals(List.of(Turn.values()), turns);
    }

    private List<HistoryEntry> kept() {
        return get(fixture.reopen().before(Long.MAX_VALUE, 100)).entries();
    }

    @Test
    void aTextThatIsToldAgainIsKeptOnce() {
        fixture.hear("one", "two");
        fixture.reopen();
        fixture.hear("one", "two", "three");
        assertEquals(List.of("one", "two", "three"), fixture.texts());
    }

    @Test
    void anotherTextUnderTheNameOfAKeptOneIsKeptToo() {
        fixture.history().add(Text.heard(ID, NOW, "pay anna", ANNA, false, false));
        fixture.history().add(Text.heard(ID, NOW, "pay bert", ANNA, false, false));
        fixture.hear();
        assertEquals(List.of("pay anna", "pay bert"), fixture.texts());
    }

    @Test
    void timesThatNoCalendarHasAreKeptAsTheFarthest() {
        fixture.history().add(Text.heard(ID, Instant.MIN, "long ago", ANNA, false, false));
        fixture.history().add(Text.heard(new UUID(3, 4), Instant.MAX, "far away", ANNA, false, false));
        List<HistoryEntry> kept = kept();
        assertEquals(Instant.ofEpochMilli(Long.MIN_VALUE), kept.getFirst().time());
        assertEquals(Instant.ofEpochMilli(Long.MAX_VALUE), kept.getLast().time());
    }

    @Test
    void pagesLeadBackToTheFirstEntryWhateverIsAddedMeanwhile() {
        fixture.hear(numbers(0, 25));
        HistoryPage last = get(fixture.history().before(Long.MAX_VALUE, 10));
        assertEquals(List.of(numbers(15, 25)), texts(last));
        assertTrue(last.moreBefore());

        fixture.hear(numbers(25, 30));
        HistoryPage middle = get(fixture.history().before(firstKey(last), 10));
        HistoryPage first = get(fixture.history().before(firstKey(middle), 10));

        assertEquals(List.of(numbers(5, 15)), texts(middle));
        assertTrue(middle.moreBefore());
        assertEquals(List.of(numbers(0, 5)), texts(first));
        assertFalse(first.moreBefore());
        assertEquals(
                HistoryPage.EMPTY.entries(),
                get(fixture.history().before(firstKey(first), 10)).entries());
    }

    @Test
    void aPageOfLongTextsIsShort() {
        String half = "x".repeat(HistoryQueries.MOST_CHARACTERS * 2 / 5);
        fixture.hear("1" + half, "2" + half, "3" + half);
        HistoryPage page = get(fixture.history().before(Long.MAX_VALUE, 10));
        assertEquals(2, page.entries().size());
        assertTrue(page.moreBefore());
    }

    @Test
    void beforeThisRunMeansWithoutWhatThisRunKept() {
        fixture.hear("then");
        fixture.reopen();
        fixture.hear("now");
        assertEquals(List.of("then"), texts(get(fixture.history().beforeThisRun(10))));
    }

    @Test
    void nothingIsWrittenWhileItIsOffAndWhatIsThereStays() {
        fixture.hear("before");
        fixture.history().keep(new Keeping(false, 0));
        fixture.hear("meanwhile");
        fixture.reopen(new Keeping(false, 0));
        fixture.hear("meanwhile too");
        assertEquals(List.of("before"), fixture.texts());

        fixture.history().keep(Keeping.EVERYTHING);
        fixture.hear("after");
        assertEquals(List.of("before", "after"), fixture.texts());
    }

    @Test
    void noFileIsMadeWhileItIsOff(@TempDir Path other) {
        Path file = other.resolve("deep").resolve("history.db");
        try (History off = new History(file, new Keeping(false, 0))) {
            off.add(heard("nobody reads this"));
            get(off.flushed());
            assertEquals(HistoryPage.EMPTY, get(off.beforeThisRun(10)));
            assertEquals(0, get(off.count(HistoryQuery.of("nobody"))));
        }
        assertFalse(Files.exists(other.resolve("deep")));
    }

    @Test
    void whatIsTooOldGoesAtTheStart() {
        fixture.hear("old");
        fixture.now = NOW.plus(Duration.ofDays(8));
        fixture.hear("new");
        fixture.now = NOW.plus(Duration.ofDays(15));
        fixture.reopen(new Keeping(true, 7));
        get(fixture.history().flushed());
        assertEquals(List.of("new"), fixture.texts());
        assertEquals(List.of(), fixture.found("old"));
    }

    @Test
    void whatIsTooOldGoesWhenAPersonSaysSo() {
        fixture.hear(numbers(0, 1_200));
        fixture.now = NOW.plus(Duration.ofDays(2));
        fixture.hear("new");
        fixture.history().keep(new Keeping(true, 1));
        fixture.hear();
        assertEquals(List.of("new"), fixture.texts());
    }

    @Test
    void whatBecomesTooOldGoesWhileTheProgramRuns() throws InterruptedException {
        fixture.cleanAllTheTime();
        fixture.reopen(new Keeping(true, 7));
        fixture.hear("soon old");
        fixture.now = NOW.plus(Duration.ofDays(8));
        while (!fixture.texts().isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(), fixture.texts());
    }

    @Test
    void clearingLeavesNoTraceInTheFile() throws Exception {
        fixture.hear("the password is swordfish", "else");
        fixture.reopen();
        assertTrue(isAnywhere("swordfish"));

        assertTrue(get(fixture.history().clear()).isEmpty());

        assertFalse(isAnywhere("swordfish"));
        assertEquals(List.of(), fixture.texts());
        assertEquals(List.of(), fixture.found("swordfish"));
        fixture.hear("fresh start");
        assertEquals(List.of("fresh start"), fixture.found("start"));
    }

    @Test
    void clearingMakesTheFileSmall() throws Exception {
        fixture.hear(
                IntStream.range(0, 200).mapToObj(i -> i + "x".repeat(3_000)).toArray(String[]::new));
        fixture.reopen();
        assertTrue(Files.size(fixture.file) > 600_000);
        get(fixture.history().clear());
        assertTrue(Files.size(fixture.file) < 100_000, () -> "it still has pages that nothing is in");
    }

    @Test
    void keysGoOnAfterClearing() {
        fixture.hear("first");
        long key = firstKey(get(fixture.history().before(Long.MAX_VALUE, 1)));
        get(fixture.history().clear());
        fixture.hear("second");
        assertEquals(key + 1, firstKey(get(fixture.history().before(Long.MAX_VALUE, 1))));
    }

    private boolean isAnywhere(String word) throws Exception {
        try (var files = Files.list(fixture.file.getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long firstKey(HistoryPage page) {
        return page.entries().getFirst().key();
    }

    private static String[] numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toArray(String[]::new);
    }
}
