package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message.FileChunkAck;
import io.lamplink.common.protocol.Message.FilePause;
import io.lamplink.common.protocol.Message.FileResume;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.Pause;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers that are held up and go on, seen from both ends. */
class PauseTest {
    private static final UUID ID = new UUID(7, 1);
    private static final UUID NEXT = new UUID(7, 2);
    private static final int SIZE = 20_000;

    private final MemorySource source = MemorySource.random("a.bin", SIZE, 1);
    private PlayedPair pair = new PlayedPair(Wires.RICH);

    private void begun() {
        pair.sender.does(transfers -> transfers.offer(ID, source));
        pair.after(100, () -> {});
    }

    private void pausedBy(PlayedPair.End end) {
        pair.after(100, () -> end.does(transfers -> transfers.pause(ID))).run();
    }

    private void resumedBy(PlayedPair.End end) {
        end.does(transfers -> transfers.resume(ID));
        pair.run();
    }

    private PlayedPair.End end(boolean sender) {
        return sender ? pair.sender : pair.receiver;
    }

    private void assertDelivered() {
        assertEquals(State.COMPLETE, pair.sender.state(ID));
        assertEquals(State.COMPLETE, pair.receiver.state(ID));
        assertEquals(SIZE, pair.sender.bytesSent());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eitherSideCanPauseAndLetItGoOn(boolean bySender) {
        begun();
        pausedBy(end(bySender));
        assertTrue(pair.sender.bytesSent() < SIZE);
        assertEquals(
                new Pause(true, false, FailureReason.PAUSED, ""),
                end(bySender).last(ID).pause());
        assertEquals(
                new Pause(false, true, FailureReason.PAUSED, ""),
                end(!bySender).last(ID).pause());
        assertTrue(end(bySender).last(ID).pause().canResume());
        assertFalse(end(!bySender).last(ID).pause().canResume());
        resumedBy(end(bySender));
        assertDelivered();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatBothPausedGoesOnWhenBothLetIt(boolean senderFirst) {
        begun();
        pausedBy(pair.sender);
        pausedBy(pair.receiver);
        for (PlayedPair.End end : List.of(pair.sender, pair.receiver)) {
            assertEquals(
                    new Pause(true, true, FailureReason.PAUSED, ""),
                    end.last(ID).pause());
        }
        resumedBy(end(senderFirst));
        assertEquals(
                new Pause(false, true, FailureReason.PAUSED, ""),
                end(senderFirst).last(ID).pause());
        assertEquals(
                new Pause(true, false, FailureReason.PAUSED, ""),
                end(!senderFirst).last(ID).pause());
        assertTrue(pair.sender.bytesSent() < SIZE);
        resumedBy(end(!senderFirst));
        assertDelivered();
    }

    @Test
    void nothingStallsWhileItIsPausedAndHavingBeenPausedIsNoStandstill() {
        begun();
        pausedBy(pair.receiver);
        pair.tickFor(Duration.ofHours(1));
        assertEquals(State.PAUSED, pair.sender.state(ID));
        resumedBy(pair.receiver);
        assertDelivered();
    }

    @Test
    void timeInWhichNothingMovesIsNotCountedAsActive() {
        begun();
        pausedBy(pair.sender);
        pair.tickFor(Duration.ofHours(1));
        resumedBy(pair.sender);
        assertTrue(pair.sender.last(ID).active().compareTo(Duration.ofMinutes(1)) < 0);
        assertTrue(pair.receiver.last(ID).active().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void pausingTwiceIsToldOnceAndResumingWhatIsNotPausedIsNotTold() {
        begun();
        pair.sender.does(transfers -> transfers.resume(ID));
        pair.sender.does(transfers -> transfers.pause(ID));
        pausedBy(pair.sender);
        resumedBy(pair.sender);
        resumedBy(pair.sender);
        assertEquals(1, pair.sender.sent(FilePause.class).size());
        assertEquals(1, pair.sender.sent(FileResume.class).size());
        assertDelivered();
    }

    @Test
    void aFileCanBePausedBeforeTheReceiverHasTakenIt() {
        pair.sender.does(transfers -> transfers.offer(ID, source));
        pair.sender.does(transfers -> transfers.pause(ID));
        pair.run();
        assertEquals(0, pair.sender.bytesSent());
        assertEquals(State.PAUSED, pair.sender.state(ID));
        assertEquals(State.PAUSED, pair.receiver.state(ID));
        resumedBy(pair.sender);
        assertDelivered();
    }

    @Test
    void aFileThatWaitsForItsTurnCanBePausedAndThePeerHearsNothingOfIt() {
        pair = new PlayedPair(Wires.POOR);
        pair.sender.does(transfers -> transfers.offer(NEXT, MemorySource.random("b.bin", SIZE, 2)));
        pair.sender.does(transfers -> transfers.offer(ID, source));
        pair.sender.does(transfers -> transfers.pause(ID));
        pair.after(100, () -> {
                    assertEquals(List.of(), pair.sender.sent(FilePause.class));
                    assertEquals(State.PAUSED, pair.sender.state(ID));
                })
                .run();
        assertEquals(State.COMPLETE, pair.sender.state(NEXT));
        assertEquals(State.PAUSED, pair.sender.state(ID));
        pair.sender.does(transfers -> transfers.resume(ID));
        pair.run();
        assertEquals(State.COMPLETE, pair.sender.state(ID));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void eitherSideCanCancelWhatEitherSidePaused(boolean pausedBySender, boolean cancelledBySender) {
        begun();
        pausedBy(end(pausedBySender));
        end(cancelledBySender).does(transfers -> transfers.cancel(ID, FailureReason.CANCELLED));
        pair.run();
        for (PlayedPair.End end : List.of(pair.sender, pair.receiver)) {
            assertEquals(State.FAILED, end.state(ID));
            assertEquals(FailureReason.CANCELLED, end.last(ID).failure());
            assertNull(end.last(ID).pause());
            assertEquals(0, end.transfers.underWay());
        }
        assertTrue(source.properlyClosed());
    }

    @Test
    void aPausedFileGivesItsShareOfTheWindowToOthers() {
        begun();
        pausedBy(pair.receiver);
        pair.sender.does(transfers -> transfers.offer(NEXT, MemorySource.random("b.bin", SIZE, 2)));
        pair.run();
        assertEquals(State.COMPLETE, pair.sender.state(NEXT));
        assertEquals(State.PAUSED, pair.sender.state(ID));
    }

    @Test
    void aFileThatIsPausedWhenTheLinkGoesWaitsForItsPeer() {
        begun();
        pausedBy(pair.sender);
        pair.cut();
        pair.run();
        assertTrue(pair.sender.last(ID).waitsForPeer());
        assertTrue(pair.receiver.last(ID).waitsForPeer());
    }

    /** A wire without words for it is held up by acknowledgements that stay away. */
    @Test
    void onAPoorWireTheReceiverHoldsItsAcknowledgementsBack() {
        pair = new PlayedPair(Wires.POOR);
        begun();
        pausedBy(pair.receiver);
        long sent = pair.sender.bytesSent();
        assertTrue(sent < SIZE);
        long acknowledged = pair.receiver.sent(FileChunkAck.class).getLast().written();
        assertTrue(acknowledged < sent, "What came after the pause is not acknowledged.");
        resumedBy(pair.receiver);
        assertDelivered();
    }

    @Test
    void onAPoorWireTheSenderSimplySendsNoMore() {
        pair = new PlayedPair(Wires.POOR);
        begun();
        pausedBy(pair.sender);
        assertTrue(pair.sender.bytesSent() < SIZE);
        resumedBy(pair.sender);
        assertDelivered();
    }
}
