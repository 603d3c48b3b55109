package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Message;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a server says to clients whose links break. */
class WaitingForClientsTest extends PeerHubFixture {
    private static final UUID ANN = new UUID(16, 1);
    private static final UUID BOB = new UUID(16, 2);

    @Override
    boolean holdsRoom() {
        return true;
    }

    @Test
    void aTextThatAClientMayNotHaveWaitsForItAlone() throws Exception {
        PlayedPeer ann = joined("Ann", ANN);
        PlayedPeer bob = joined("Bob", BOB);
        UUID id = hub.say("hello all", Set.of());
        ann.nextText("hello");
        bob.nextText("hello");
        bob.say(new Message.ChatAck(id));
        assertEquals(id, next(EngineEvent.ChatDelivered.class).id());
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        EngineEvent.ChatWaiting waiting = next(EngineEvent.ChatWaiting.class);
        assertEquals(id, waiting.id());
        assertEquals("Ann", waiting.peer().name());
        PlayedPeer back = joined("Ann", ANN);
        Message.Chat again = back.nextText("hello");
        while (again.earlier()) { // The room tells each newcomer what was said; then it comes as what it is.
            again = back.nextText("hello");
        }
        assertEquals(id, again.id());
        hub.say("next", Set.of());
        assertEquals("next", bob.next(Message.Chat.class).text(), "Bob has it and does not get it again");
    }

    @Test
    void whoWasMeantToGoIsNotWaitedFor() throws Exception {
        PlayedPeer ann = joined("Ann", ANN);
        ann.say(new Message.ChatAck(ann.nextText("Welcome").id()));
        UUID id = hub.say("hello", Set.of());
        ann.nextText("hello");
        ann.leave(CloseReason.normal());
        assertEquals(id, next(EngineEvent.ChatFailed.class).id());
    }

    @Test
    void whatAClientSendsAgainIsHeardOnceAndPassedOnOnce() throws Exception {
        PlayedPeer bob = joined("Bob", BOB);
        PlayedPeer ann = joined("Ann", ANN);
        Message.Chat chat = chat("from Ann");
        ann.say(chat);
        assertEquals("from Ann", next(EngineEvent.ChatReceived.class).text());
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        PlayedPeer back = joined("Ann", ANN);
        back.say(chat);
        back.say(chat("the next of Ann"));
        assertEquals("the next of Ann", next(EngineEvent.ChatReceived.class).text());
        bob.nextText("from Ann");
        assertEquals("the next of Ann", bob.next(Message.Chat.class).text());
    }

    @Test
    void nobodySilencesAnotherByUsingTheSameId() throws Exception {
        PlayedPeer bob = joined("Bob", BOB);
        PlayedPeer ann = joined("Ann", ANN);
        Message.Chat chat = chat("first");
        bob.say(chat);
        assertEquals("first", next(EngineEvent.ChatReceived.class).text());
        ann.say(new Message.Chat(chat.id(), "second", chat.time()));
        assertEquals("second", next(EngineEvent.ChatReceived.class).text());
        assertTrue(ann.isOpen());
    }
}
