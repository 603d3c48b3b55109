package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.SharedMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is worth nothing later never waits behind other things. */
final class SessionTypingTest extends SessionFixture {
    private static final Message.Typing WRITES = new Message.Typing("", true);

    private List<Message> hinted() {
        session.hint(new SharedMessage(WRITES));
        tasks.runAll();
        return sent();
    }

    @Test
    void aLinkAtLeisureTakesIt() {
        ready();
        assertEquals(List.of(WRITES), hinted());
        channel.queued(Session.HINTS_WAIT_BEHIND);
        channel.stuckFor(Session.HINTS_WAIT_AT_MOST);
        assertEquals(List.of(WRITES), hinted());
    }

    @Test
    void aLinkThatIsBehindNeverGetsIt() {
        ready();
        channel.queued(Session.HINTS_WAIT_BEHIND + 1);
        assertEquals(List.of(), hinted());
        channel.queued(1);
        channel.stuckFor(Session.HINTS_WAIT_AT_MOST.plusNanos(1));
        assertEquals(List.of(), hinted());
        channel.stuckFor(Duration.ZERO);
        assertEquals(List.of(WRITES), hinted());
    }

    @Test
    void aLinkThatFallsBehindBeforeItsTurnDoesNotGetItEither() {
        ready();
        session.hint(new SharedMessage(WRITES));
        channel.queued(Session.HINTS_WAIT_BEHIND + 1);
        tasks.runAll();
        assertEquals(List.of(), sent());
    }

    @Test
    void aClosedLinkTakesNothing() {
        ready();
        lose(1000);
        assertEquals(List.of(), hinted());
    }

    @Test
    void itIsNoMessageInTheFigures() {
        ready();
        hinted();
        hear(WRITES);
        assertEquals(0, figures().messagesOut());
        assertEquals(0, figures().messagesIn());
    }

    @Test
    void whatThePeerSaysIsTold() {
        ready();
        hear(WRITES, new Message.Typing("Ann", false));
        assertEquals(List.of("writing true", "writing false"), log.take());
        assertEquals(List.of(), sent());
    }
}
