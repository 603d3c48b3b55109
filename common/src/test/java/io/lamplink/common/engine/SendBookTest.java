package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.SendBook.FileSend;
import io.lamplink.common.engine.SendBook.FolderSend;
import io.lamplink.common.engine.SendBook.Send;
import io.lamplink.common.simulation.ManualTasks;
import io.lamplink.common.transfer.FolderOffer;
import io.lamplink.common.transfer.JournalFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendBookTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123Z");
    private static final UUID PEER = new UUID(12, 1);
    private static final UUID OTHER = new UUID(12, 2);
    private static final UUID FILE = new UUID(12, 11);
    private static final UUID FOLDER = new UUID(12, 12);

    @TempDir
    private Path temp;

    private final ManualTasks disk = ManualTasks.inOrder();

    private Path journal() {
        return temp.resolve("state").resolve("sending");
    }

    private SendBook book() {
        SendBook book = new SendBook(new JournalFile(journal()), disk);
        book.load(NOW);
        return book;
    }

    private static FileSend file(UUID id, UUID peer, Instant since) {
        return new FileSend(
                id, peer, since, Path.of("/tmp/with\ttab\nand %20"), 1234, NOW.minusSeconds(5), new UUID(9, 9));
    }

    private static FolderSend folder() {
        Map<UUID, FolderOffer.Entry> left = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            UUID id = new UUID(12, 100 + i);
            left.put(id, new FolderOffer.Entry(id, "d/" + i, Path.of("/tmp/f/d", "" + i, "x"), 10, NOW));
        }
        return new FolderSend(
                FOLDER,
                PEER,
                NOW,
                Path.of("/tmp/f"),
                3,
                30,
                left,
                new ArrayList<>(List.of("empty", "测试/空")),
                new UUID(9, 9));
    }

    private void begin(SendBook book, Send send) {
        List<UUID> offered = new ArrayList<>();
        book.begin(send, () -> offered.add(send.id()));
        assertEquals(List.of(), offered, "It must be remembered before it is offered.");
        disk.runAll();
        assertEquals(List.of(send.id()), offered);
    }

    @Test
    void aFileThatHasNotEndedIsOfferedByTheNextRun() {
        SendBook killed = book();
        FileSend file = file(FILE, PEER, NOW);
        begin(killed, file);
        begin(killed, file(new UUID(12, 20), OTHER, NOW));
        SendBook next = book();
        assertEquals(List.of(file), next.to(PEER));
        assertEquals(Optional.of(file), next.send(FILE));
        assertEquals(List.of(), next.to(new UUID(0, 0)));
    }

    @Test
    void aFolderIsOfferedAgainWithTheFilesThatAreMissing() {
        SendBook killed = book();
        begin(killed, folder());
        killed.partEnded(new UUID(12, 101));
        disk.runAll();
        FolderOffer offer = ((FolderSend) book().to(PEER).getFirst()).offer();
        assertEquals(List.of(new UUID(12, 100), new UUID(12, 102)), ids(offer));
        assertEquals(1, offer.filesBefore());
        assertEquals(10, offer.sizeBefore());
        assertEquals(30, offer.size());
        assertEquals(List.of("empty", "测试/空"), offer.emptyFolders());
        assertEquals(folder().left().get(new UUID(12, 100)), offer.files().getFirst());
    }

    private static List<UUID> ids(FolderOffer offer) {
        return offer.files().stream().map(FolderOffer.Entry::id).toList();
    }

    @Test
    void whatHasEndedIsForgotten() {
        SendBook book = book();
        begin(book, file(FILE, PEER, NOW));
        begin(book, folder());
        book.ended(FILE);
        book.ended(FOLDER);
        book.ended(new UUID(0, 0));
        book.partEnded(new UUID(12, 100));
        disk.runAll();
        assertEquals(List.of(), book.to(PEER));
        assertEquals(List.of(), book().to(PEER));
        book().tidy();
        assertFalse(Files.exists(journal()), "Nothing is under way.");
    }

    @Test
    void anOfferWaitsForItsPeerForADay() {
        SendBook killed = book();
        begin(killed, file(FILE, PEER, NOW.minus(Duration.ofHours(23))));
        begin(killed, file(OTHER, PEER, NOW.minus(Duration.ofHours(25))));
        assertEquals(List.of(FILE), book().to(PEER).stream().map(Send::id).toList());
    }

    /** A link may end before the peer has heard of it; the next run need not repeat it. */
    @Test
    void whatAPersonGaveUpIsToldToThePeerAsOftenAsItComesBackInOneRun() {
        SendBook book = book();
        FileSend file = file(FILE, PEER, NOW);
        begin(book, file);
        book.disown(file);
        disk.runAll();
        SendBook next = book();
        assertEquals(List.of(), next.to(PEER));
        assertEquals(List.of(), next.disownedBy(OTHER));
        assertEquals(List.of(FILE), next.disownedBy(PEER));
        assertEquals(List.of(FILE), next.disownedBy(PEER));
        disk.runAll();
        assertEquals(List.of(), book().disownedBy(PEER));
    }

    /** Peers that never come back must not fill memory and disk. */
    @Test
    void ofWhatPeersHaveToBeToldTheOldestIsForgotten() {
        SendBook book = book();
        for (int i = 0; i <= SendBook.MOST_DISOWNED; i++) {
            book.disown(file(new UUID(7, i), PEER, NOW));
        }
        disk.runAll();
        List<UUID> left = book().disownedBy(PEER);
        assertEquals(SendBook.MOST_DISOWNED, left.size());
        assertEquals(new UUID(7, 1), left.getFirst());
    }

    @Test
    void whatBeginsAndEndsDoesNotMakeTheJournalGrowForEver() throws IOException {
        SendBook book = book();
        begin(book, folder());
        for (int i = 0; i <= SendBook.TIDIED_AFTER / 2; i++) {
            begin(book, file(new UUID(7, i), PEER, NOW));
            book.ended(new UUID(7, i));
        }
        disk.runAll();
        assertTrue(Files.readAllLines(journal()).size() < 100);
        assertEquals(List.of(folder()), book().to(PEER));
    }

    /** A kill can come at any byte: what is read then is what one of the moments before it was. */
    @Test
    void aKillAtAnyByteLosesNothingButTheLastLine() throws IOException {
        SendBook book = book();
        begin(book, file(FILE, PEER, NOW));
        begin(book, folder());
        book.partEnded(new UUID(12, 100));
        book.ended(FILE);
        disk.runAll();
        byte[] whole = Files.readAllBytes(journal());
        int afterFirst = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            List<UUID> waiting = book().to(PEER).stream().map(Send::id).toList();
            assertEquals(length >= afterFirst && length < whole.length, waiting.contains(FILE), "at byte " + length);
            assertTrue(length > afterFirst || !waiting.contains(FOLDER), "at byte " + length);
        }
    }

    /** What comes after a line that was cut short must not be glued to it. */
    @Test
    void theNextRunWritesBehindWhatAKillLeft() throws IOException {
        begin(book(), file(FILE, PEER, NOW));
        Files.writeString(journal(), Files.readString(journal()) + "file\t1234");
        begin(book(), file(OTHER, PEER, NOW));
        assertEquals(
                List.of(FILE, OTHER), book().to(PEER).stream().map(Send::id).toList());
    }

    @Test
    void linesOfAnotherVersionAreLeftOut() throws IOException {
        begin(book(), file(FILE, PEER, NOW));
        String good = Files.readString(journal());
        Files.writeString(
                journal(),
                "\nhologram\t" + OTHER + "\nfile\tno-id\nfile\t" + OTHER + "\nfile\nended\n%zz\n\u0000\n" + good);
        assertEquals(List.of(FILE), book().to(PEER).stream().map(Send::id).toList());
    }

    @Test
    void aJournalThatCannotBeWrittenStopsNoOffer() throws IOException {
        Files.writeString(temp.resolve("state"), "in the way");
        begin(new SendBook(new JournalFile(journal()), disk), file(FILE, PEER, NOW));
    }
}
