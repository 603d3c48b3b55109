package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.simulation.Wires;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTest extends SessionFixture {
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
}
