package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.SaveResult.NotSaved;
import io.lamplink.common.engine.SaveResult.Problem;
import io.lamplink.common.engine.SaveResult.Saved;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.simulation.ManualTasks;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivedFilesTest {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    private static final Peer PEER = new Peer(new UUID(9, 9), "Bob", ADDRESS, ADDRESS, "lamplink.v1", Instant.EPOCH);
    private static final UUID FIRST = new UUID(9, 1);
    private static final UUID SECOND = new UUID(9, 2);

    @TempDir
    private Path temp;

    private final ManualTasks disk = ManualTasks.inOrder();
    private final List<TransferSnapshot> told = new ArrayList<>();
    private ReceivedFiles files;
    private Path downloads;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectory(temp.resolve("spool"));
        DiskSpool spool = new DiskSpool(temp.resolve("spool"));
        files = new ReceivedFiles(disk, spool, (peer, transfer) -> told.add(transfer));
        downloads = Files.createDirectory(temp.resolve("downloads"));
    }

    private Path arrive(UUID id, String name, String content) throws IOException {
        Path spooled = Files.writeString(temp.resolve("spool").resolve(id + ".part"), content);
        files.add(PEER, complete(id, name, content, spooled));
        return spooled;
    }

    private static TransferSnapshot complete(UUID id, String name, String content, Path spooled) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes);
        return new TransferSnapshot(
                id,
                Direction.IN,
                name,
                bytes.length,
                bytes.length,
                State.COMPLETE,
                Duration.ofSeconds(1),
                Sha256.of(digest),
                true,
                spooled,
                null,
                "");
    }

    private SaveResult outcome(CompletableFuture<SaveResult> asked) {
        disk.runAll();
        assertTrue(asked.isDone());
        return asked.join();
    }

    private SaveResult save(UUID id, Path target) {
        return outcome(files.save(id, target));
    }

    private static void assertNotSaved(Problem problem, SaveResult result) {
        assertEquals(problem, assertInstanceOf(NotSaved.class, result).problem());
    }

    @Test
    void savedIsToldWithItsPlace() throws IOException {
        Path spooled = arrive(FIRST, "a.txt", "content");
        Path target = downloads.resolve("b.txt");
        assertEquals(new Saved(target), save(FIRST, target));
        assertEquals("content", Files.readString(target));
        assertFalse(Files.exists(spooled));
        assertEquals(State.SAVED, told.getLast().state());
        assertEquals(target, told.getLast().file());
        assertEquals("a.txt", told.getLast().name());
    }

    /** T7: a second file, even of the same name, leaves the first where it was. */
    @Test
    void t7_aSecondFileReplacesNothing() throws IOException {
        arrive(FIRST, "a.txt", "first");
        arrive(SECOND, "a.txt", "second");
        assertEquals(new Saved(downloads.resolve("1")), save(FIRST, downloads.resolve("1")));
        assertEquals(new Saved(downloads.resolve("2")), save(SECOND, downloads.resolve("2")));
        assertEquals("first", Files.readString(downloads.resolve("1")));
        assertEquals("second", Files.readString(downloads.resolve("2")));
    }

    /** T4: a file that arrives while a person chooses where to save the first one is not saved in its place. */
    @Test
    void t4_aFileThatArrivesMeanwhileIsNotMixedUp() throws IOException {
        arrive(FIRST, "a.txt", "first");
        CompletableFuture<SaveResult> asked = files.save(FIRST, downloads.resolve("a.txt"));
        arrive(SECOND, "b.txt", "second");
        assertInstanceOf(Saved.class, outcome(asked));
        assertEquals("first", Files.readString(downloads.resolve("a.txt")));
    }

    /** T6: what is not complete cannot be saved. */
    @Test
    void t6_whatIsNotCompleteCannotBeSaved() {
        assertNotSaved(Problem.NOT_COMPLETE, save(FIRST, downloads.resolve("a.txt")));
        assertFalse(Files.exists(downloads.resolve("a.txt")));
    }

    @Test
    void aFileIsSavedOnce() throws IOException {
        arrive(FIRST, "a.txt", "content");
        CompletableFuture<SaveResult> first = files.save(FIRST, downloads.resolve("1"));
        CompletableFuture<SaveResult> second = files.save(FIRST, downloads.resolve("2"));
        assertInstanceOf(Saved.class, outcome(first));
        assertNotSaved(Problem.NOT_COMPLETE, outcome(second));
        assertFalse(Files.exists(downloads.resolve("2")));
        assertEquals(1, told.size());
    }

    /** T5 and T3: after any failure the file is still there to be saved elsewhere, and no half one is. */
    @Test
    void t5_t3_aFailedSaveKeepsTheFile() throws IOException {
        arrive(FIRST, "a.txt", "content");
        Path gone = temp.resolve("gone").resolve("a.txt");
        assertEquals(new NotSaved(Problem.NO_FOLDER, gone), save(FIRST, gone));
        Files.createDirectory(downloads.resolve("a.txt"));
        assertNotSaved(Problem.OTHER, save(FIRST, downloads.resolve("a.txt")));
        assertEquals(List.of(), told);
        assertInstanceOf(Saved.class, save(FIRST, downloads.resolve("b.txt")));
        assertEquals("content", Files.readString(downloads.resolve("b.txt")));
    }

    @Test
    void aFileThatSomebodyRemovedFromTheSpoolIsSaidToBeGone() throws IOException {
        Path spooled = arrive(FIRST, "a.txt", "content");
        Files.delete(spooled);
        Files.writeString(downloads.resolve("a.txt"), "older");
        assertNotSaved(Problem.NOT_COMPLETE, save(FIRST, downloads.resolve("a.txt")));
        assertEquals("older", Files.readString(downloads.resolve("a.txt")));
    }

    @Test
    void aFileThatWasCutShortInTheSpoolIsNotSaidToBeSaved() throws IOException {
        Path spooled = arrive(FIRST, "a.txt", "content");
        Files.writeString(spooled, "cont");
        assertNotSaved(Problem.CHECK_FAILED, outcome(files.saveInto(FIRST, downloads)));
        assertTrue(Files.exists(spooled));
        assertEquals(List.of(), told);
    }

    @Test
    void savingIntoAFolderMakesItAndNeverReplaces() throws IOException {
        arrive(FIRST, "a.txt", "first");
        arrive(SECOND, "a.txt", "second");
        Path folder = downloads.resolve("new").resolve("folder");
        assertEquals(new Saved(folder.resolve("a.txt")), outcome(files.saveInto(FIRST, folder)));
        assertEquals(new Saved(folder.resolve("a (1).txt")), outcome(files.saveInto(SECOND, folder)));
        assertEquals("first", Files.readString(folder.resolve("a.txt")));
        assertEquals("second", Files.readString(folder.resolve("a (1).txt")));
    }

    @Test
    void savingIntoAFolderThatCannotBeMadeKeepsTheFile() throws IOException {
        Path spooled = arrive(FIRST, "a.txt", "first");
        Path inTheWay = Files.createFile(downloads.resolve("file"));
        assertInstanceOf(NotSaved.class, outcome(files.saveInto(FIRST, inTheWay)));
        assertTrue(Files.exists(spooled));
    }

    @Test
    void whatCannotBeComparedIsNotSaidToBeSaved() throws IOException {
        Path spooled = arrive(FIRST, "a.txt", "first");
        files.add(
                PEER,
                new TransferSnapshot(
                        FIRST,
                        Direction.IN,
                        "a.txt",
                        5,
                        5,
                        State.COMPLETE,
                        Duration.ZERO,
                        null,
                        true,
                        spooled,
                        null,
                        ""));
        assertNotSaved(Problem.OTHER, save(FIRST, downloads.resolve("a.txt")));
        assertNotSaved(Problem.OTHER, outcome(files.saveInto(FIRST, downloads)));
        assertTrue(Files.exists(spooled));
    }

    @Test
    void aMistakeWhileSavingIsAnAnswerToo() throws IOException {
        Path spooled = arrive(FIRST, "a\0.txt", "first");
        assertNotSaved(Problem.OTHER, outcome(files.saveInto(FIRST, downloads)));
        assertTrue(Files.exists(spooled));
    }
}
