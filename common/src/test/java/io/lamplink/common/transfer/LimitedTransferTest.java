package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.simulation.Agenda;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files under a limit of what is sent, from the chunk that waits to the receiver that waits for it. */
class LimitedTransferTest extends OutgoingTransferFixture {
    private static final int LARGE = 160_000;
    private static final DialectTraits LAMPLINK =
            new DialectTraits("lamplink", true, true, true, true, 4, 4 * 1024, 512 * 1024, 0);
    private static final DialectTraits QT = new DialectTraits("qt", false, false, false, false, 1, -1, 256 * 1024, 0);

    private final Agenda agenda = new Agenda(new Random(1));
    private final SendLimit shared = new SendLimit(agenda.clock(), agenda::after);

    private PlayedPair pair(DialectTraits wire) {
        return new PlayedPair(wire, agenda, new MemorySpool(), shared);
    }

    private static void send(PlayedPair pair, int number, int size) {
        pair.sender.does(transfers -> transfers.offer(id(number), MemorySource.random("f", size, number)));
    }

    private static UUID id(int number) {
        return new UUID(8, number);
    }

    private double seconds() {
        return agenda.clock().elapsed() / 1e9;
    }

    private void takesTenSeconds() {
        agenda.run();
        assertTrue(seconds() > 9.5 && seconds() < 10.3, seconds() + " s");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileTakesAsLongAsItsLimitSaysOnEitherWire(boolean rich) {
        shared.set(LARGE / 10);
        PlayedPair pair = pair(rich ? LAMPLINK : QT);
        send(pair, 1, LARGE);
        takesTenSeconds();
        assertEquals(State.COMPLETE, pair.receiver.state(id(1)));
        double active = pair.sender.last(id(1)).active().toMillis() / 1e3;
        assertTrue(active > 9.5, active + " s count for its speed");
    }

    @Test
    void severalFilesForSeveralReceiversHaveOneLimit() {
        shared.set(LARGE / 10);
        List<PlayedPair> pairs = List.of(pair(LAMPLINK), pair(LAMPLINK), pair(QT));
        pairs.forEach(pair -> send(pair, 1, LARGE / 5));
        send(pairs.getFirst(), 2, LARGE / 5);
        for (int i = 10; i < 30; i++) {
            send(pairs.get(1), i, LARGE / 100);
        }
        takesTenSeconds();
        pairs.forEach(pair -> assertEquals(0, pair.receiver.transfers.underWay()));
        assertEquals(21, pairs.get(1).sender.transfers.filesOut());
    }

    @Test
    void aLimitThatIsLiftedOrLoweredCountsForWhatIsUnderWay() {
        shared.set(SendLimit.LEAST);
        PlayedPair pair = pair(LAMPLINK);
        send(pair, 1, LARGE);
        agenda.after(Duration.ofSeconds(2), () -> shared.set(SendLimit.OFF));
        agenda.run();
        assertTrue(seconds() < 2.5, seconds() + " s");
        send(pair, 2, LARGE);
        agenda.after(Duration.ofMillis(15), () -> shared.set(LARGE / 10));
        agenda.run();
        assertTrue(seconds() > 11, seconds() + " s");
        assertEquals(2, pair.sender.transfers.filesOut());
    }

    /** Each waits for a chunk much longer than a receiver is patient, unless chunks become smaller. */
    @Test
    void noneOfHundredsOfReceiversTakesTheSenderForDead() {
        shared.set(SendLimit.LEAST);
        List<PlayedPair> pairs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            PlayedPair pair = pair(LAMPLINK);
            send(pair, 1, 10_000);
            pairs.add(pair);
        }
        agenda.every(
                Duration.ofSeconds(1),
                Duration.ofSeconds(150),
                () -> pairs.forEach(pair -> {
                    pair.sender.does(Transfers::tick);
                    pair.receiver.does(Transfers::tick);
                }));
        agenda.run();
        pairs.forEach(pair -> assertEquals(State.COMPLETE, pair.receiver.state(id(1))));
    }

