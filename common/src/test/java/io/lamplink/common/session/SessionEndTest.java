package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.Transfers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a session ends, and what is counted and bounded until then. */
class SessionEndTest extends SessionFixture {
    @Test
    void closedByUs() {
        ready();
        session.close(new CloseReason(CloseReason.GOING_AWAY, "bye"));
        tasks.runAll();
        assertEquals(new CloseReason(CloseReason.GOING_AWAY, "bye"), channel.closed());
        assertEquals(List.of(), log.take());
        lose(CloseReason.NORMAL);
        assertEquals(List.of("closed 1001 by us"), log.take());
    }

    @Test
    void closedByThePeer() {
        ready();
        lose(CloseReason.NORMAL);
        assertEquals(List.of("closed 1000"), log.take());
        assertNull(channel.closed());
    }

    @Test
    void aPeerThatTakesNothingForHalfAMinuteIsLetGo() {
        ready();
        channel.stuckFor(Duration.ofSeconds(30));
        tickAfter(Duration.ofSeconds(1));
        assertNull(channel.closed());
        channel.stuckFor(Duration.ofSeconds(31));
        tickAfter(Duration.ofSeconds(1));
        assertEquals(new CloseReason(CloseReason.SILENT, "Nothing was read for 30 seconds."), channel.closed());
    }

    @Test
    void aLinkOnWhichNothingLeavesAnyMoreMayComeBackLikeOneOnWhichNothingComes() {
        ready();
        channel.stuckFor(Duration.ofSeconds(31));
        tickAfter(Duration.ofSeconds(1));
        assertTrue(ReconnectPolicy.comesBack(new CloseReason(closeCode(), "")));
    }

    @Test
    void theEndIsToldOnce() {
        ready();
        lose(CloseReason.NORMAL);
        lose(CloseReason.ABNORMAL);
        session.close(CloseReason.normal());
        tasks.runAll();
        assertEquals(List.of("closed 1000"), log.take());
        assertNull(channel.closed());
    }

    @Test
    void nothingIsHeardOrSentAfterTheEnd() {
        ready();
        lose(CloseReason.NORMAL);
        log.take();
        hear(chat(1, "a ghost"));
        hear(new Message.FileHeader(id(5), "a", 0, null, 10));
        session.onPong(5);
        tickAfter(Duration.ofMinutes(5));
        session.cancel(id(5));
        tasks.runAll();
        assertEquals(List.of(), log.take());
        assertEquals(List.of(), sent());
        assertEquals(Set.of(), spool.files());
    }

    @Test
    void nothingIsHeardOrSentWhileItCloses() {
        ready();
        MemorySource source = MemorySource.random("a", 1000, 1);
        session.offer(id(5), source);
        tasks.runAll();
        session.onFrame(dialect.frame(new Message.FileAck(id(5), 0)));
        session.close(CloseReason.normal());
        log.take();
        channel.takeSent();
        tasks.runAll();
        hear(chat(1, "too late"));
        assertEquals(List.of(), sent());
        assertTrue(log.take().stream().noneMatch(line -> line.startsWith("chat")));
        lose(CloseReason.NORMAL);
        assertEquals(FailureReason.LINK_LOST, log.transfers(id(5)).getLast().failure());
        assertTrue(source.properlyClosed());
    }

    /** T11 and H7: a transfer with a peer that is not known again ends with its link; its end is told before the link's. */
    @Test
    void t11_h7_transfersEndWithTheirLink() {
        ready();
        MemorySource source = MemorySource.random("a", 1000, 1);
        session.offer(id(5), source);
        tasks.runAll();
        hear(new Message.FileAck(id(5), 0), new Message.FileHeader(id(6), "b", 100, null, 10));
        hear(new Message.FileChunk(id(6), 0, ByteBuffer.allocate(10)));
        log.take();
        lose(CloseReason.ABNORMAL);
        assertEquals(List.of("transfer FAILED", "transfer FAILED", "closed 1006"), log.take());
        assertTrue(source.properlyClosed());
        assertEquals(Set.of(), spool.files());
        assertEquals(0, figures().filesUnderWay());
    }

    /** T2: an original server closes as soon as it has the last acknowledgement. */
    @Test
    void t2_theEndOfTheLinkIsToldAfterTheFileOfWhichEverythingCame() {
        ready();
        session.onFrame(dialect.frame(new Message.FileHeader(id(5), "a", 10, null, 10)));
        session.onFrame(dialect.frame(
                new Message.FileChunk(id(5), 0, ByteBuffer.allocate(10)), new Message.FileComplete(id(5), 10, null)));
        session.onClosed(CloseReason.normal());
        tasks.runAll();
        List<String> told = log.take();
        assertEquals(List.of("transfer COMPLETE", "closed 1000"), told.subList(told.size() - 2, told.size()));
        assertEquals(10, spool.bytes(id(5)).length);
    }

