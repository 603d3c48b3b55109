package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.simulation.ManualTasks;
import io.lamplink.common.simulation.MemorySource;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.PlainDialect;
import io.lamplink.common.simulation.RecordedChannel;
import io.lamplink.common.simulation.SessionLog;
import io.lamplink.common.simulation.VirtualClock;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.Transfers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One session with a peer that the test plays. */
class SessionTest {
    private static final Message.Hello HELLO = new Message.Hello("Ann", "1", Set.of());
    private static final Message.Hello THEIR_HELLO = new Message.Hello("Bob", "1", Set.of());

    private final ManualTasks tasks = ManualTasks.inOrder();
    private final VirtualClock clock = new VirtualClock();
    private final MemorySpool spool = new MemorySpool();
    private final RecordedChannel channel = new RecordedChannel();
    private final SessionLog log = new SessionLog();
    private PlainDialect dialect = new PlainDialect(Wires.RICH);
    private Session session = session();

    private Session session() {
        SessionContext context = new SessionContext(HELLO, tasks, tasks, spool, clock, clock, UUID::randomUUID);
        return new Session(context, dialect, channel, log);
    }

    private void wire(DialectTraits traits) {
        dialect = new PlainDialect(traits);
        session = session();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private void start() {
        session.start();
        tasks.runAll();
    }

    /** Up to the moment at which texts and files may flow; forgets what led there. */
    private void ready() {
        start();
        if (dialect.traits().greets()) {
            hear(THEIR_HELLO);
        }
        log.take();
        channel.takeSent();
    }

    private void hear(Message... messages) {
        hear(dialect.frame(messages));
    }

    private void hear(Frame frame) {
        session.onFrame(frame);
        tasks.runAll();
    }

    private List<Message> sent() {
        return channel.takeSent().stream()
                .flatMap(frame -> dialect.messages(frame).stream())
                .toList();
    }

    private void say(int id, String text) {
        session.say(id(id), text);
        tasks.runAll();
    }

    private void tickAfter(Duration time) {
        clock.advance(time);
        session.tick();
        tasks.runAll();
    }

    private void lose(int code) {
        session.onClosed(new CloseReason(code, ""));
        tasks.runAll();
    }

    private SessionFigures figures() {
        var answer = session.figures();
        tasks.runAll();
        return answer.join();
    }

    private int closeCode() {
        CloseReason reason = channel.closed();
        assertNotNull(reason, "The channel is open.");
        return reason.code();
    }

    private static Message.Chat chat(int id, String text) {
        return new Message.Chat(id(id), text, Instant.EPOCH);
    }

    @Test
    void introducesItselfFirstAndIsReadyWhenThePeerHas() {
        start();
        assertEquals(List.of(HELLO), sent());
        assertEquals(List.of(), log.take());
        hear(new Message.Hello(" Bo\u202Eb\n", "1", Set.of("x")));
        assertEquals(List.of("ready Bob"), log.take());
        assertEquals(List.of(), sent());
    }

    @Test
    void onAWireWithoutGreetingItIsReadyAtOnce() {
        wire(Wires.POOR);
        start();
        assertEquals(List.of("ready "), log.take());
        assertEquals(List.of(), sent());
    }

    @Test
    void anythingBeforeTheHelloEndsTheLink() {
        start();
        hear(chat(1, "hi"));
        assertEquals(CloseReason.MALFORMED, closeCode());
        lose(CloseReason.ABNORMAL);
        assertEquals(List.of("closed 4400 by us"), log.take());
    }

    @Test
    void aSecondHelloIsIgnored() {
        ready();
        hear(new Message.Hello("Mallory", "1", Set.of()));
        assertEquals(List.of("ignored The peer introduced itself twice."), log.take());
        assertNull(channel.closed());
    }

    @Test
    void aPeerThatDoesNotIntroduceItselfIsLetGo() {
        start();
        tickAfter(Session.HELLO_WITHIN);
        assertNull(channel.closed());
        tickAfter(Duration.ofNanos(1));
        assertEquals(CloseReason.MALFORMED, closeCode());
    }

    @Test
    void onAWireWithoutGreetingNobodyWaitsForOne() {
        wire(Wires.POOR);
        start();
        tickAfter(Session.HELLO_WITHIN.plusSeconds(10));
        assertNull(channel.closed());
    }

    @Test
    void aTextIsHandedOnAndAcknowledged() {
        ready();
        hear(chat(7, "你好\n👍"));
        assertEquals(List.of("chat 你好\n👍"), log.take());
        assertEquals(List.of(new Message.ChatAck(id(7))), sent());
        assertEquals(1, figures().messagesIn());
    }

    @Test
    void onAWireWithoutAcknowledgementsNoneIsSent() {
        wire(Wires.POOR);
        ready();
        hear(chat(7, "hi"));
        assertEquals(List.of(), sent());
    }

    @Test
    void aTextOfOursIsDeliveredWhenThePeerSaysSo() {
        ready();
        say(1, "hi");
        assertEquals(List.of(new Message.Chat(id(1), "hi", clock.instant())), sent());
        assertEquals(List.of(), log.take());
        hear(new Message.ChatAck(id(1)));
        assertEquals(List.of("delivered 1"), log.take());
        hear(new Message.ChatAck(id(1)), new Message.ChatAck(id(2)));
        assertEquals(List.of(), log.take(), "Nothing was said under that id, or it was delivered already.");
    }

    @Test
    void whereTheWireCannotSayMoreATextThatLeftCountsAsDelivered() {
        wire(Wires.POOR);
        ready();
        say(1, "hi");
        assertEquals(List.of("delivered 1"), log.take());
        say(2, "unsayable");
        assertEquals(List.of("not delivered 2"), log.take());
        lose(CloseReason.ABNORMAL);
        assertEquals(List.of("closed 1006"), log.take());
    }

    @Test
    void aTextWithoutAcknowledgementFailsWithTheLink() {
        ready();
        say(1, "one");
        say(2, "two");
        hear(new Message.ChatAck(id(1)));
        log.take();
        lose(CloseReason.ABNORMAL);
        assertEquals(List.of("not delivered 2", "closed 1006"), log.take());
    }

    @Test
    void aTextThatComesTooLateFails() {
        ready();
        session.close(CloseReason.normal());
        say(1, "one");
        assertEquals(List.of("not delivered 1"), log.take());
        assertEquals(List.of(), sent());
        lose(CloseReason.NORMAL);
        say(2, "two");
        assertEquals(List.of("closed 1000 by us", "not delivered 2"), log.take());
        assertEquals(0, figures().messagesOut());
    }

    @Test
    void aTextOverTheLimitFailsAndTheLinkStaysUp() {
        ready();
        say(1, "x".repeat(ProtocolLimits.MAX_CHAT_CHARS + 1));
        assertEquals(List.of("not delivered 1"), log.take());
        assertEquals(List.of(), sent());
        say(2, "x".repeat(ProtocolLimits.MAX_CHAT_CHARS));
        assertEquals(1, sent().size());
        assertEquals(1, figures().messagesOut());
    }

    @Test
    void aFrameToIgnoreLeavesTheLinkUp() {
        ready();
        hear(dialect.malformed(Severity.IGNORE, "That is odd.", null));
        assertEquals(List.of("ignored That is odd."), log.take());
        assertNull(channel.closed());
        hear(chat(1, "still here"));
        assertEquals(List.of("chat still here"), log.take());
    }

    @Test
    void aFrameThatIsNotOfThisWireEndsTheLink() {
        ready();
        hear(dialect.malformed(Severity.CLOSE, "That is no frame.", null));
        assertEquals(List.of("ignored That is no frame."), log.take());
        assertEquals(new CloseReason(CloseReason.MALFORMED, "That is no frame."), channel.closed());
        hear(chat(1, "too late"));
        assertEquals(List.of(), log.take());
    }

    @Test
    void nothingOfAFrameIsHeardBehindWhatEndedTheLink() {
        start();
        hear(chat(1, "before the hello"), THEIR_HELLO, chat(2, "after it"));
        assertEquals(List.of(), log.take());
        assertEquals(CloseReason.MALFORMED, closeCode());
    }

    /** T8: a frame that cannot be read fails the file that it was a part of, and only that. */
    @Test
    void t8_aDamagedPartFailsItsFile() {
        ready();
        hear(new Message.FileHeader(id(5), "a", 100, null, 10), new Message.FileHeader(id(6), "b", 100, null, 10));
        sent();
        hear(dialect.malformed(Severity.IGNORE, "A part is damaged.", id(5)));
        assertEquals(FailureReason.BAD_MESSAGE, log.transfers(id(5)).getLast().failure());
        assertNull(log.transfers(id(6)).getLast().failure());
        assertEquals(FailureReason.BAD_MESSAGE, ((Message.FileCancel) sent().getFirst()).reason());
    }

    @Test
    void aDefectOfTheDialectDoesNotStopTheSession() {
        ready();
        hear(dialect.defect());
        hear(chat(1, "still here"));
        assertEquals(List.of("chat still here"), log.take());
    }

    /** H1: a request for a path is told, and nothing is read or sent. */
    @Test
    void h1_aRequestForAPathIsToldAndNothingIsRead() {
        wire(Wires.POOR);
        ready();
        hear(new Message.FileRequest("/etc/passwd"));
        assertEquals(List.of("asked for /etc/passwd"), log.take());
        assertEquals(List.of(), sent());
    }

    @Test
    void pingsAtOnceAndThenEveryFewSeconds() {
        start();
        assertEquals(1, channel.pings());
        tickAfter(KeepAlive.PING_EVERY.minusNanos(1));
        assertEquals(1, channel.pings());
        tickAfter(Duration.ofNanos(1));
        assertEquals(2, channel.pings());
    }

    @Test
    void aSilentLinkIsClosed() {
        ready();
        channel.silentFor(KeepAlive.SILENCE);
        tickAfter(Duration.ofSeconds(1));
        assertNull(channel.closed());
        channel.silentFor(KeepAlive.SILENCE.plusNanos(1));
        tickAfter(Duration.ofSeconds(1));
        assertEquals(CloseReason.SILENT, closeCode());
        lose(CloseReason.ABNORMAL);
        assertEquals(List.of("closed 4408 by us"), log.take());
    }

    /** A slow wire on which one frame takes minutes is not silent: its bytes come, only no whole frame yet. */
    @Test
    void aLinkOnWhichBytesComeIsNotSilentHoweverLongAFrameTakes() {
        ready();
        for (int i = 0; i < 300; i++) {
            tickAfter(Duration.ofSeconds(1));
        }
        assertNull(channel.closed());
    }

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

    /** T11 and H7: a transfer belongs to its link and ends with it; the end is told before the link's. */
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
        SessionContext context =
                new SessionContext(HELLO, tasks, task -> hanging[0] = task, spool, clock, clock, UUID::randomUUID);
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
        tickAfter(Transfers.STALL.plusSeconds(1));
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

    /** H10: frames that come faster than they are worked off hold back the connection that brings them. */
    @Test
    void h10_aPeerThatIsFasterThanThisMachineHasToWait() throws InterruptedException {
        wire(Wires.POOR);
        ready();
        Frame large = Frame.Binary.of(ByteBuffer.allocate(1024 * 1024));
        AtomicInteger brought = new AtomicInteger();
        CountDownLatch allBrought = new CountDownLatch(1);
        Thread bringer = Thread.ofPlatform().daemon().start(() -> {
            for (int i = 0; i < 64; i++) {
                session.onFrame(large);
                brought.incrementAndGet();
            }
            allBrought.countDown();
        });
        while (bringer.getState() != Thread.State.WAITING && allBrought.getCount() > 0) {
            Thread.onSpinWait();
        }
        long waiting = brought.get() * large.size();
        assertTrue(waiting <= Backlog.MAX_BYTES + large.size(), waiting + " bytes wait.");
        while (allBrought.getCount() > 0) {
            tasks.runAll();
        }
        assertTrue(allBrought.await(30, TimeUnit.SECONDS));
        tasks.runAll();
        assertEquals(64 * large.size(), figures().bytesIn());
    }

    @Test
    void whatWaitsCostsMoreThanItsPayload() {
        assertTrue(Backlog.costOf(new Frame.Text("")) >= 100);
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