    @Test
    void aFileOfAPausedFolderHoldsUpNobody(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("large.bin"), new byte[LARGE]);
        FolderOffer.Entry entry = new FolderOffer.Entry(
                id(5), "", file, LARGE, Files.getLastModifiedTime(file).toInstant());
        shared.set(SendLimit.LEAST);
        PlayedPair pair = pair(LAMPLINK);
        pair.sender.does(
                transfers -> transfers.offer(new FolderOffer(id(4), folder, List.of(entry), List.of(), 1, LARGE, 0)));
        send(pair, 1, LARGE / 10);
        agenda.after(Duration.ofSeconds(1), () -> pair.sender.does(transfers -> transfers.pause(id(4))));
        agenda.run();
        assertEquals(State.PAUSED, pair.sender.state(id(4)));
        assertEquals(State.COMPLETE, pair.receiver.state(id(1)));
    }

    /** From here on the test is the receiver. */
    private MemorySource limited() {
        wire(LAMPLINK);
        link.limit().set(SendLimit.LEAST);
        MemorySource source = offered(LARGE);
        hear(new Message.FileAck(ID, 0));
        assertEquals(1, link.takeSent().size(), "what may leave at once");
        hear(new Message.FileChunkAck(ID, 4 * 1024));
        assertEquals(1, link.limit().waiting());
        return source;
    }

    @Test
    void whoWaitsForItsTurnIsNotTakenForDeadAndItsTimeCounts() {
        limited();
        for (int second = 0; second < 120; second++) {
            link.clock().advance(Duration.ofSeconds(1));
            transfers.tick();
        }
        link.run();
        assertEquals(State.ACTIVE, last().state());
        hear(new Message.FilePause(ID, FailureReason.PAUSED, ""));
        assertEquals(Duration.ofMinutes(2), last().active());
    }

    @Test
    void aReceiverThatDoesNotAnswerIsDeadWithALimitToo() {
        wire(LAMPLINK);
        link.limit().set(SendLimit.LEAST);
        MemorySource source = offered(LARGE);
        hear(new Message.FileAck(ID, 0));
        for (int second = 0; second < 32; second++) {
            link.clock().advance(Duration.ofSeconds(1));
            transfers.tick();
            link.run();
        }
        assertFailed(source, FailureReason.STALLED);
        assertEquals(0, link.limit().waiting());
    }

    /** What ends the wait for a turn. */
    enum Ending {
        CANCELLED,
        CANCELLED_THERE,
        PAUSED,
        PAUSED_THERE,
        LINK_LOST,
        SUSPENDED
    }

    private void end(Ending ending) {
        switch (ending) {
            case CANCELLED -> transfers.cancel(ID, FailureReason.CANCELLED);
            case CANCELLED_THERE -> transfers.on(new Message.FileCancel(ID, FailureReason.CANCELLED, ""));
            case PAUSED -> transfers.pause(ID);
            case PAUSED_THERE -> transfers.on(new Message.FilePause(ID, FailureReason.PAUSED, ""));
            case LINK_LOST -> transfers.linkLost(false);
            case SUSPENDED -> transfers.linkLost(true);
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void whoStopsWaitingLeavesTheLineToOthers(Ending ending) {
        limited();
        List<String> woken = new ArrayList<>();
        SendLimit.Turn other = link.limit().share(() -> woken.add("other")).turn();
        link.clock().advance(Duration.ofSeconds(1));
        assertTrue(other.comes());
        other.pay(8 * 1024);
        assertFalse(other.comes(), "It has had more than the file that waits.");
        link.clock().advance(Duration.ofSeconds(1));
        end(ending);
        link.run();
        assertEquals(1, link.limit().waiting());
        assertEquals(List.of("other"), woken);
        assertTrue(other.comes());
    }

    @Test
    void ofManySmallFilesFewAreUnderWayAtOnce() {
        wire(LAMPLINK);
        link.limit().set(SendLimit.LEAST);
        for (int i = 0; i < 20; i++) {
            transfers.offer(id(i), MemorySource.random("f", 100, i));
        }
        link.run();
        assertEquals(
                8,
                link.takeSent().stream()
                        .filter(Message.FileHeader.class::isInstance)
                        .count());
    }

    @Test
    void aFileThatIsCancelledBeforeItsChunkWasReadHasPaidForNothing() {
        wire(LAMPLINK);
        link.limit().set(SendLimit.LEAST);
        offered(LARGE);
        transfers.on(new Message.FileAck(ID, 0));
        SendLimit.Turn other = link.limit().share(() -> {}).turn();
        transfers.cancel(ID, FailureReason.CANCELLED);
        link.run();
        assertTrue(other.comes());
    }

    @Test
    void aChunkThatCouldNotBeReadIsNotPaidForTwice() {
        wire(LAMPLINK);
        link.limit().set(SendLimit.LEAST);
        MemorySource source = MemorySource.random("a.bin", LARGE, 1);
        source.breakAt(0);
        offer(source);
        hear(new Message.FileAck(ID, 0));
        assertEquals(0, link.limit().waiting());
        assertTrue(link.limit().share(() -> {}).turn().comes());
    }
}
