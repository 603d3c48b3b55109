package io.lamplink.common.history;

import static io.lamplink.common.history.HistoryFixture.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.HistoryEvent.SetAside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryDamageTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNoDatabaseIsSetAsideUnderItsTime() throws Exception {
        try (HistoryFixture fixture = HistoryFixture.on(folder)) {
            Files.writeString(fixture.file, "Dear diary, this is certainly no database. ".repeat(200));
            fixture.reopen();
            SetAside event = assertInstanceOf(SetAside.class, fixture.nextEvent());
            assertEquals(
                    "client-history.db.damaged-20261129-140200",
                    event.file().getFileName().toString());
            assertTrue(Files.readString(event.file()).startsWith("Dear diary"));
            fixture.hear("kept");
            assertEquals(List.of("kept"), fixture.texts());
        }
    }

    @Test
    void everyDamagedFileHasANameOfItsOwnAndGoesWhenTheHistoryIsCleared() throws Exception {
        try (HistoryFixture fixture = HistoryFixture.on(folder)) {
            Path first = spoil(fixture);
            Path second = spoil(fixture);
            assertEquals(first.getFileName() + "-2", second.getFileName().toString());
            assertTrue(get(fixture.history().clear()).isEmpty());
            assertFalse(Files.exists(first) || Files.exists(second));
        }
    }

    private static Path spoil(HistoryFixture fixture) throws IOException {
        fixture.close();
        Files.writeString(fixture.file, "no database at all");
        fixture.reopen();
        return assertInstanceOf(SetAside.class, fixture.nextEvent()).file();
    }

    /** The file is garbage from some place on, or for a while, or ends there: nothing crashes, and new texts are kept. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damageAnywhereStopsNobody(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] whole = wholeFile();
        for (int trial = 0; trial < 25; trial++) {
            byte[] damaged = damaged(whole, random);
            try (HistoryFixture fixture = HistoryFixture.on(Files.createDirectory(folder.resolve("trial" + trial)))) {
                Files.write(fixture.file, damaged);
                fixture.reopen();
                get(fixture.history().before(Long.MAX_VALUE, 500));
                get(fixture.history().count(HistoryQuery.of("message")));
                fixture.hear("still here");
                get(fixture.history().before(Long.MAX_VALUE, 500));
                fixture.hear("and here"); // If only now the damage was found, this is in the new file.
                fixture.reopen();
                assertTrue(fixture.texts().contains("and here"), "seed " + seed + ", trial " + trial);
            }
        }
    }

    private byte[] wholeFile() throws IOException {
        try (HistoryFixture fixture = new HistoryFixture(Files.createDirectory(folder.resolve("whole")))) {
            fixture.hear(IntStream.range(0, 400)
                    .mapToObj(i -> "message " + i + " " + "图书馆".repeat(i % 20))
                    .toArray(String[]::new));
            fixture.stop();
            return Files.readAllBytes(fixture.file);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        int at = random.nextInt(whole.length);
        byte[] bytes = whole.clone();
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> filled(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(5_000)), random);
            default -> filled(bytes, at / 10, bytes.length, random);
        };
    }

    private static byte[] filled(byte[] bytes, int from, int to, Random random) {
        byte[] garbage = new byte[to - from];
        random.nextBytes(garbage);
        System.arraycopy(garbage, 0, bytes, from, garbage.length);
        return bytes;
    }

    @Test
    void damageThatAReaderFindsIsSetAsideWhileTheProgramRuns() throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.hear(IntStream.range(0, 2_000).mapToObj(i -> "message " + i).toArray(String[]::new));
            fixture.stop();
            overwriteLeaf(fixture.file);
            fixture.reopen();
            get(fixture.history().before(Long.MAX_VALUE, 100_000));
            assertInstanceOf(SetAside.class, fixture.nextEvent());
            fixture.hear("kept");
            assertEquals(List.of("kept"), fixture.texts());
        }
    }

    @Test
    void afterARunThatDidNotEndInOrderDamageIsLookedFor() throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(folder);
                HistoryFixture copy = HistoryFixture.on(Files.createDirectory(folder.resolve("copy")))) {
            fixture.hear(IntStream.range(0, 2_000).mapToObj(i -> "message " + i).toArray(String[]::new));
            fixture.reopen();
            fixture.hear("the last");
            leaveAsKilled(fixture, copy);
            overwriteLeaf(copy.file);
            copy.reopen();
            assertInstanceOf(SetAside.class, copy.nextEvent(), "nobody has read anything");
        }
    }

    @Test
    void keysOfTheNewFileAreLargerThanAnyOfTheOld() throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.hear("one", "two");
            long key = newest(fixture);
            spoil(fixture);
            fixture.hear("three");
            assertTrue(newest(fixture) > key);
        }
    }

    private static long newest(HistoryFixture fixture) {
        return get(fixture.history().before(Long.MAX_VALUE, 1))
                .entries()
                .getFirst()
                .key();
    }

    /** Everything but the beginning of the file, so that opening notices nothing. */
    private static void overwriteLeaf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int page = 4096;
        for (int at = 40 * page; at < bytes.length; at += page) {
            if (bytes[at] == 0x0d) { // a leaf of a table
                Arrays.fill(bytes, at, at + 100, (byte) 0x5a);
            }
        }
        Files.write(file, bytes);
    }

    @Test
    void anIndexThatIsDamagedAloneIsMadeAnew() throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.hear("message one", "message two");
            fixture.stop();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fixture.file);
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE search_data SET block = x'ffffffff' WHERE id > 10");
            }
            fixture.reopen();
            get(fixture.history().search(HistoryQuery.of("message"), Long.MAX_VALUE, 10));
            get(fixture.history().flushed());
            assertEquals(List.of("message two", "message one"), fixture.found("message"));
            assertTrue(fixture.events.isEmpty());
        }
    }

    @Test
    void aFileThatIsTakenAwayWhileTheProgramRunsIsBegunAnew() throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.hear("gone with the file");
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(fixture.file.resolveSibling(fixture.file.getFileName() + suffix));
            }
            fixture.hear("kept");
            assertEquals(List.of("kept"), fixture.texts());
        }
    }

    @Test
    void aFileThatWasCopiedInTheMiddleOfItsWorkIsWhole() throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(folder);
                HistoryFixture copy = HistoryFixture.on(Files.createDirectory(folder.resolve("copy")))) {
            fixture.hear("one", "two");
            leaveAsKilled(fixture, copy);
            copy.reopen();
            assertEquals(List.of("one", "two"), copy.texts());
            assertTrue(copy.events.isEmpty());
        }
    }

    /** Copies the files of a history that is open. */
    private static void leaveAsKilled(HistoryFixture from, HistoryFixture to) throws IOException {
        for (String suffix : List.of("", "-wal")) {
            Path file = from.file.resolveSibling(from.file.getFileName() + suffix);
            Files.write(
                    to.file.resolveSibling(file.getFileName()),
                    Files.readAllBytes(file),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        }
    }
}
