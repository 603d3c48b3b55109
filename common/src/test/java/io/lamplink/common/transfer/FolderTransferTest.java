package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.protocol.Message.FileRefused;
import io.lamplink.common.protocol.Message.FileVerified;
import io.lamplink.common.protocol.Message.FolderHeader;
import io.lamplink.common.protocol.Message.FolderVerified;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders on their way, seen from both ends; their files are real ones on the sending side. */
class FolderTransferTest extends FolderFixture {
    private void assertComplete(PlayedPair over, FolderContents expected) {
        for (PlayedPair.End end : List.of(over.sender, over.receiver)) {
            assertEquals(State.COMPLETE, end.state(ID));
            assertEquals(expected, end.last(ID).contents());
            assertEquals(0, end.transfers.underWay());
        }
        assertEquals(Set.of(ID), spool().wholeFolders());
    }

    private void assertArrived(UUID file) {
        assertTrue(spool().finished(file));
        assertArrayEquals(contents.get(file), spool().bytes(file));
    }

    @Test
    void everyFileArrivesWithItsPlaceAndEveryEmptyFolderToo() throws IOException {
        file("", "top.txt", 5);
        file("2026", "a.jpg", LARGE);
        file("2026/11/22", "b.jpg", 33);
        file("2026", "empty.txt", 0);
        emptyFolders.addAll(List.of("nothing", "2026/nothing/at all"));
        offer(pair);
        pair.run();
        contents.keySet().forEach(this::assertArrived);
        assertEquals(emptyFolders, spool().paths(ID));
        assertComplete(pair, new FolderContents(4, 4, 0));
        assertEquals(
                List.of("", "2026", "2026/11/22", "2026"),
                pair.sender.sent(FileHeader.class).stream()
                        .map(header -> header.place().path())
                        .toList());
        assertTrue(pair.receiver.last(ID).verified());
        assertEquals(size, pair.receiver.last(ID).transferred());
    }

    /** The path would break the limit of a message, and so the whole folder. */
    @Test
    void anEmptyFolderThatLiesTooDeepIsLeftOut() throws IOException {
        file("", "top.txt", 5);
        String longest = "d".repeat(ProtocolLimits.MAX_FILE_NAME_CHARS);
        emptyFolders.addAll(List.of(longest + "d", longest, "near"));
        offer(pair);
        pair.run();
        assertEquals(List.of(longest, "near"), spool().paths(ID));
        assertComplete(pair, new FolderContents(1, 1, 0));
    }

    @Test
    void nothingButTheFolderIsTold() throws IOException {
        UUID part = file("a", "b", 5);
        offer(pair);
        pair.run();
        for (PlayedPair.End end : List.of(pair.sender, pair.receiver)) {
            assertTrue(end.told.stream().allMatch(snapshot -> snapshot.id().equals(ID)));
            assertTrue(end.parts.stream().allMatch(snapshot -> snapshot.id().equals(part)));
            assertEquals(State.COMPLETE, end.parts.getLast().state());
        }
    }

    @Test
    void aFolderWithNothingInItArrivesToo() throws IOException {
        Files.createDirectory(root());
        offer(pair);
        pair.run();
        assertComplete(pair, new FolderContents(0, 0, 0));
    }

    @Test
    void aThousandSmallFilesInAFolderTakeFewRoundTrips() throws IOException {
        for (int i = 0; i < 1000; i++) {
            file("d" + i % 7, "f" + i, i % 40);
        }
        offer(pair);
        pair.run();
        assertComplete(pair, new FolderContents(1000, 1000, 0));
        long roundTrips = pair.agenda.clock().elapsed() / (2 * PlayedPair.ONE_WAY.toNanos());
        assertTrue(roundTrips <= 65, roundTrips + " round trips");
    }

