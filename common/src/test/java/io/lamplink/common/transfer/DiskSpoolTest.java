package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
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
    private static final Instant MODIFIED = Instant.parse("2026-11-01T08:00:00.5Z");
    private final Instant now = Instant.now();
    private static final Sha256 DIGEST = Sha256.ofBytes(new byte[32]);

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
            return files.filter(file -> file.toString().endsWith(".part") && Files.isRegularFile(file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.wrap("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
    }

    private static void append(Spool.Entry entry, ByteBuffer data) throws IOException {
        entry.write(data, entry.length());
    }

    private static Message.FileHeader offer(UUID id, long size) {
        return new Message.FileHeader(id, "a.bin", size, MODIFIED, 1024);
    }

    private static void assertFull(DiskSpool spool, long size) {
        assertThrows(DiskFullException.class, () -> spool.open(offer(UUID.randomUUID(), size)));
    }

    @Test
    void whatIsAppendedStandsInTheFileInOrder() throws IOException {
        Spool.Entry entry = spool().open(offer(ID, 6));
        append(entry, ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
        append(entry, ByteBuffer.wrap("-def-".getBytes(StandardCharsets.US_ASCII), 1, 3));
        entry.finish(DIGEST);
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
        Spool.Entry entry = spool().open(offer(ID, 6));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(entry.path())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        entry.discard();
    }

    @Test
    void aDiscardedFileIsGoneAndASecondTimeIsHarmless() throws IOException {
        Spool.Entry entry = spool().open(offer(ID, 6));
        append(entry, bytes(3));
        entry.discard();
        assertFalse(Files.exists(entry.path()));
        assertDoesNotThrow(entry::discard);
    }

    @Test
    void aFinishedFileCanStillBeDiscarded() throws IOException {
        Spool.Entry entry = spool().open(offer(ID, 3));
        append(entry, bytes(3));
        entry.finish(DIGEST);
        entry.discard();
        assertFalse(Files.exists(entry.path()));
    }

    @Test
    void aDiscardThatCannotRemoveTheFileDoesNotThrow() throws IOException {
        Spool.Entry entry = spool().open(offer(ID, 3));
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
        spool.open(offer(ID, ROOM)).discard();
        assertEquals(0, used());
    }

    @Test
    void t5_twoFilesCannotPromiseMoreThanTheDiskHas() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.open(offer(ID, 600));
        assertFull(spool, 401);
        Spool.Entry second = spool.open(offer(OTHER, 400));
        assertFull(spool, 1);
        first.discard();
        second.discard();
    }

    @Test
    void whatIsWrittenIsNotCountedTwice() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.open(offer(ID, 600));
        append(first, bytes(500));
        assertFull(spool, 401);
        Spool.Entry second = spool.open(offer(OTHER, 400));
        append(first, bytes(100));
        append(second, bytes(400));
        first.finish(DIGEST);
        second.finish(DIGEST);
        assertFull(spool, 1);
    }

    @Test
    void discardingGivesThePromiseBackOnce() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.open(offer(ID, 600));
        append(first, bytes(100));
        first.discard();
        first.discard();
        assertFull(spool, ROOM + 1);
        spool.open(offer(OTHER, ROOM)).discard();
    }

    @Test
    void aFileThatEndsEarlyGivesTheRestBack() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.open(offer(ID, 600));
        append(first, bytes(100));
        first.finish(DIGEST);
        spool.open(offer(OTHER, 900)).discard();
    }

    @Test
    void aFileThatCannotBeMadePromisesNothing() throws IOException {
        DiskSpool spool = spool();
        Files.createDirectories(folder().resolve(ID + ".part").resolve("in the way"));
        assertThrows(IOException.class, () -> spool.open(offer(ID, 100)));
        spool.open(offer(OTHER, ROOM)).discard();
    }

    @Test
    void aFileThatArrivedIsKnownWhenItIsOfferedAgainAndNothingTouchesIt() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.open(offer(ID, 3));
        append(first, bytes(3));
        first.finish(DIGEST);
        Spool.Entry second = spool.open(offer(ID, 3));
        assertEquals(DIGEST, second.arrived());
        second.discard();
        assertArrayEquals(bytes(3).array(), Files.readAllBytes(first.path()));
    }

    @Test
    void sizesNearTheLargestNumberOverflowNothing() throws IOException {
        DiskSpool spool = spool();
        assertFull(spool, Long.MAX_VALUE);
        Spool.Entry first = spool.open(offer(ID, 600));
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
                small.set(spool.open(offer(ID, 10)));
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
        Spool.Entry entry = spool.open(offer(ID, 100));
        entry.finish(DIGEST);
        assertThrows(ClosedChannelException.class, () -> append(entry, bytes(10)));
        free[0] = 9;
        assertThrows(DiskFullException.class, () -> append(entry, bytes(10)));
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
        Spool.Entry entry = spool.open(offer(ID, 100));
        entry.finish(DIGEST);
        gone[0] = true;
        assertThrows(ClosedChannelException.class, () -> append(entry, bytes(10)));
    }

    @Test
    void theBeginningOfAFileIsFoundAgainByTheNextRun() throws IOException {
        DiskSpool killed = spool();
        append(killed.open(offer(ID, 6)), ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
        DiskSpool next = spool();
        next.recover(now);
        Spool.Entry entry = next.open(offer(ID, 6));
        assertEquals(3, entry.length());
        assertNull(entry.arrived());
        append(entry, ByteBuffer.wrap("def".getBytes(StandardCharsets.US_ASCII)));
        entry.finish(DIGEST);
        assertEquals("abcdef", Files.readString(entry.path()));
    }

    @Test
    void anotherFileUnderTheSameIdBeginsAtItsStart() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry first = spool.open(offer(ID, 6));
        append(first, bytes(3));
        first.suspend();
        assertEquals(0, spool.open(offer(ID, 7)).length());
        Message.FileHeader later = new Message.FileHeader(ID, "a.bin", 7, MODIFIED.plusSeconds(1), 1024);
        assertEquals(0, spool.open(later).length());
    }

    @Test
    void whoeverWritesAFileLosesItToTheNextLink() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry old = spool.open(offer(ID, 6));
        append(old, bytes(3));
        Spool.Entry fresh = spool.open(offer(ID, 6));
        assertThrows(Spool.TakenOverException.class, () -> append(old, bytes(3)));
        old.discard();
        assertEquals(3, fresh.length());
        append(fresh, bytes(3));
        fresh.finish(DIGEST);
        assertEquals(6, Files.size(fresh.path()));
    }

    @Test
    void whatArrivedAndWasNotSavedIsToldByTheNextRun() throws IOException {
        DiskSpool killed = spool();
        Spool.Entry entry = killed.open(offer(ID, 3));
        append(entry, bytes(3));
        entry.finish(DIGEST);
        killed.sentBy(ID, List.of("mei", "1"));
        DiskSpool next = spool();
        next.recover(now);
        StoredFile file = next.arrived().getFirst();
        assertEquals(new StoredFile(ID, "", "a.bin", entry.path(), 3, DIGEST, List.of("mei", "1")), file);
        next.drop(ID);
        assertFalse(Files.exists(entry.path()));
        assertTrue(next.arrived().isEmpty());
    }

    @Test
    void aSavedFileIsStillKnownWhenItsSenderDidNotGetToKnow() throws IOException {
        DiskSpool spool = spool();
        spool.open(offer(ID, 0)).finish(DIGEST);
        spool.drop(ID);
        DiskSpool next = spool();
        next.recover(now);
        assertEquals(DIGEST, next.open(offer(ID, 0)).arrived());
        assertTrue(next.arrived().isEmpty());
    }

    @Test
    void aRefusedFileIsRememberedByTheNextRun() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry entry = spool.open(offer(ID, 6));
        append(entry, bytes(3));
        entry.suspend();
        spool.refuse(ID);
        assertFalse(Files.exists(entry.path()));
        DiskSpool next = spool();
        next.recover(now);
        assertTrue(next.unwanted(ID));
        assertFalse(next.unwanted(OTHER));
    }

    @Test
    void beginningsThatNobodyCameBackForAreRemovedAfterAWeek() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry old = spool.open(offer(ID, 6));
        append(old, bytes(3));
        Spool.Entry young = spool.open(offer(OTHER, 6));
        append(young, bytes(3));
        Files.setLastModifiedTime(old.path(), FileTime.from(now.minus(DiskSpool.PARTS_KEPT.plusHours(1))));
        DiskSpool next = spool();
        next.recover(now);
        assertFalse(Files.exists(old.path()));
        assertTrue(Files.exists(young.path()));
    }

    @Test
    void filesThatNoJournalKnowsAreRemoved() throws IOException {
        Files.createDirectories(folder());
        Path stray = Files.writeString(folder().resolve(ID + ".part"), "x");
        Path foreign = Files.writeString(folder().resolve("foreign"), "x");
        spool().recover(now);
        assertFalse(Files.exists(stray));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void aJournalThatWasCutShortLosesItsLastLineOnly() throws IOException {
        DiskSpool killed = spool();
        append(killed.open(offer(ID, 6)), bytes(3));
        append(killed.open(offer(OTHER, 6)), bytes(3));
        Path journal = folder().resolve("journal");
        String text = Files.readString(journal);
        Files.writeString(journal, text.substring(0, text.length() - 10));
        DiskSpool next = spool();
        next.recover(now);
        assertEquals(3, next.open(offer(ID, 6)).length());
        assertEquals(0, next.open(offer(OTHER, 6)).length());
    }

    @Test
    void oldBeginningsMakeRoomWhereTheLimitIsReached() throws IOException {
        DiskSpool spool = spool();
        spool.limit(100);
        Spool.Entry idle = spool.open(offer(ID, 60));
        append(idle, bytes(50));
        idle.suspend();
        Spool.Entry busy = spool.open(offer(OTHER, 80));
        assertFalse(Files.exists(idle.path()));
        assertFull(spool, 21);
        spool.open(offer(ID, 20)).discard();
        busy.discard();
    }

    @Test
    void whatArrivedIsNeverRemovedForTheLimit() throws IOException {
        DiskSpool spool = spool();
        spool.limit(100);
        Spool.Entry entry = spool.open(offer(ID, 60));
        append(entry, bytes(60));
        entry.finish(DIGEST);
        assertFull(spool, 41);
        assertTrue(Files.exists(entry.path()));
    }

    @Test
    void aFileThatSomebodyRemovesComesBackWhileItIsWritten() throws IOException {
        DiskSpool spool = new DiskSpool(folder(), where -> Long.MAX_VALUE);
        Spool.Entry entry = spool.open(offer(ID, 6));
        append(entry, ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
        Files.delete(entry.path());
        Files.delete(folder().resolve("journal"));
        Files.delete(folder());
        append(entry, ByteBuffer.wrap("def".getBytes(StandardCharsets.US_ASCII)));
        entry.finish(DIGEST);
        assertEquals("abcdef", Files.readString(entry.path()));
    }

    @Test
    void nothingStaysBehindWhenNothingWaits() throws IOException {
        DiskSpool spool = spool();
        spool.open(offer(ID, 3)).discard();
        spool.close();
        assertFalse(Files.exists(folder()));
    }

    @Test
    void whatWaitsStaysWhenTheProgramEnds() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry entry = spool.open(offer(ID, 3));
        append(entry, bytes(2));
        spool.close();
        assertEquals(2, Files.size(entry.path()));
    }

    @Test
    void aFolderThatArrivedIsToldWithItsFilesByTheNextRun() throws IOException {
        DiskSpool killed = spool();
        Message.FolderHeader header = new Message.FolderHeader(OTHER, "photos", 2, 6);
        killed.folders().begin(header);
        killed.folders().paths(OTHER, List.of("empty", "a/b"));
        Message.Place place = new Message.Place(OTHER, "2026/11");
        Spool.Entry file = killed.open(new Message.FileHeader(ID, "x.jpg", 3, MODIFIED, 1024, place));
        append(file, bytes(3));
        file.finish(DIGEST);
        killed.folders().whole(OTHER);
        DiskSpool next = spool();
        next.recover(now);
        StoredFile stored = new StoredFile(ID, "2026/11", "x.jpg", file.path(), 3, DIGEST, List.of());
        assertEquals(
                List.of(new StoredFolder(OTHER, "photos", 2, 6, List.of("empty", "a/b"), List.of(stored), List.of())),
                next.folders().arrived());
        assertTrue(next.arrived().isEmpty(), "its files are not files of their own");
        next.folders().discard(OTHER);
        assertFalse(Files.exists(file.path()));
    }

    @Test
    void theRealDiskIsAskedForItsRoom() throws IOException {
        DiskSpool spool = new DiskSpool(folder());
        assertFull(spool, Long.MAX_VALUE / 2);
        spool.open(offer(ID, 10)).discard();
    }
}
