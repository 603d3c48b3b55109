package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Message;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How what lies in a spool leaves it: saved, refused by a person, given up by its sender. */
final class DiskSpoolEndsTest extends DiskSpoolFixture {
    private static final UUID FOLDER = new UUID(6, 1);
    private final Message.FolderHeader header = new Message.FolderHeader(FOLDER, "photos", 2, 6);

    /** A file of {@link #FOLDER} that has arrived. */
    private Spool.Entry arrivedInFolder(DiskSpool spool, UUID id) throws IOException {
        Message.Place place = new Message.Place(FOLDER, "sub");
        Spool.Entry entry = spool.open(new Message.FileHeader(id, "a.bin", 3, MODIFIED, 1024, place));
        append(entry, bytes(3));
        entry.finish(DIGEST);
        return entry;
    }

    @Test
    void whatItsSenderGivesUpGoesUnlessAllOfItIsHere() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry part = spool.open(offer(ID, 6));
        append(part, bytes(3));
        Spool.Entry whole = spool.open(offer(OTHER, 3));
        append(whole, bytes(3));
        whole.finish(DIGEST);
        spool.disown(ID);
        spool.disown(OTHER);
        assertFalse(Files.exists(part.path()));
        assertThrows(Spool.TakenOverException.class, () -> append(part, bytes(1)), "the link before must not write on");
        assertEquals(
                List.of(OTHER), spool.arrived().stream().map(StoredFile::id).toList());
        assertTrue(Files.exists(whole.path()));
    }

    @Test
    void aFolderThatItsSenderGivesUpGoesWithItsFiles() throws IOException {
        DiskSpool spool = spool();
        assertEquals(List.of(), spool.folders().begin(header));
        Spool.Entry file = arrivedInFolder(spool, ID);
        assertEquals(1, spool.folders().begin(header).size(), "what is here need not come again");
        spool.disown(FOLDER);
        assertFalse(Files.exists(file.path()));
        assertEquals(List.of(), spool.folders().begin(header));
    }

    @Test
    void aFolderThatHasArrivedStaysWhateverItsSenderDoes() throws IOException {
        DiskSpool spool = spool();
        spool.folders().begin(header);
        Spool.Entry file = arrivedInFolder(spool, ID);
        assertTrue(spool.folders().arrived(FOLDER).isEmpty());
        spool.folders().whole(FOLDER);
        spool.disown(FOLDER);
        assertTrue(Files.exists(file.path()));
        StoredFolder folder = spool.folders().arrived(FOLDER).orElseThrow();
        assertEquals(
                List.of(file.path()),
                folder.contents().stream().map(StoredFile::file).toList());
    }

    @Test
    void aSavedFolderIsKnownAgainAndNotHereAnyMore() throws IOException {
        DiskSpool spool = spool();
        spool.folders().begin(header);
        Spool.Entry file = arrivedInFolder(spool, ID);
        spool.folders().whole(FOLDER);
        Spool.Entry alone = spool.open(offer(OTHER, 3));
        assertFalse(spool.folders().isSaved(FOLDER));
        spool.folders().saved(FOLDER);
        assertTrue(spool.folders().isSaved(FOLDER));
        assertFalse(Files.exists(file.path()));
        assertTrue(Files.exists(alone.path()), "what is in no folder stays");
        assertEquals(List.of(), spool.folders().arrived());
    }

    @Test
    void aRefusedFolderGoesAndDoesNotComeBack() throws IOException {
        DiskSpool spool = spool();
        spool.folders().begin(header);
        Spool.Entry file = arrivedInFolder(spool, ID);
        assertFalse(spool.unwanted(FOLDER));
        spool.refuse(FOLDER);
        assertFalse(Files.exists(file.path()));
        assertTrue(spool.unwanted(FOLDER));
        assertFalse(spool.unwanted(ID));
    }

    @Test
    void aRefusedFileIsNotWrittenOn() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry entry = spool.open(offer(ID, 6));
        append(entry, bytes(3));
        spool.refuse(ID);
        assertThrows(Spool.TakenOverException.class, () -> append(entry, bytes(1)));
        assertFalse(Files.exists(entry.path()));
    }

    @Test
    void whatIsClosedCanBeFoundAgainByTheNextRun() throws IOException {
        DiskSpool spool = spool();
        Spool.Entry entry = spool.open(offer(ID, 6));
        append(entry, bytes(3));
        spool.close();
        assertThrows(ClosedChannelException.class, () -> append(entry, bytes(1)));
        DiskSpool next = spool();
        next.recover(now);
        assertEquals(3, next.open(offer(ID, 6)).length());
    }

    @Test
    void aSpoolThatIsExactlyFullTakesWhatFits() throws IOException {
        DiskSpool spool = spool();
        spool.limit(10);
        Spool.Entry first = spool.open(offer(ID, 4));
        append(first, bytes(4));
        first.finish(DIGEST);
        assertFull(spool, 7);
        assertEquals(0, spool.open(offer(OTHER, 6)).length());
    }
}
