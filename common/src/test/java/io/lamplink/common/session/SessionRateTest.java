package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that says too much is read more slowly, and far too much ends its link. */
final class SessionRateTest extends SessionFixture {
    @BeforeEach
    void connected() {
        channel.accepted();
        session = session();
        ready();
    }

    @Test
    void aBurstOfTextsPassesAndWhatFollowsIsReadAtTheRate() {
        hearMany(Rate.TEXTS.burst(), i -> chat(i, "x"));
        assertEquals(List.of(), channel.rests());
        hear(chat(-1, "x"));
        assertEquals(List.of(Duration.ofSeconds(1).dividedBy(Rate.TEXTS.perSecond())), channel.rests());
        assertNull(channel.closed());
    }

    @Test
    void atTheRateAClientCanTalkForEver() {
        for (int second = 0; second < 100; second++) {
            hearMany(Rate.TEXTS.perSecond(), i -> chat(i, "x"));
            clock.advance(Duration.ofSeconds(1));
        }
        assertEquals(List.of(), channel.rests());
    }

    @Test
    void noTextIsLostBeforeTheFlood() {
        hearMany(Rate.TEXTS.burst() + Rate.TEXTS.flood(), i -> chat(i, "x"));
        assertNull(channel.closed());
        assertEquals(
                Rate.TEXTS.burst() + Rate.TEXTS.flood(),
                sent().stream().filter(Message.ChatAck.class::isInstance).count());
        hear(chat(-1, "x"), chat(-2, "x"));
        assertEquals(CloseReason.FLOOD, closeCode());
        assertEquals(List.of(), sent());
    }

    @Test
    void whatMovesNothingCountsToo() {
        for (IntFunction<Message> noise : List.<IntFunction<Message>>of(
                _ -> THEIR_HELLO,
                i -> new Message.Typing("", i % 2 == 0),
                i -> new Message.FileCancel(id(i), FailureReason.CANCELLED, ""),
                i -> new Message.FilePause(id(i), FailureReason.PAUSED, ""))) {
            channel.rests().clear();
            session = session();
            ready();
            hearMany(Rate.NOISE.burst() + 1, noise);
            assertEquals(1, Math.min(1, channel.rests().size()), noise.toString());
        }
    }

    @Test
    void acknowledgementsCostNothing() {
        hearMany(10_000, i -> new Message.FileChunkAck(id(1), i));
        assertEquals(List.of(), channel.rests());
        assertNull(channel.closed());
    }

    private void hearMany(int count, IntFunction<Message> message) {
        for (int i = 0; i < count; i++) {
            session.onFrame(dialect.frame(message.apply(i)));
        }
        tasks.runAll();
    }
}