    @Test
    void aFileThatIsGoneOrChangedIsMissingAndTheOthersArrive() throws IOException {
        UUID here = file("", "here", LARGE);
        UUID gone = file("", "gone", 20);
        UUID changed = file("", "changed", 20);
        Files.delete(root().resolve("gone"));
        Files.writeString(root().resolve("changed"), "something else");
        offer(pair);
        pair.run();
        assertArrived(here);
        assertEquals(Set.of(here), spool().files());
        assertComplete(pair, new FolderContents(3, 1, 2));
        assertEquals(FailureReason.SOURCE_UNREADABLE, failureOf(gone));
        assertEquals(FailureReason.SOURCE_CHANGED, failureOf(changed));
    }

    private FailureReason failureOf(UUID part) {
        return pair.receiver.parts.stream()
                .filter(snapshot -> snapshot.id().equals(part))
                .toList()
                .getLast()
                .failure();
    }

    @Test
    void aFolderThatIsGoneAsAWholeIsWaitedFor() throws IOException {
        UUID file = file("", "a", 20);
        Files.move(root(), temp.resolve("elsewhere"));
        offer(pair);
        pair.tickFor(Duration.ofMinutes(5));
        assertEquals(State.PAUSED, pair.sender.state(ID));
        assertEquals(
                FailureReason.SOURCE_UNREADABLE, pair.receiver.last(ID).pause().reason());
        Files.move(temp.resolve("elsewhere"), root());
        pair.tickFor(Duration.ofSeconds(2));
        assertArrived(file);
        assertComplete(pair, new FolderContents(1, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eitherSideCanCancelAndNothingStays(boolean bySender) throws IOException {
        file("", "small", 5);
        file("", "large", LARGE);
        offer(pair);
        PlayedPair.End end = bySender ? pair.sender : pair.receiver;
        pair.after(100, () -> end.does(transfers -> transfers.cancel(ID, FailureReason.CANCELLED)))
                .run();
        for (PlayedPair.End each : List.of(pair.sender, pair.receiver)) {
            assertEquals(State.FAILED, each.state(ID));
            assertEquals(FailureReason.CANCELLED, each.last(ID).failure());
            assertEquals(0, each.transfers.underWay());
        }
        assertEquals(Set.of(), spool().files());
        assertEquals(Set.of(), spool().wholeFolders());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eitherSideCanPauseAndNothingStallsMeanwhile(boolean bySender) throws IOException {
        file("", "large", LARGE);
        for (int i = 0; i < 100; i++) {
            file("", "f" + i, 5);
        }
        offer(pair);
        PlayedPair.End end = bySender ? pair.sender : pair.receiver;
        pair.after(30, () -> end.does(transfers -> transfers.pause(ID))).run();
        long sent = pair.sender.bytesSent();
        assertTrue(sent < size);
        pair.tickFor(Duration.ofMinutes(5));
        assertEquals(sent, pair.sender.bytesSent());
        assertEquals(State.PAUSED, pair.sender.state(ID));
        assertEquals(State.PAUSED, pair.receiver.state(ID));
        end.does(transfers -> transfers.resume(ID));
        pair.run();
        assertComplete(pair, new FolderContents(101, 101, 0));
    }

    @Test
    void anInterruptedFolderGoesOnWithWhatIsMissing() throws IOException {
        for (int i = 0; i < 200; i++) {
            file("", "f" + i, 39);
        }
        file("", "large", LARGE);
        offer(pair);
        pair.after(160, pair::cut).run();
        assertTrue(pair.sender.last(ID).waitsForPeer());
        assertTrue(pair.receiver.last(ID).waitsForPeer());
        Set<UUID> delivered = delivered();
        assertTrue(!delivered.isEmpty() && delivered.size() < 200, delivered.size() + " came before the cut.");
        PlayedPair second = pair.again();
        offer(second, entries.stream().filter(e -> !delivered.contains(e.id())).toList());
        second.run();
        contents.keySet().forEach(this::assertArrived);
        assertComplete(second, new FolderContents(201, 201, 0));
        assertEquals(
                201 - delivered.size(), second.sender.sent(FileHeader.class).size());
        assertTrue(second.sender.bytesSent() < size);
    }

    private Set<UUID> delivered() {
        return pair.sender.parts.stream()
                .filter(part -> part.state() == State.COMPLETE)
                .map(TransferSnapshot::id)
                .collect(Collectors.toSet());
    }

    /** Its files end with the link too, some of them later than the folder; that must not end it for good. */
    @Test
    void anInterruptedFolderIsNeverToldToHaveFailed() throws IOException {
        for (int i = 0; i < 100; i++) {
            file("", "f" + i, 39);
        }
        offer(pair);
        pair.sender.slowsDownBy(Duration.ofMillis(100));
        pair.receiver.slowsDownBy(Duration.ofMillis(100));
        pair.after(35, pair::cut).run();
        for (PlayedPair.End end : List.of(pair.sender, pair.receiver)) {
            assertTrue(end.told.stream().noneMatch(told -> told.state() == State.FAILED));
            assertTrue(end.last(ID).waitsForPeer());
        }
    }

    @Test
    void aFileThatArrivedWithoutItsSenderKnowingIsCountedOnce() throws IOException {
        UUID file = file("", "a", 5);
        pair.receiver.loses(FileVerified.class::isInstance);
        offer(pair);
        pair.after(1000, pair::cut).run();
        PlayedPair second = pair.again();
        offer(second);
        second.run();
        assertArrived(file);
        assertComplete(second, new FolderContents(1, 1, 0));
    }

    @Test
    void aFolderThatWasSavedBeforeItsSenderKnewIsNotReceivedAgain() throws IOException {
        file("", "a", LARGE);
        pair.receiver.loses(FolderVerified.class::isInstance);
        offer(pair);
        pair.after(1000, pair::cut).run();
        spool().save(ID);
        PlayedPair second = pair.again();
        offer(second);
        second.run();
        assertEquals(State.COMPLETE, second.sender.state(ID));
        assertEquals(List.of(), second.receiver.told, "nobody hears of it a second time");
        assertEquals(0, second.receiver.transfers.underWay());
        assertTrue(second.sender.bytesSent() <= LARGE);
    }

    @Test
    void aFolderThatNobodyComesBackForLeavesNothing() throws IOException {
        file("", "a", LARGE);
        offer(pair);
        pair.after(100, () -> {
                    pair.sender.does(transfers -> transfers.linkLost(false));
                    pair.receiver.does(transfers -> transfers.linkLost(false));
                })
                .run();
        assertEquals(FailureReason.LINK_LOST, pair.sender.last(ID).failure());
        assertEquals(FailureReason.LINK_LOST, pair.receiver.last(ID).failure());
        assertEquals(Set.of(), spool().files());
    }

    @Test
    void aFileOfAFolderThatWasNotOfferedIsRefused() {
        pair.sender.send(new FileHeader(ID, "a", 5, null, CHUNK, new Message.Place(new UUID(9, 9), "")));
        pair.run();
        assertEquals(
                FailureReason.BAD_MESSAGE,
                pair.receiver.sent(FileRefused.class).getFirst().reason());
    }

    @Test
    void moreFoldersThanTheLimitAreRefused() {
        for (int i = 0; i <= Receiving.MAX_FOLDERS; i++) {
            pair.sender.send(new FolderHeader(new UUID(9, i), "f", 1, 1));
        }
        pair.run();
        assertEquals(Receiving.MAX_FOLDERS, pair.receiver.sent(FileAck.class).size());
        assertEquals(
                FailureReason.BUSY,
                pair.receiver.sent(FileRefused.class).getFirst().reason());
    }

    @Test
    void aFullDiskOfTheReceiverIsToldForTheFolder() throws IOException {
        file("", "a", LARGE);
        spool().fail(MemorySpool.Failure.FULL, 1000);
        offer(pair);
        pair.run();
        assertEquals(FailureReason.DISK_FULL, pair.sender.last(ID).pause().reason());
        assertEquals(FailureReason.DISK_FULL, pair.receiver.last(ID).pause().reason());
        spool().mend();
        pair.tickFor(Duration.ofSeconds(2));
        assertComplete(pair, new FolderContents(1, 1, 0));
    }
}