    @Test
    void aDiskThatHangsDoesNotHideTheEndOfTheLinkForEver() {
        ready();
        Runnable[] hanging = new Runnable[1];
        SessionContext context = new SessionContext(
                HELLO,
                tasks,
                task -> hanging[0] = task,
                spool,
                clock,
                clock,
                UUID::randomUUID,
                new SendLimit(clock, (_, _) -> {}));
        session = new Session(context, dialect, channel, log);
        ready();
        hear(new Message.FileHeader(id(5), "a", 0, null, 10), new Message.FileComplete(id(5), 0, null));
        lose(CloseReason.ABNORMAL);
        tickAfter(Transfers.STALL.plusSeconds(1));
        assertEquals("closed 1006", log.take().getLast());
        assertEquals(FailureReason.STALLED, log.transfers(id(5)).getLast().failure());
        hanging[0].run();
        tasks.runAll();
        assertEquals(List.of(), log.take());
        assertEquals(Set.of(), spool.files());
    }

    @Test
    void aFileOfferedTooLateFailsAndIsClosed() {
        ready();
        lose(CloseReason.NORMAL);
        MemorySource source = MemorySource.random("a", 10, 1);
        session.offer(id(5), source);
        tasks.runAll();
        assertEquals(FailureReason.LINK_LOST, log.transfers(id(5)).getLast().failure());
        assertTrue(source.properlyClosed());
        assertEquals(List.of(), sent());
    }

    @Test
    void aPersonCancelsATransfer() {
        ready();
        hear(new Message.FileHeader(id(5), "a", 100, null, 10));
        sent();
        session.cancel(id(5));
        tasks.runAll();
        assertEquals(List.of(new Message.FileCancel(id(5), FailureReason.CANCELLED, "")), sent());
    }

    @Test
    void ticksReachTheTransfers() {
        ready();
        hear(new Message.FileHeader(id(5), "a", 100, null, 10));
        tickEverySecond(Transfers.STALL.plusSeconds(1));
        assertEquals(FailureReason.STALLED, log.transfers(id(5)).getLast().failure());
    }

    private void tickEverySecond(Duration time) {
        for (int second = 0; second < time.toSeconds(); second++) {
            tickAfter(Duration.ofSeconds(1));
        }
    }

    @Test
    void aProgramThatWasStoppedEndsNoFileThatStoodStillMeanwhile() {
        ready();
        hear(new Message.FileHeader(id(5), "a", 100, null, 10));
        tickAfter(Duration.ofSeconds(1));
        int told = log.transfers(id(5)).size();
        tickAfter(Transfers.STALL.plusSeconds(10));
        assertEquals(told, log.transfers(id(5)).size());
        tickEverySecond(Transfers.STALL);
        assertEquals(told, log.transfers(id(5)).size());
        tickAfter(Duration.ofSeconds(1));
        assertEquals(FailureReason.STALLED, log.transfers(id(5)).getLast().failure());
    }

    /** U2: figures are counted where things happen. */
    @Test
    void u2_figuresAreCounted() {
        ready();
        long before = figures().bytesOut();
        say(1, "one");
        say(2, "two");
        hear(chat(3, "three"));
        hear(new Message.FileHeader(id(5), "a", 0, null, 10), new Message.FileComplete(id(5), 0, null));
        MemorySource source = MemorySource.random("b", 10, 1);
        session.offer(id(6), source);
        tasks.runAll();
        hear(new Message.FileAck(id(6), 0));
        hear(new Message.FileChunkAck(id(6), 10), new Message.FileVerified(id(6), source.sha256()));
        session.offer(id(7), MemorySource.random("c", 10, 1));
        session.onPong(3_000_000);
        session.onPong(5_000_000);
        channel.queued(77);
        SessionFigures figures = figures();
        assertEquals(2, figures.messagesOut());
        assertEquals(1, figures.messagesIn());
        assertEquals(1, figures.filesOut());
        assertEquals(1, figures.filesIn());
        assertEquals(1, figures.filesUnderWay());
        assertEquals(77, figures.queuedBytes());
        assertEquals(List.of(Duration.ofMillis(3), Duration.ofMillis(5)), figures.roundTrips());
        long sent = channel.takeSent().stream().mapToLong(Frame::size).sum();
        assertEquals(before + sent, figures.bytesOut());
        assertTrue(figures.bytesIn() > 0);
    }

    @ParameterizedTest
    @EnumSource
    void aMalformedFrameNeverEndsALinkTwice(Severity severity) {
        ready();
        hear(dialect.malformed(Severity.CLOSE, "First.", null));
        hear(dialect.malformed(severity, "Second.", null));
        assertEquals(List.of("ignored First."), log.take());
        assertEquals("First.", channel.closed() == null ? "" : channel.closed().text());
        assertFalse(log.lines().contains("ignored Second."));
    }
}
