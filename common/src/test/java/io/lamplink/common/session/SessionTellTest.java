package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.SharedMessage;
import io.lamplink.common.transfer.FolderOffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session passes on for others, and what it takes on the thread that brings it. */
final class SessionTellTest extends SessionFixture {
    private List<Message> told(SharedMessage message) {
        session.tell(message);
        tasks.runAll();
        return sent();
    }

    @Test
    void aTextThatIsPassedOnIsSentAndCounted() {
        ready();
        assertEquals(List.of(chat(1, "from another")), told(new SharedMessage(chat(1, "from another"))));
        assertEquals(1, figures().messagesOut());
    }

    @Test
    void newsOfTheRoomAreSentAndAreNoText() {
        ready();
        Message.Room news = new Message.Room("Ann", List.of("Bob"), List.of(), List.of());
        assertEquals(List.of(news), told(new SharedMessage(news)));
        assertEquals(0, figures().messagesOut());
    }

    @Test
    void newsOfTheRoomAreHandedOn() {
        ready();
        hear(new Message.Room("Ann", List.of("Bob"), List.of(), List.of()));
        assertEquals(List.of("room [Bob]"), log.take());
    }

    @Test
    void aClosedLinkPassesNothingOn() {
        ready();
        lose(1000);
        assertEquals(List.of(), told(new SharedMessage(chat(1, "too late"))));
    }

    @Test
    void aFolderIsOffered() {
        ready();
        session.offer(new FolderOffer(id(7), Path.of("photos"), List.of(), List.of("empty"), 0, 0, 0));
        tasks.runAll();
        Message.FolderHeader header = assertInstanceOf(Message.FolderHeader.class, sent().getFirst());
        assertEquals("photos", header.name());
    }

    @Test
    void anIdleSessionTakesAFrameAtOnceAndOneThatIsBusyDoesNot() {
        ready();
        assertTrue(session.tryFrame(dialect.frame(chat(1, "at once"))));
        assertEquals(List.of("chat at once"), log.take());
        session.tick(); // waits for its turn
        assertEquals(false, session.tryFrame(dialect.frame(chat(2, "too early"))));
        tasks.runAll();
        assertEquals(List.of(), log.take());
    }
}
