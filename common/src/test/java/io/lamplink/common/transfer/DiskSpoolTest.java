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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DiskSpoolTest extends DiskSpoolFixture {
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
        assertTrue(greedy.join(java.time.Duration.ofMinutes(2)));
        assertTrue(modest.join(java.time.Duration.ofMinutes(2)));
        assertInstanceOf(Spool.Entry.class, small.get()).discard();
    }

    private static void awaited(CountDownLatch latch) throws IOException {
        try {
            assertTrue(latch.await(120, TimeUnit.SECONDS));
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
    void aFileThatIsRemovedWhileItsFolderCannotBeMadeComesBackLater() throws IOException {
        DiskSpool spool = new DiskSpool(folder(), where -> Long.MAX_VALUE);
        Spool.Entry entry = spool.open(offer(ID, 3));
        append(entry, ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII)));
        Files.delete(entry.path());
        Files.delete(folder().resolve("journal"));
        Files.delete(folder());
        Files.writeString(folder(), "in the way");
        assertThrows(IOException.class, () -> entry.finish(DIGEST));
        Files.delete(folder());
        entry.finish(DIGEST);
        assertEquals("abc", Files.readString(entry.path()));
        assertEquals(1, spool.arrived().size());
    }

    @Test
    void theRealDiskIsAskedForItsRoom() throws IOException {
        DiskSpool spool = new DiskSpool(folder());
        assertFull(spool, Long.MAX_VALUE / 2);
        spool.open(offer(ID, 10)).discard();
    }
}
