package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileTest {
    private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

    @TempDir
    private Path temp;

    private Path path;

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(temp.resolve("测试.bin"), "0123456789");
        Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
    }

    private static String read(DiskFile file, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        file.readFully(buffer, position);
        assertFalse(buffer.hasRemaining());
        return new String(buffer.array(), StandardCharsets.US_ASCII);
    }

    @Test
    void forAnotherReceiverIsReadOnItsOwnAndHashedTogether() throws IOException {
        DiskFile first = DiskFile.open(path);
        try (DiskFile second = first.forAnother()) {
            assertSame(first.digest(), second.digest());
            assertEquals("345", read(first, 3, 3));
            first.close();
            assertEquals("0123456789", read(second, 0, 10));
            assertTrue(second.unchanged());
        }
        try (DiskFile later = DiskFile.open(path)) {
            assertNotSame(first.digest(), later.digest());
        }
    }

    @Test
    void tellsAndReadsWhatIsThere() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            assertEquals("测试.bin", file.name());
            assertEquals(10, file.size());
            assertEquals(LONG_AGO, file.modified());
            assertEquals("345", read(file, 3, 3));
            assertEquals("0123456789", read(file, 0, 10));
            assertTrue(file.unchanged());
        }
    }

    @Test
    void readingBehindTheEndIsSaid() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            assertThrows(EOFException.class, () -> read(file, 8, 3));
        }
    }

    /** T9: growing, shrinking and writing in place are noticed. */
    @Test
    void t9_growingIsNoticed() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            Files.writeString(path, "more", StandardOpenOption.APPEND);
            Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
            assertEquals(10, file.size());
            assertFalse(file.unchanged());
        }
    }

    @Test
    void t9_shrinkingIsNoticed() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            Files.writeString(path, "0123");
            Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
            assertFalse(file.unchanged());
            assertThrows(EOFException.class, () -> read(file, 0, 10));
        }
    }

    @Test
    void t9_writingInPlaceIsNoticedByItsTime() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            Files.writeString(path, "abcdefghij");
            Files.setLastModifiedTime(path, FileTime.from(LONG_AGO.plusNanos(1_000_000)));
            assertFalse(file.unchanged());
        }
    }

    @Test
    void anotherFileInItsPlaceIsNoticed() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            Files.delete(path);
            Files.writeString(path, "another one");
            assertFalse(file.unchanged());
        }
    }

    @Test
    void thousandsMayWaitForTheirTurn() throws IOException {
        List<DiskFile> waiting = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            waiting.add(DiskFile.open(path));
        }
        assertEquals("345", read(waiting.getLast(), 3, 3));
        for (DiskFile file : waiting) {
            file.close();
        }
    }

    @Test
    void afterItWasClosedItIsNotOpenedAgain() throws IOException {
        DiskFile file = DiskFile.open(path);
        file.close();
        assertThrows(ClosedChannelException.class, () -> read(file, 0, 1));
        assertDoesNotThrow(file::close);
    }

    @Test
    void aFileThatIsGoneWhenItsTurnComesIsSaid() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            Files.delete(path);
            assertThrows(NoSuchFileException.class, () -> read(file, 0, 1));
        }
    }

    @Test
    void aFileThatComesBackIsReadAfterItWasReopened() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("stick"));
        Path path = Files.writeString(folder.resolve("a"), "abc");
        try (DiskFile file =
                DiskFile.listed(path, 3, Files.getLastModifiedTime(path).toInstant(), folder)) {
            Files.move(folder, temp.resolve("pulled out"));
            IOException problem = assertThrows(IOException.class, () -> file.readFully(ByteBuffer.allocate(3), 0));
            assertFalse(file.isHopeless(problem), "The whole folder is away, and may come back.");
            Files.move(temp.resolve("pulled out"), folder);
            file.reopen();
            file.readFully(ByteBuffer.allocate(3), 0);
            assertTrue(file.unchanged());
        }
    }

    @Test
    void aFileThatIsGoneFromItsFolderIsHopelessAndOneOnItsOwnIsNot() throws IOException {
        Path path = temp.resolve("gone");
        try (DiskFile part = DiskFile.listed(path, 3, Instant.EPOCH, temp);
                DiskFile own = DiskFile.listed(path, 3, Instant.EPOCH)) {
            IOException problem = assertThrows(IOException.class, () -> part.readFully(ByteBuffer.allocate(3), 0));
            assertTrue(part.isHopeless(problem));
            assertFalse(own.isHopeless(problem));
            assertFalse(part.isHopeless(new IOException("The disk is broken.")));
        }
    }

    @Test
    void whatIsNoFileAnyMoreWhenItsTurnComesIsNotOpened() throws IOException {
        try (DiskFile file = DiskFile.open(path)) {
            Files.delete(path);
            Files.createDirectory(path);
            assertThrows(DiskFile.NotAFileException.class, () -> read(file, 0, 1));
        }
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(path, Set.of());
        assumeTrue(!Files.isReadable(path), "The administrator reads everything.");
        assertThrows(AccessDeniedException.class, () -> DiskFile.open(path));
    }

    /** H5: a missing file or a folder is an answer, not a box. */
    @Test
    void h5_aMissingFileOrAFolderIsRefused() {
        assertThrows(NoSuchFileException.class, () -> DiskFile.open(temp.resolve("missing")));
        assertThrows(DiskFile.NotAFileException.class, () -> DiskFile.open(temp));
    }

    /** H4: a pipe is refused without opening it, which would wait for a writer. */
    @Test
    void h4_aPipeIsRefusedWithoutWaiting() throws Exception {
        Path pipe = temp.resolve("pipe");
        assumeTrue(made(pipe));
        assertThrows(DiskFile.NotAFileException.class, () -> DiskFile.open(pipe));
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
            return mkfifo.waitFor(30, TimeUnit.SECONDS) && mkfifo.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** B1: a device says size 0 and has no end. */
    @Test
    void b1_aDeviceIsRefused() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero));
        assertThrows(DiskFile.NotAFileException.class, () -> DiskFile.open(zero));
    }

    /** B1: a file of size 0 with content divides nothing; what it says is its size counts. */
    @Test
    void b1_aFileOfSizeZeroWithContentIsAnEmptyFile() throws IOException {
        Path odd = Path.of("/proc/cpuinfo");
        assumeTrue(Files.isReadable(odd));
        try (DiskFile file = DiskFile.open(odd)) {
            assertEquals(0, file.size());
        }
    }
}
