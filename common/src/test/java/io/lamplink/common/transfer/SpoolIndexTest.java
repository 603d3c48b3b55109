package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.SpoolIndex.Item;
import io.lamplink.common.transfer.SpoolIndex.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolIndexTest {
    private static final Sha256 DIGEST = Sha256.ofBytes(new byte[32]);
    private static final Instant MODIFIED = Instant.parse("2026-11-01T08:00:00.5Z");
    private static final int KEPT = 2_000;

    private static final UUID PART = new UUID(1, 1);
    private static final UUID ARRIVED = new UUID(1, 2);
    private static final UUID TAKEN = new UUID(1, 3);
    private static final UUID UNWANTED = new UUID(1, 4);
    private static final UUID SAVED_FOLDER = new UUID(1, 5);
    private static final UUID FOLDER = new UUID(2, 1);
    private static final UUID BEGUN_FOLDER = new UUID(2, 2);
    private static final List<String> MEI = List.of("Mei", "192.168.1.21");

    @TempDir
    Path temp;

    private SpoolIndex index() {
        return new SpoolIndex(new JournalFile(temp.resolve("journal")));
    }

    private SpoolIndex loaded() {
        SpoolIndex index = index();
        index.load();
        return index;
    }

    private static Message.FileHeader file(UUID id, String name, Message.Place place) {
        return new Message.FileHeader(id, name, 12, MODIFIED, 1, place);
    }

    private static Message.FileHeader file(UUID id, String name) {
        return new Message.FileHeader(id, name, 12, MODIFIED, 1);
    }

    private SpoolIndex withOneOfEach() {
        SpoolIndex index = index();
        index.begun(file(PART, "part.bin"));
        index.sentBy(PART, MEI);
        index.begun(file(ARRIVED, "in a folder.bin", new Message.Place(FOLDER, "sub/dir")));
        index.arrived(ARRIVED, DIGEST);
        index.begun(file(TAKEN, "secret name.bin"));
        index.sentBy(TAKEN, MEI);
        index.arrived(TAKEN, DIGEST);
        index.gone(TAKEN);
        index.unwanted(UNWANTED);
        index.folderBegun(new Message.FolderHeader(FOLDER, "photos", 3, 36));
        index.paths(FOLDER, List.of("empty", "empty/too"));
        index.whole(FOLDER);
        index.saving(FOLDER, new SavedPart("/home/mei/inbox/photos", 3));
        index.sentBy(FOLDER, MEI);
        index.folderBegun(new Message.FolderHeader(BEGUN_FOLDER, "begun", 1, 5));
        index.folderBegun(new Message.FolderHeader(SAVED_FOLDER, "saved", 1, 5));
        index.folderSaved(SAVED_FOLDER);
        return index;
    }

    @Test
    void everyStageIsKnownAgainAfterTheJournalWasReadAndAfterItWasTidied() {
        withOneOfEach();
        for (String when : List.of("read", "tidied")) {
            SpoolIndex again = loaded();
            assertEquals(new Item(file(PART, "part.bin"), Stage.PART, null, MEI), item(again, PART), when);
            Message.FileHeader inFolder = file(ARRIVED, "in a folder.bin", new Message.Place(FOLDER, "sub/dir"));
            assertEquals(new Item(inFolder, Stage.ARRIVED, DIGEST, List.of()), item(again, ARRIVED), when);
            assertEquals(Stage.TAKEN, item(again, TAKEN).stage(), when);
            assertEquals(DIGEST, item(again, TAKEN).digest(), when);
            assertEquals(Stage.UNWANTED, item(again, UNWANTED).stage(), when);
            assertEquals(
                    new SpoolIndex.Folder(
                            new Message.FolderHeader(FOLDER, "photos", 3, 36),
                            Set.of("empty", "empty/too"),
                            true,
                            MEI,
                            new SavedPart("/home/mei/inbox/photos", 3)),
                    again.folder(FOLDER).orElseThrow(),
                    when);
            assertFalse(again.folder(BEGUN_FOLDER).orElseThrow().whole(), when);
            assertEquals(2, again.folders().size(), when);
            again.tidy();
        }
    }

    private static Item item(SpoolIndex index, UUID id) {
        return index.item(id).orElseThrow();
    }

    @Test
    void aTidyJournalHasOneLineForEachFactAndNothingOfWhatIsOver() throws IOException {
        withOneOfEach().tidy();
        String journal = Files.readString(temp.resolve("journal"));
        List<String> facts = journal.lines()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        assertEquals(
                List.of(
                                List.of("folder", "paths", "whole", "from", "saving"),
                                List.of("folder", "paths"),
                                List.of("file", "from"),
                                List.of("file", "arrived"),
                                List.of("file", "arrived", "taken"),
                                List.of("unwanted"),
                                List.of("saved-folder"))
                        .stream()
                        .flatMap(List::stream)
                        .toList(),
                facts);
        assertFalse(journal.contains("secret"), journal);
    }

    @Test
    void onlyAFolderThatWasSavedIsOne() {
        SpoolIndex index = withOneOfEach();
        assertTrue(index.isSavedFolder(SAVED_FOLDER));
        assertTrue(loaded().isSavedFolder(SAVED_FOLDER));
        for (UUID other : List.of(PART, ARRIVED, TAKEN, UNWANTED, FOLDER, new UUID(9, 9))) {
            assertFalse(index.isSavedFolder(other), other::toString);
        }
    }

    @Test
    void aFoldersFilesAreThoseThatHaveArrivedInIt() {
        SpoolIndex index = withOneOfEach();
        index.begun(file(new UUID(3, 1), "still coming", new Message.Place(FOLDER, "")));
        index.begun(file(new UUID(3, 2), "of another", new Message.Place(BEGUN_FOLDER, "")));
        index.arrived(new UUID(3, 2), DIGEST);
        index.begun(file(new UUID(3, 3), "alone"));
        index.arrived(new UUID(3, 3), DIGEST);
        assertEquals(
                List.of(ARRIVED), index.filesOf(FOLDER).stream().map(Item::id).toList());
    }

    @Test
    void aFolderThatIsGoneIsNotThereAfterAStartEither() {
        withOneOfEach().folderGone(FOLDER);
        assertEquals(
                List.of(BEGUN_FOLDER),
                loaded().folders().stream()
                        .map(folder -> folder.header().folderId())
                        .toList());
    }

    @Test
    void ofWhatIsOverTheLastTwoThousandAreRememberedAndAllThatIsNot() {
        SpoolIndex index = index();
        index.begun(file(PART, "part.bin"));
        for (int i = 1; i < 2 * KEPT; i++) {
            index.unwanted(new UUID(7, i));
        }
        assertEquals(past(KEPT - 1), pastOf(index), "after as many notes as twice that");
        index.unwanted(new UUID(7, 2 * KEPT));
        assertEquals(KEPT + 1, pastOf(index).size(), "not at each note");
        SpoolIndex again = loaded();
        assertEquals(past(KEPT), pastOf(again), "at a start");
        assertEquals(Stage.PART, item(again, PART).stage());
    }

    private static List<UUID> past(int from) {
        return Stream.iterate(from + 1, i -> i + 1)
                .limit(KEPT)
                .map(i -> new UUID(7, i))
                .toList();
    }

    private static List<UUID> pastOf(SpoolIndex index) {
        return index.items().stream()
                .map(Item::id)
                .filter(id -> !id.equals(PART))
                .toList();
    }

    @Test
    void aJournalOfALaterVersionIsKeptBesideAndTheRestOfItCounts() throws IOException {
        JournalFile journal = new JournalFile(temp.resolve("journal"));
        journal.add("of-a-later-version", PART.toString());
        journal.add("unwanted", UNWANTED.toString());
        journal.close();
        String before = Files.readString(temp.resolve("journal"));
        assertEquals(Stage.UNWANTED, item(loaded(), UNWANTED).stage());
        assertEquals(before, Files.readString(journal.copy()));
    }

    /** They are asked for with each file of a folder, of which there may be a hundred thousand. */
    @Test
    void whatIsHereIsKnownWithoutLookingAtEverything() {
        SpoolIndex index = withOneOfEach();
        for (SpoolIndex each : List.of(index, loaded())) {
            assertEquals(List.of(PART), each.parts().stream().map(Item::id).toList());
            assertEquals(12, each.arrivedBytes());
        }
        index.arrived(PART, DIGEST);
        assertEquals(List.of(), index.parts());
        assertEquals(24, index.arrivedBytes());
        index.sentBy(PART, MEI);
        index.gone(PART);
        index.unwanted(ARRIVED);
        index.begun(file(new UUID(3, 1), "again"));
        index.gone(new UUID(3, 1));
        assertEquals(List.of(), index.parts());
        assertEquals(0, index.arrivedBytes());
    }

    @Test
    void whatComesAndGoesDoesNotMakeTheJournalGrowForEver() throws IOException {
        SpoolIndex index = withOneOfEach();
        for (int i = 0; i <= SpoolIndex.TIDIED_AFTER / 2; i++) {
            UUID id = new UUID(7, i);
            index.begun(file(id, "a"));
            index.gone(id);
        }
        assertTrue(Files.readAllLines(temp.resolve("journal")).size() < 100);
        assertEquals(item(index, PART), item(loaded(), PART));
    }
}
