package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpoolTest {
    private static final UUID ID = new UUID(5, 1);
    private static final UUID OTHER = new UUID(5, 2);
    private static final long ROOM = 1000;

    @TempDir
    private Path temp;

    private Path folder() {
        return temp.resolve("data").resolve("spool");
    }

    /** A spool on a disk that takes {@link #ROOM} bytes, less what stands in the spool already. */
    private DiskSpool spool() {
        return new DiskSpool(folder(), where -> DiskSpool.RESERVE + ROOM - used());
    }

    private long used() throws IOException {
        try (var files = Files.list(folder())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.wrap("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertFull(DiskSpool spool, long size) {
        assertThrows(DiskFullException.class, () -> spool.create(UUID.randomUUID(), size));
    }

    @Test
    void whatIsAppendedStandsInTheFileInOrder() throws IOException {
        Spool.Entry entry = spool().create(ID, 6);
        entry.append(ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
        entry.append(ByteBuffer.wrap("-def-".getBytes(StandardCharsets.US_ASCII), 1, 3));
        entry.finish();
        assertEquals("abcdef", Files.readString(entry.path()));
    }

    @Test
    void nothingIsMadeBeforeTheFirstFileComes() {
        spool();
        assertFalse(Files.exists(folder()));
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Spool.Entry entry = spool().create(ID, 6);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(entry.path())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        entry.discard();
    }

    @Test
    void aDiscardedFileIsGoneAndASecondTimeIsHarmless() throws IOException {
        Spool.Entry entry = spool().create(ID, 6);
        entry.append(bytes(3));
        entry.discard();
        assertFalse(Files.exists(entry.path()));
        assertDoesNotThrow(entry::discard);
    }

    @Test
    void aFinishedFileCanStillBeDiscarded() throws IOException {
        Spool.Entry entry = spool().create(ID, 3);
        entry.append(bytes(3));
        entry.finish();
        entry.discard();
        assertFalse(Files.exists(entry.path()));
    }

    @Test
    void aDiscardThatCannotRemoveTheFileDoesNotThrow() throws IOException {
        Spool.Entry entry = spool().create(ID, 3);
        Files.delete(entry.path());
        Files.createDirectory(entry.path());
        Files.createFile(entry.path().resolve("in the way"));
        assertDoesNotThrow(entry::discard);
    }

    /** T5: a file that the disk cannot hold is not begun. */
    @Test
    void t5_aFileLargerThanTheDiskIsNotBegun() throws IOException {
        DiskSpool spool = spool();
        assertFull(spool, ROOM + 1);
        spool.create(ID, ROOM).discard();
        assertEquals(0, used());
    }

    @Test
    void t5_twoFilesCannotPromiseMoreThanTheDiskHas() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.create(ID, 600);
        assertFull(spool, 401);
        Spool.Entry second = spool.create(OTHER, 400);
        assertFull(spool, 1);
        first.discard();
        second.discard();
    }

    @Test
    void whatIsWrittenIsNotCountedTwice() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.create(ID, 600);
        first.append(bytes(500));
        assertFull(spool, 401);
        Spool.Entry second = spool.create(OTHER, 400);
        first.append(bytes(100));
        second.append(bytes(400));
        first.finish();
        second.finish();
        assertFull(spool, 1);
    }

    @Test
    void discardingGivesThePromiseBackOnce() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.create(ID, 600);
        first.append(bytes(100));
        first.discard();
        first.discard();
        assertFull(spool, ROOM + 1);
        spool.create(OTHER, ROOM).discard();
    }

    @Test
    void aFileThatEndsEarlyGivesTheRestBack() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.create(ID, 600);
        first.append(bytes(100));
        first.finish();
        spool.create(OTHER, 900).discard();
    }

    @Test
    void aFileThatCannotBeMadePromisesNothing() throws IOException {
        DiskSpool spool = spool();
        spool.create(ID, 100).finish();
        assertThrows(IOException.class, () -> spool.create(ID, 100));
        spool.create(OTHER, ROOM).discard();
    }

    @Test
    void theSameIdTwiceNeverTouchesTheFirstFile() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.create(ID, 3);
        first.append(bytes(3));
        first.finish();
        assertThrows(IOException.class, () -> spool.create(ID, 3));
        assertArrayEquals(bytes(3).array(), Files.readAllBytes(first.path()));
    }

    @Test
    void sizesNearTheLargestNumberOverflowNothing() throws IOException {
        DiskSpool spool = spool();
        assertFull(spool, Long.MAX_VALUE);
        Spool.Entry first = spool.create(ID, 600);
        assertFull(spool, Long.MAX_VALUE);
        assertFull(spool, Long.MAX_VALUE - 600);
        first.discard();
    }

    @Test
    void anOfferThatIsTurnedDownDoesNotCountAgainstAnotherForAMoment() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        DiskSpool spool = new DiskSpool(folder(), where -> {
            asked.countDown();
            awaited(goOn);
            return DiskSpool.RESERVE + ROOM;
        });
        AtomicReference<Object> small = new AtomicReference<>();
        Thread greedy = Thread.ofPlatform().start(() -> assertFull(spool, Long.MAX_VALUE));
        awaited(asked);
        Thread modest = Thread.ofPlatform().start(() -> {
            try {
                small.set(spool.create(ID, 10));
            } catch (IOException e) {
                small.set(e);
            }
        });
        goOn.countDown();
        assertTrue(greedy.join(java.time.Duration.ofSeconds(30)));
        assertTrue(modest.join(java.time.Duration.ofSeconds(30)));
        assertInstanceOf(Spool.Entry.class, small.get()).discard();
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** T5: the write itself is checked, and a full disk has a name. */
    @Test
    void t5_aFailedWriteOnAFullDiskSaysSo() throws IOException {
        long[] free = {DiskSpool.RESERVE + ROOM};
        DiskSpool spool = new DiskSpool(folder(), where -> free[0]);
        Spool.Entry entry = spool.create(ID, 100);
        entry.finish();
        assertThrows(ClosedChannelException.class, () -> entry.append(bytes(10)));
        free[0] = 9;
        assertThrows(DiskFullException.class, () -> entry.append(bytes(10)));
    }

    @Test
    void whyAWriteFailedIsNotHiddenByAnotherFailure() throws IOException {
        boolean[] gone = new boolean[1];
        DiskSpool spool = new DiskSpool(folder(), where -> {
            if (gone[0]) {
                throw new IOException("The disk is gone.");
            }
            return Long.MAX_VALUE;
        });
        Spool.Entry entry = spool.create(ID, 100);
        entry.finish();
        gone[0] = true;
        assertThrows(ClosedChannelException.class, () -> entry.append(bytes(10)));
    }

    @Test
    void clearingRemovesWhatThisSpoolMadeAndTheFolder() throws IOException {
        DiskSpool spool = spool();
        spool.create(ID, 3).finish();
        Spool.Entry open = spool.create(OTHER, 3);
        spool.clear();
        assertFalse(Files.exists(folder()));
        open.discard();
    }

    @Test
    void clearingLeavesWhatOthersMade() throws IOException {
        DiskSpool spool = spool();
        spool.create(ID, 3).finish();
        Path foreign = Files.writeString(folder().resolve("foreign"), "x");
        spool.clear();
        assertTrue(Files.exists(foreign));
        assertEquals(1, used());
    }

    @Test
    void clearingWhatWasNeverUsedIsHarmless() {
        assertDoesNotThrow(() -> spool().clear());
    }

    @Test
    void theRealDiskIsAskedForItsRoom() throws IOException {
        DiskSpool spool = new DiskSpool(folder());
        assertFull(spool, Long.MAX_VALUE / 2);
        spool.create(ID, 10).discard();
    }
}
