package io.lamplink.common.session;

import static io.lamplink.common.simulation.Wires.CHUNK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Message.FileAck;
import io.lamplink.common.protocol.Message.FileCancel;
import io.lamplink.common.protocol.Message.FileHeader;
import io.lamplink.common.protocol.Message.FilePause;
import io.lamplink.common.protocol.Message.FileResume;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.RecordedLink;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a session leaves for the next one with the same peer, and what it takes over. */
class SessionReturnTest extends SessionFixture {
    private static final UUID IDENTITY = new UUID(16, 1);
    private static final Message.Hello KNOWN = new Message.Hello("Bob", "1", Set.of(), IDENTITY);

    private void readyWith(Message.Hello hello) {
        start();
        hear(hello);
        log.take();
        sent();
    }

    private MemorySource offered(int number) {
        MemorySource source = MemorySource.random("a.bin", 1000, number);
        session.offer(id(number), source);
        tasks.runAll();
        return source;
    }

    private TransferSnapshot last(int number) {
        return log.transfers(id(number)).getLast();
    }

    private void receiving(int number) {
        hear(new FileHeader(id(number), "b.bin", 1000, null, CHUNK));
        hear(RecordedLink.chunk(id(number), 0, new byte[10]));
    }

    @Test
    void transfersWaitForAPeerThatWouldBeKnownAgain() {
        readyWith(KNOWN);
        MemorySource source = offered(1);
        receiving(2);
        lose(CloseReason.ABNORMAL);
        assertTrue(last(1).waitsForPeer());
        assertTrue(last(2).waitsForPeer());
        assertEquals(10, last(2).transferred());
        assertEquals(Set.of(id(2)), spool.files());
        assertTrue(source.properlyClosed());
        assertEquals("closed 1006", log.lines().getLast());
    }

    /** A peer that sleeps, or whose network has gone without a word, is noticed later than transfers that stand still. */
    @Test
    void transfersWaitForAPeerOfWhichNothingIsHeardAnyMore() {
        readyWith(KNOWN);
        offered(1);
        receiving(2);
        silentUntilLetGo();
        assertEquals(CloseReason.SILENT, closeCode());
        lose(CloseReason.ABNORMAL);
        assertTrue(last(1).waitsForPeer());
        assertTrue(last(2).waitsForPeer());
    }

    private void silentUntilLetGo() {
        for (int seconds = 1; seconds <= KeepAlive.SILENCE.toSeconds() + 1; seconds++) {
            channel.silentFor(Duration.ofSeconds(seconds));
            tickAfter(Duration.ofSeconds(1));
        }
    }

    @Test
    void transfersWaitForAPeerThatTakesNothingAnyMore() {
        readyWith(KNOWN);
        offered(1);
        for (int seconds = 1; seconds <= KeepAlive.STUCK.toSeconds() + 1; seconds++) {
            channel.stuckFor(Duration.ofSeconds(seconds));
            tickAfter(Duration.ofSeconds(1));
        }
        assertEquals(CloseReason.SILENT, closeCode());
        lose(CloseReason.ABNORMAL);
        assertTrue(last(1).waitsForPeer());
    }

    @Test
    void transfersEndWithALinkToAPeerThatWouldNotBeKnownAgain() {
        readyWith(THEIR_HELLO);
        offered(1);
        receiving(2);
        lose(CloseReason.ABNORMAL);
        assertEquals(FailureReason.LINK_LOST, last(1).failure());
        assertEquals(FailureReason.LINK_LOST, last(2).failure());
        assertEquals(Set.of(), spool.files());
    }

    /** A wire that cannot go on in the middle of a file leaves nothing to go on with. */
    @Test
    void transfersEndWithALinkOfAWireThatCannotResume() {
        wire(Wires.POOR);
        readyWith(KNOWN);
        offered(1);
        lose(CloseReason.ABNORMAL);
        assertEquals(FailureReason.LINK_LOST, last(1).failure());
    }

    @Test
    void theNextSessionGoesOnWhereTheLastOneWas() {
        readyWith(KNOWN);
        receiving(2);
        lose(CloseReason.ABNORMAL);
        session = session();
        readyWith(KNOWN);
        hear(new FileHeader(id(2), "b.bin", 1000, null, CHUNK));
        assertEquals(10, assertInstanceOf(FileAck.class, sent().getFirst()).offset());
    }

    @Test
    void aSessionThatGivesWayLetsGoOfItsTransfersBeforeItSaysSo() {
        readyWith(KNOWN);
        MemorySource source = offered(1);
        receiving(2);
        var gone = session.giveWay();
        assertFalse(gone.isDone());
        tasks.runAll();
        assertTrue(gone.isDone());
        assertEquals(CloseReason.REPLACED, closeCode());
        assertTrue(last(1).waitsForPeer());
        assertTrue(last(2).waitsForPeer());
        assertTrue(source.properlyClosed());
        lose(CloseReason.REPLACED);
        assertTrue(log.lines().contains("closed " + CloseReason.REPLACED + " by us"));
        assertTrue(last(1).waitsForPeer());
    }

    @Test
    void whatIsOfferedToASessionThatHasEndedWaitsForTheNext() {
        readyWith(KNOWN);
        lose(CloseReason.ABNORMAL);
        MemorySource late = offered(1);
        assertTrue(last(1).waitsForPeer());
        assertTrue(late.properlyClosed());
        assertEquals(0, figures().filesUnderWay());
    }

    @Test
    void thePeerIsToldOfWhatIsNotSentAnyMore() {
        readyWith(KNOWN);
        session.disown(id(7));
        tasks.runAll();
        assertEquals(List.of(new FileCancel(id(7), FailureReason.CANCELLED, "")), sent());
    }

    @Test
    void whatThePeerDoesNotSendAnyMoreIsTold() {
        readyWith(KNOWN);
        hear(new FileCancel(id(7), FailureReason.CANCELLED, ""));
        assertEquals(List.of("disowned CANCELLED"), log.take());
    }

    @Test
    void pausesReachTheTransfers() {
        readyWith(KNOWN);
        offered(1);
        sent();
        session.pause(id(1));
        tasks.runAll();
        assertEquals(List.of(new FilePause(id(1), FailureReason.PAUSED, "")), sent());
        assertEquals(State.PAUSED, last(1).state());
        session.resume(id(1));
        tasks.runAll();
        assertEquals(List.of(new FileResume(id(1))), sent());
        assertEquals(State.OFFERED, last(1).state());
    }
}
