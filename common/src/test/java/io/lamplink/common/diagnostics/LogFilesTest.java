package io.lamplink.common.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log files of one program. */
final class LogFilesTest {
    private static final String ME = "Lamplink client 1.2.3, process 4711";

    @TempDir
    private Path temp;

    private final Logger root = Logger.getAnonymousLogger();
    private Path folder;

    @BeforeEach
    void quiet() {
        folder = temp.resolve("50%u 日志/log");
        root.setUseParentHandlers(false);
    }

    private LogFiles begin(int mostBytes) throws IOException {
        return LogFiles.begin(folder, ME, root, mostBytes);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    @Test
    void whatIsLoggedStandsInAFileAndWhatIsFineDoesNot() throws IOException {
        try (LogFiles log = begin(100_000)) {
            root.info("It began, 开始了.");
            root.fine("A detail.");
            root.log(Level.WARNING, "It broke.", new IOException("disk"));
            List<String> lines = log.lastLines(100);
            assertEquals("--- " + ME, lines.getFirst());
            assertTrue(
                    lines.get(1).endsWith(" io.lamplink.common.diagnostics.LogFiles: The program begins."),
                    lines::toString);
            assertTrue(lines.get(2).endsWith("It began, 开始了."), lines::toString);
            assertTrue(lines.get(3).contains(" WARNING "), lines::toString);
            assertEquals("java.io.IOException: disk", lines.get(4));
            assertTrue(lines.get(5).startsWith("\tat "), lines::toString);
        }
        root.info("Nobody writes this any more.");
        assertEquals(1, files().size());
        assertTrue(Files.readString(files().getFirst()).contains("It began, 开始了."));
    }

    @Test
    void theLastLinesAreThoseOfTheNewestFile() throws IOException {
        try (LogFiles log = begin(100_000)) {
            for (int i = 0; i < 10; i++) {
                root.info("line " + i);
            }
            List<String> last = log.lastLines(2);
            assertEquals(2, last.size());
            assertTrue(last.getLast().endsWith("line 9"), last::toString);
        }
    }

    @Test
    void theFilesStayFewAndShort() throws IOException {
        try (LogFiles log = begin(2_000)) {
            for (int i = 0; i < 1_000; i++) {
                root.info("line " + i);
            }
            assertTrue(log.lastLines(1).getFirst().endsWith("line 999"));
        }
        assertEquals(LogFiles.MOST_FILES, files().size());
        for (Path file : files()) {
            assertTrue(Files.size(file) < 2_200, file::toString);
            assertEquals("--- " + ME, Files.readAllLines(file).getFirst());
        }
    }

    @Test
    void aSecondStartGoesOnInTheSameFile() throws IOException {
        try (LogFiles first = begin(100_000)) {
            root.info("first");
            assertEquals(3, first.lastLines(10).size());
        }
        try (LogFiles second = begin(100_000)) {
            root.info("second");
            assertEquals(6, second.lastLines(10).size());
        }
        assertEquals(1, files().size());
    }

    @Test
    void twoThatRunAtOnceWriteEachTheirOwn() throws IOException {
        Logger other = Logger.getAnonymousLogger();
        other.setUseParentHandlers(false);
        try (LogFiles one = begin(100_000);
                LogFiles two = LogFiles.begin(folder, "Lamplink client 1.2.3, process 4712", other, 100_000)) {
            other.info("two");
            root.info("one");
            assertEquals(folder, one.folder());
            assertEquals(folder, two.folder());
            assertTrue(one.lastLines(1).getFirst().endsWith("one"));
            assertTrue(two.lastLines(1).getFirst().endsWith("two"), "of its own, though the other's is newer");
        }
        assertEquals(2, files().size());
        for (Path file : files()) {
            assertEquals(3, Files.readAllLines(file).size());
        }
    }

    @Test
    void onlyItsOwnerMayLookIntoTheFolder() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        begin(1_000).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(temp.resolve("file"), "");
        assertThrows(IOException.class, () -> LogFiles.begin(temp.resolve("file/log"), ME, root, 1_000));
        assertEquals(0, root.getHandlers().length);
        assertEquals(Optional.empty(), LogFiles.tryBegin(temp.resolve("file/log"), ME));
    }

    @Test
    void aLineTellsWhenWhereAndWhat() {
        LogRecord record = new LogRecord(Level.INFO, "Listening on {0}.");
        record.setParameters(new Object[] {"[::1]:8080"});
        record.setLoggerName("io.lamplink.X");
        record.setLongThreadID(7);
        record.setInstant(Instant.parse("2026-11-29T08:09:10.123Z"));
        assertEquals(
                "2026-11-29 08:09:10.123+00:00 INFO [7] io.lamplink.X: Listening on [::1]:8080."
                        + System.lineSeparator(),
                new LogLine(ZoneOffset.UTC, ME).format(record));
    }
}
