package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.SaveResult.NotSaved;
import io.lamplink.common.engine.SaveResult.Problem;
import io.lamplink.common.engine.SaveResult.Saved;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.simulation.ManualTasks;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.Spool;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Received folders that wait to be saved, in this run and the next. */
class ReceivedFoldersTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private static final Peer PEER = new Peer(new UUID(13, 9), "Bob", ADDRESS, ADDRESS, "lamplink.v1", Instant.EPOCH);
    private static final UUID FOLDER = new UUID(13, 1);
    private static final UUID FIRST = new UUID(13, 2);
    private static final UUID SECOND = new UUID(13, 3);

    @TempDir
    private Path temp;

    private final ManualTasks disk = ManualTasks.inOrder();
    private final List<TransferSnapshot> told = new ArrayList<>();
    private final List<Peer> senders = new ArrayList<>();
    private DiskSpool spool;
    private ReceivedFiles files;
    private Path downloads;

    @BeforeEach
    void start() throws IOException {
        spool = new DiskSpool(temp.resolve("spool"), where -> Long.MAX_VALUE);
        spool.recover(Instant.now());
        files = new ReceivedFiles(disk, spool, (peer, transfer) -> {
            senders.add(peer);
            told.add(transfer);
        });
        downloads = Files.createDirectories(temp.resolve("downloads"));
    }

    /** The program ends and is started again. */
    private void restart() throws IOException {
        spool.close();
        told.clear();
        senders.clear();
        start();
        files.restore();
        disk.runAll();
    }

    private Path arrive(UUID id, Message.Place place, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes);
        Spool.Entry entry = spool.open(new Message.FileHeader(id, name, bytes.length, Instant.EPOCH, 1000, place));
        entry.write(ByteBuffer.wrap(bytes), 0);
        entry.finish(Sha256.of(digest));
        return entry.path();
    }

    private void folderArrives() throws IOException {
        spool.folders().begin(new Message.FolderHeader(FOLDER, "photos", 3, 11));
        spool.folders().paths(FOLDER, List.of("empty"));
        arrive(FIRST, new Message.Place(FOLDER, ""), "a.txt", "first");
        arrive(SECOND, new Message.Place(FOLDER, "sub"), "b.txt", "second");
        spool.folders().whole(FOLDER);
        files.add(PEER, snapshot());
        disk.runAll();
    }

    /** Only the first file gets where it is to be saved. */
    private void savingIsBrokenOff() throws IOException {
        folderArrives();
        Path second =
                spool.folders().arrived(FOLDER).orElseThrow().contents().get(1).file();
        Path aside = Files.move(second, temp.resolve("aside"));
        assertInstanceOf(NotSaved.class, outcome(files.saveInto(FOLDER, downloads)));
        Files.move(aside, second);
    }

    private static TransferSnapshot snapshot() {
        return new TransferSnapshot(
                FOLDER,
                Direction.IN,
                "photos",
                11,
                11,
                State.COMPLETE,
                Duration.ZERO,
                null,
                true,
                null,
                null,
                "",
                null,
                new FolderContents(3, 2, 1));
    }

    private SaveResult outcome(CompletableFuture<SaveResult> asked) {
        disk.runAll();
        return asked.join();
    }

    private void assertSavedIn(Path folder) throws IOException {
        assertEquals("first", Files.readString(folder.resolve("a.txt")));
        assertEquals("second", Files.readString(folder.resolve("sub").resolve("b.txt")));
        assertTrue(Files.isDirectory(folder.resolve("empty")));
        assertEquals(State.SAVED, told.getLast().state());
        assertEquals(folder, told.getLast().file());
        assertEquals(List.of(), spool.folders().arrived());
    }

    @Test
    void aSavedFolderIsKnownWhenItIsOfferedAgainAlsoByTheNextRun() throws IOException {
        folderArrives();
        outcome(files.saveInto(FOLDER, downloads));
        assertTrue(spool.folders().isSaved(FOLDER));
        restart();
        assertTrue(spool.folders().isSaved(FOLDER));
        restart();
        assertTrue(spool.folders().isSaved(FOLDER));
        assertEquals(List.of(), told);
    }

    @Test
    void aFolderIsSavedWithAllThatIsInIt() throws IOException {
        folderArrives();
        assertEquals(new Saved(downloads.resolve("photos")), outcome(files.saveInto(FOLDER, downloads)));
        assertSavedIn(downloads.resolve("photos"));
        assertEquals(
                Problem.NOT_COMPLETE,
                assertInstanceOf(NotSaved.class, outcome(files.saveInto(FOLDER, downloads)))
                        .problem());
    }

    @Test
    void aFolderIsNeverSavedIntoOneThatIsThere() throws IOException {
        folderArrives();
        Files.createDirectory(downloads.resolve("photos"));
        Path fresh = downloads.resolve("photos (1)");
        assertEquals(new Saved(fresh), outcome(files.saveInto(FOLDER, downloads)));
        assertSavedIn(fresh);
    }

    @Test
    void aFolderIsSavedWhereAPersonSays() throws IOException {
        folderArrives();
        Path target = downloads.resolve("mine");
        assertEquals(new Saved(target), outcome(files.save(FOLDER, target)));
        assertSavedIn(target);
    }

    @Test
    void theNextRunTellsOfAFolderAndSavesIt() throws IOException {
        folderArrives();
        restart();
        assertEquals(new FolderContents(3, 2, 1), told.getFirst().contents());
        assertEquals(State.COMPLETE, told.getFirst().state());
        assertEquals("photos", told.getFirst().name());
        assertEquals("Bob", senders.getFirst().name());
        assertEquals(1, told.size(), "Its files are not told one by one.");
        outcome(files.saveInto(FOLDER, downloads));
        assertSavedIn(downloads.resolve("photos"));
        restart();
        assertEquals(List.of(), told);
    }

    @Test
    void theNextRunTellsOfAFileAndWhoSentIt() throws IOException {
        Path spooled = arrive(FIRST, null, "a.txt", "first");
        TransferSnapshot arrived = snapshot();
        files.add(
                PEER,
                new TransferSnapshot(
                        FIRST,
                        Direction.IN,
                        "a.txt",
                        5,
                        5,
                        State.COMPLETE,
                        arrived.active(),
                        null,
                        true,
                        spooled,
                        null,
                        ""));
        disk.runAll();
        restart();
        assertEquals(FIRST, told.getFirst().id());
        assertEquals("Bob", senders.getFirst().name());
        Path target = downloads.resolve("a.txt");
        assertEquals(new Saved(target), outcome(files.save(FIRST, target)));
        assertEquals("first", Files.readString(target));
    }

    @Test
    void savingThatFailedHalfwayGoesOnInTheSameFolder() throws IOException {
        savingIsBrokenOff();
        assertEquals(List.of(), told);
        assertEquals("first", Files.readString(downloads.resolve("photos/a.txt")));
        assertEquals(new Saved(downloads.resolve("photos")), outcome(files.saveInto(FOLDER, downloads)));
        assertSavedIn(downloads.resolve("photos"));
    }

    @Test
    void savingThatWasBrokenOffGoesOnInTheSameFolderInTheNextRunAndMissesNothing() throws IOException {
        savingIsBrokenOff();
        Path photos = downloads.resolve("photos");
        Files.createFile(Files.createDirectory(photos.resolve("sub"))
                .resolve("b.txt")); // Kept the name when the program was killed.
        Files.createFile(photos.resolve(".lamplink-" + SECOND + ".part"));
        restart();
        restart();
        assertEquals(new FolderContents(3, 2, 1), told.getFirst().contents());
        assertEquals(new Saved(photos), outcome(files.saveInto(FOLDER, downloads)));
        assertSavedIn(photos);
        try (Stream<Path> all = Files.list(photos)) {
            assertEquals(3, all.count());
        }
    }

    @Test
    void savingThatWasBrokenOffBeginsAnewWhereThatFolderHasGone() throws IOException {
        savingIsBrokenOff();
        Files.move(downloads.resolve("photos"), downloads.resolve("elsewhere"));
        restart();
        assertEquals(new Saved(downloads.resolve("photos")), outcome(files.saveInto(FOLDER, downloads)));
        assertEquals("second", Files.readString(downloads.resolve("photos/sub/b.txt")));
    }

    @Test
    void aFileThatWasCutShortInTheSpoolIsNotSavedAndTheOthersAre() throws IOException {
        folderArrives();
        Path first = spool.folders()
                .arrived(FOLDER)
                .orElseThrow()
                .contents()
                .getFirst()
                .file();
        Files.writeString(first, "fir");
        NotSaved not = assertInstanceOf(NotSaved.class, outcome(files.saveInto(FOLDER, downloads)));
        assertEquals(Problem.CHECK_FAILED, not.problem());
        assertTrue(Files.exists(first));
        assertEquals("second", Files.readString(downloads.resolve("photos/sub/b.txt")));
    }

    @Test
    void whatHadArrivedWhenTheProgramWasKilledIsNotTold() throws IOException {
        spool.folders().begin(new Message.FolderHeader(FOLDER, "photos", 3, 11));
        arrive(FIRST, new Message.Place(FOLDER, ""), "a.txt", "first");
        restart();
        assertEquals(List.of(), told, "The rest of it is still to come.");
        assertEquals(
                1,
                spool.folders()
                        .begin(new Message.FolderHeader(FOLDER, "photos", 3, 11))
                        .size());
    }
}
