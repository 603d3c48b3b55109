package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the next run, or the next link, finds of what came before. */
class DiskSpoolRecoveryTest extends DiskSpoolFixture {
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
    void whereTheJournalCannotBeReadNoFileIsTakenForAStranger() throws IOException {
        DiskSpool before = spool();
        Path begun = before.open(offer(ID, 6)).path();
        before.close();
        Path journal = folder().resolve("journal");
        Path elsewhere = Files.move(journal, temp.resolve("elsewhere"));
        Files.createDirectory(journal);
        DiskSpool next = spool();
        next.recover(now);
        next.close();
        assertTrue(Files.exists(begun));
        Files.delete(journal);
        Files.move(elsewhere, journal);
        spool().recover(now);
        assertTrue(Files.exists(begun), "the journal is read again");
    }

    /** As a disk may leave it that lost its power: nothing, zeros, or what belongs elsewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "file\t%zz\n", "\u0007é\n"})
    void whereTheJournalIsDamagedNoFileIsTakenForAStranger(String left) throws IOException {
        DiskSpool before = spool();
        Spool.Entry arrived = before.open(offer(ID, 3));
        append(arrived, bytes(3));
        arrived.finish(DIGEST);
        before.close();
        Files.writeString(folder().resolve("journal"), left);
        DiskSpool next = spool();
        next.recover(now);
        next.close();
        assertEquals(3, Files.size(arrived.path()));
        spool().recover(now);
        assertTrue(Files.exists(arrived.path()), "at later starts too");
        assertEquals(left, Files.readString(folder().resolve("journal.newer")));
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
    void ofTwoLinksThatAskForAFileAtTheSameMomentOneHasIt() throws IOException {
        List<Spool.Entry> entries = new ArrayList<>();
        DiskSpool[] spool = new DiskSpool[1];
        spool[0] = new DiskSpool(folder(), where -> {
            if (entries.isEmpty()) {
                entries.add(new ArrivedFile(where, DIGEST)); // only to come here once
                entries.set(0, spool[0].open(offer(ID, 6)));
            }
            return Long.MAX_VALUE;
        });
        Spool.Entry last = spool[0].open(offer(ID, 6));
        assertThrows(Spool.TakenOverException.class, () -> append(entries.getFirst(), bytes(3)));
        append(last, bytes(3));
        assertEquals(3, last.length());
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
}
