package io.lamplink.common.history;

import static io.lamplink.common.history.HistoryFixture.get;
import static io.lamplink.common.history.HistoryFixture.heard;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryTroubleTest {

    @TempDir
    private Path folder;

    @Test
    void aFullDiskPausesTheHistoryAndIsToldOnce() {
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.hear("before");
            fixture.mostPages = 40;
            fixture.reopen();
            fixture.hear(
                    IntStream.range(0, 300).mapToObj(i -> i + "x".repeat(2_000)).toArray(String[]::new));
            assertEquals(new HistoryEvent.Paused(HistoryProblem.DISK_FULL), fixture.nextEvent());
            assertTrue(fixture.texts().contains("before"), "What is there can be read.");

            fixture.mostPages = 0;
            assertEquals(new HistoryEvent.Resumed(0), fixture.nextEvent());
            fixture.hear("after");
            assertEquals(302, fixture.texts().size());
            assertTrue(fixture.events.isEmpty());
        }
    }

    @Test
    void whatFindsNoRoomInMemoryDuringAPauseIsCounted() {
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.mostPages = 40;
            fixture.reopen();
            fixture.hear(
                    IntStream.range(0, 300).mapToObj(i -> i + "x".repeat(2_000)).toArray(String[]::new));
            assertEquals(new HistoryEvent.Paused(HistoryProblem.DISK_FULL), fixture.nextEvent());
            for (int i = 0; i < HistoryQueue.MOST_CHANGES + 10; i++) {
                fixture.history().failed(new java.util.UUID(0, i));
            }
            fixture.mostPages = 0;
            HistoryEvent.Resumed resumed = (HistoryEvent.Resumed) fixture.nextEvent();
            assertTrue(resumed.lost() >= 10, () -> "lost " + resumed.lost());
        }
    }

    @Test
    void aFolderThatCannotBeMadePausesTheHistoryUntilItCan() throws Exception {
        Path blocked = Files.createFile(folder.resolve("data"));
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            assertEquals(new HistoryEvent.Paused(HistoryProblem.NOT_WRITABLE), fixture.nextEvent());
            fixture.history().add(heard("waits"));
            assertEquals(HistoryPage.EMPTY, get(fixture.history().before(Long.MAX_VALUE, 1)));
            Files.delete(blocked);
            assertEquals(new HistoryEvent.Resumed(0), fixture.nextEvent());
            fixture.hear("comes");
            assertEquals(List.of("waits", "comes"), fixture.texts());
        }
    }

    @Test
    void whatWaitsDuringAPauseIsWrittenAtTheEndIfThatCanBe() throws Exception {
        Path blocked = Files.createFile(folder.resolve("data"));
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.nextEvent();
            fixture.history().add(heard("waits"));
            Files.delete(blocked);
            fixture.reopen();
            assertEquals(List.of("waits"), fixture.texts());
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyElseCanReadTheFiles() throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(folder)) {
            fixture.hear("secret");
            assertEquals("rwx------", permissions(fixture.file.getParent()));
            for (String suffix : List.of("", "-wal", "-shm")) {
                assertEquals(
                        "rw-------",
                        permissions(fixture.file.resolveSibling(fixture.file.getFileName() + suffix)),
                        suffix);
            }
            fixture.stop();
            Files.setPosixFilePermissions(fixture.file, PosixFilePermissions.fromString("rw-rw-rw-"));
            fixture.reopen();
            fixture.hear("secret too");
            assertEquals("rw-------", permissions(fixture.file));
        }
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "50%", "a?b=c", "#1", "文件夹", "a&b;c", "file:x"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void folderNamesOfAllKindsWillDo(String name) throws Exception {
        try (HistoryFixture fixture = new HistoryFixture(Files.createDirectory(folder.resolve(name)))) {
            fixture.hear("kept");
            fixture.reopen();
            assertEquals(List.of("kept"), fixture.texts());
            assertTrue(Files.size(fixture.file) > 0);
        }
    }

    @Test
    void everythingIsAnsweredWhereSqliteDoesNotRun() {
        HistoryReader reader = new HistoryReader(new HistoryFile(folder.resolve("none.db")));
        HistoryReader.Nothing<String> broken = () -> {
            throw new UnsatisfiedLinkError("no machine code");
        };
        assertEquals(
                "NO_DATABASE",
                get(reader.read(CompletableFuture.completedFuture(1), _ -> "read", broken, HistoryProblem::name)));
        reader.close();
    }

    @Test
    void everythingIsAnsweredAfterTheEnd() {
        HistoryFixture fixture = new HistoryFixture(folder);
        fixture.close();
        History closed = fixture.history();
        closed.add(heard("too late"));
        get(closed.flushed());
        assertEquals(HistoryPage.EMPTY, get(closed.before(Long.MAX_VALUE, 1)));
        assertEquals(0, get(closed.count(HistoryQuery.of("late"))));
        assertTrue(get(closed.clear()).isPresent());
        closed.close();
    }
}
