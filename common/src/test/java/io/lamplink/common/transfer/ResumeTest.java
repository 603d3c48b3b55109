package io.lamplink.common.transfer;

import static io.lamplink.common.simulation.RecordedLink.chunk;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.simulation.Agenda;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A file that goes on over another link, seen from both ends. */
class ResumeTest {
    private static final UUID ID = new UUID(6, 1);
    private static final int SIZE = 20_000;

    private final MemorySpool spool = new MemorySpool();
    private final Agenda agenda = new Agenda(new Random(1));
    private final PlayedPair first = new PlayedPair(Wires.RICH, agenda, spool);

    private static MemorySource file() {
        return MemorySource.random("a.bin", SIZE, 1);
    }

    private static void offer(PlayedPair pair, MemorySource source) {
        pair.sender.does(transfers -> transfers.offer(ID, source));
    }

    /** Up to the moment at which the link is cut in the middle of the file. */
    private void interrupted(MemorySource source) {
        offer(first, source);
        first.after(100, first::cut).run();
        int here = spool.bytes(ID).length;
        assertTrue(here > 500 && here < SIZE - 500, here + " bytes came before the cut.");
        for (PlayedPair.End end : List.of(first.sender, first.receiver)) {
            assertTrue(end.last(ID).waitsForPeer());
            assertEquals(0, end.transfers.underWay());
        }
        assertTrue(source.properlyClosed());
    }

    private void assertDelivered(PlayedPair pair) {
        assertEquals(State.COMPLETE, pair.sender.state(ID));
        assertTrue(pair.sender.last(ID).verified());
        assertArrayEquals(file().content(), spool.bytes(ID));
        assertTrue(spool.finished(ID));
    }

    @Test
    void onlyWhatIsMissingIsSentOverTheNextLink() {
        interrupted(file());
        int here = spool.bytes(ID).length;
        PlayedPair second = first.again();
        offer(second, file());
        second.run();
        assertEquals(SIZE - here, second.sender.bytesSent());
        assertEquals(State.COMPLETE, second.receiver.state(ID));
        assertEquals(1, second.sender.transfers.filesOut());
        assertDelivered(second);
    }

    @Test
    void aFileThatIsInterruptedAgainAndAgainArrives() {
        interrupted(file());
        PlayedPair next = first.again();
        for (int i = 0; i < 3; i++) {
            offer(next, file());
            next.after(70, next::cut).run();
            next = next.again();
        }
        offer(next, file());
        next.run();
        assertTrue(next.sender.bytesSent() < SIZE - 1000);
        assertDelivered(next);
    }

    @Test
    void anotherBeginningIsReplacedFromTheFirstByteOn() {
        interrupted(MemorySource.random("a.bin", SIZE, 2));
        PlayedPair second = first.again();
        offer(second, file());
        second.run();
        assertEquals(SIZE, second.sender.bytesSent());
        assertDelivered(second);
    }

    @Test
    void aFileThatChangedMeanwhileFailsWithAWordOnBothSides() {
        interrupted(file());
        PlayedPair second = first.again();
        MemorySource changed = file();
        changed.touch();
        offer(second, changed);
        second.run();
        for (PlayedPair.End end : List.of(second.sender, second.receiver)) {
            assertEquals(State.FAILED, end.state(ID));
            assertEquals(FailureReason.SOURCE_CHANGED, end.last(ID).failure());
            assertFalse(end.last(ID).detail().isBlank());
        }
        assertEquals(Set.of(), spool.files());
    }

    @Test
    void aLostVerdictIsToldAgainWithoutAByte() {
        first.receiver.loses(Message.FileVerified.class::isInstance);
        offer(first, file());
        first.after(60_000, first::cut).run();
        assertEquals(State.COMPLETE, first.receiver.state(ID));
        assertTrue(first.sender.last(ID).waitsForPeer());
        PlayedPair second = first.again();
        offer(second, file());
        second.run();
        assertEquals(0, second.sender.bytesSent());
        assertEquals(List.of(), second.receiver.told, "The receiver has heard of it already.");
        assertEquals(0, second.receiver.transfers.underWay());
        assertDelivered(second);
    }

    @Test
    void aFileThatWasWholeWhenTheLinkWentIsFinishedWithoutIt() {
        offer(first, file());
        first.receiver.loses(Message.FileVerified.class::isInstance);
        first.run();
        first.cut();
        first.run();
        assertEquals(State.COMPLETE, first.receiver.state(ID));
    }

    @Test
    void theNextLinkTakesOverFromOneThatDoesNotKnowItIsDead() {
        offer(first, file());
        first.after(100, () -> first.sender.loses(message -> true)).run();
        assertEquals(State.ACTIVE, first.receiver.state(ID));
        PlayedPair second = first.again();
        offer(second, file());
        second.run();
        assertDelivered(second);
        int told = first.receiver.told.size();
        first.receiver.does(t -> t.on(chunk(ID, spoolEnd(), new byte[10])));
        first.run();
        assertEquals(0, first.receiver.transfers.underWay());
        assertEquals(told, first.receiver.told.size(), "Nobody need hear that the old link has lost it.");
        assertArrayEquals(file().content(), spool.bytes(ID));
    }

    private long spoolEnd() {
        return first.receiver.sent(Message.FileChunkAck.class).getLast().written();
    }

    @Test
    void aPeerThatIsNotKnownAgainStartsOver() {
        offer(first, file());
        first.after(100, () -> {
                    first.sender.does(t -> t.linkLost(false));
                    first.receiver.does(t -> t.linkLost(false));
                })
                .run();
        assertEquals(FailureReason.LINK_LOST, first.sender.last(ID).failure());
        assertEquals(FailureReason.LINK_LOST, first.receiver.last(ID).failure());
        assertEquals(Set.of(), spool.files());
    }

    @Test
    void aRefusedFileStaysRefused() {
        interrupted(file());
        spool.refuse(ID);
        PlayedPair second = first.again();
        offer(second, file());
        second.run();
        assertEquals(FailureReason.CANCELLED, second.sender.last(ID).failure());
        assertEquals(List.of(), second.receiver.told);
        assertEquals(0, second.sender.bytesSent());
    }

    @Test
    void offeringItTwiceOverOneLinkSendsItOnce() {
        offer(first, file());
        offer(first, file());
        first.run();
        assertEquals(1, first.sender.sent(FileHeader.class).size());
        assertEquals(SIZE, first.sender.bytesSent());
        assertDelivered(first);
    }
}
