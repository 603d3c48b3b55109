package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.LinkState;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a client says while it seeks its server again; the hub's peer is the server. */
class WaitingTextsTest extends PeerHubFixture {
    private static final UUID SERVER = new UUID(15, 1);
    private static final UUID OTHER = new UUID(15, 2);

    /** The server was there, its link broke, and the engine seeks it. */
    private void seeking(PlayedPeer server) throws Exception {
        server.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        become(LinkState.RECONNECTING);
        next(EngineEvent.PeerLeft.class);
    }

    private void become(LinkState state) throws Exception {
        // After the end of the link, which waits on the same lane.
        answer(CompletableFuture.runAsync(() -> {}, hub.home()).thenRunAsync(() -> hub.linkIs(state), hub.home()));
    }

    @Test
    void aTextThatIsWrittenMeanwhileWaitsAndGoesOutOnce() throws Exception {
        seeking(joined("Server", SERVER));
        UUID id = hub.say("are you there?", Set.of());
        EngineEvent.ChatWaiting waiting = next(EngineEvent.ChatWaiting.class);
        assertEquals(id, waiting.id());
        assertTrue(waiting.waiting());
        PlayedPeer again = joined("Server", SERVER);
        assertEquals(id, again.nextText("are you").id());
        again.say(new Message.ChatAck(id));
        assertFalse(next(EngineEvent.ChatWaiting.class).waiting());
        assertEquals(id, next(EngineEvent.ChatDelivered.class).id());
        seeking(again);
        PlayedPeer third = joined("Server", SERVER);
        hub.say("the next", Set.of());
        third.next(Message.Chat.class); // the greeting
        assertEquals("the next", third.next(Message.Chat.class).text(), "and not the first one again");
    }

    @Test
    void severalGoOutInTheOrderInWhichTheyWereWritten() throws Exception {
        seeking(joined("Server", SERVER));
        hub.say("one", Set.of());
        hub.say("two", Set.of());
        hub.say("three", Set.of());
        PlayedPeer again = joined("Server", SERVER);
        again.next(Message.Chat.class); // the greeting
        assertEquals("one", again.next(Message.Chat.class).text());
        assertEquals("two", again.next(Message.Chat.class).text());
        assertEquals("three", again.next(Message.Chat.class).text());
    }

    @Test
    void anEarlierTextGoesOutFirstThoughItCameToWaitLater() throws Exception {
        seeking(joined("Server", SERVER));
        hub.say("later", Set.of());
        hub.sayAgain(new UUID(15, 8), "earlier", Instant.EPOCH, Set.of(), false);
        PlayedPeer again = joined("Server", SERVER);
        again.next(Message.Chat.class); // the greeting
        assertEquals("earlier", again.next(Message.Chat.class).text());
        assertEquals("later", again.next(Message.Chat.class).text());
    }

    @Test
    void aTextThatWasUnderWayGoesOutAgainUnderItsId() throws Exception {
        PlayedPeer server = joined("Server", SERVER);
        UUID id = hub.say("hello", Set.of());
        server.nextText("hello");
        become(LinkState.RECONNECTING); // The hub asks when it has noted the end.
        server.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        assertTrue(next(EngineEvent.ChatWaiting.class).waiting());
        PlayedPeer again = joined("Server", SERVER);
        assertEquals(id, again.nextText("hello").id());
    }

    @Test
    void theGreetingIsNotSaidTwice() throws Exception {
        PlayedPeer server = joined("Server", SERVER);
        server.nextText("Welcome");
        become(LinkState.RECONNECTING);
        server.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        next(EngineEvent.ChatFailed.class);
        PlayedPeer again = joined("Server", SERVER);
        again.nextText("Welcome");
        hub.say("next", Set.of());
        assertEquals("next", again.next(Message.Chat.class).text());
    }

    @Test
    void whoGivesUpSeekingIsToldThatItWasNotDelivered() throws Exception {
        seeking(joined("Server", SERVER));
        UUID id = hub.say("are you there?", Set.of());
        next(EngineEvent.ChatWaiting.class);
        become(LinkState.IDLE);
        assertFalse(next(EngineEvent.ChatWaiting.class).waiting());
        assertEquals(id, next(EngineEvent.ChatFailed.class).id());
    }

    @Test
    void anotherServerNeverGetsWhatWasWrittenForThisOne() throws Exception {
        seeking(joined("Server", SERVER));
        UUID id = hub.say("for this server", Set.of());
        PlayedPeer other = joined("Other", OTHER);
        assertEquals(id, next(EngineEvent.ChatFailed.class).id());
        hub.say("for the other", Set.of());
        other.next(Message.Chat.class); // the greeting
        assertEquals("for the other", other.next(Message.Chat.class).text());
    }

    @Test
    void anOriginalServerIsKnownByWhereItIs() throws Exception {
        PlayedPeer server = PlayedPeer.qt(hub);
        next(EngineEvent.PeerJoined.class);
        seeking(server);
        hub.say("still there?", Set.of());
        next(EngineEvent.ChatWaiting.class);
        assertEquals("still there?", PlayedPeer.qt(hub).nextText("still").text());
    }

    @Test
    void whereNobodyIsSoughtATextFailsAtOnce() throws Exception {
        PlayedPeer server = joined("Server", SERVER);
        UUID id = hub.say("hello", Set.of());
        server.nextText("hello");
        server.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        EngineEvent.ChatFailed failed = next(EngineEvent.ChatFailed.class);
        while (!failed.id().equals(id)) { // The greeting was not acknowledged either.
            failed = next(EngineEvent.ChatFailed.class);
        }
    }

    @Test
    void aFailedTextIsSentAgainUnderItsIdToTheOneWhoIsThere() throws Exception {
        PlayedPeer server = joined("Server", SERVER);
        UUID id = new UUID(15, 9);
        hub.sayAgain(id, "once more", Instant.EPOCH, Set.of(), false);
        Message.Chat chat = server.nextText("once");
        assertEquals(id, chat.id());
        assertEquals(Instant.EPOCH, chat.time());
        assertEquals(
                "Server", next(EngineEvent.ChatSentAgain.class).to().getFirst().name());
    }

    @Test
    void aTextOfTheServerThatComesAgainIsHeardOnce() throws Exception {
        PlayedPeer server = joined("Server", SERVER);
        Message.Chat chat = chat("hello");
        server.say(chat);
        server.say(chat);
        server.say(chat("next"));
        assertEquals("hello", next(EngineEvent.ChatReceived.class).text());
        assertEquals("next", next(EngineEvent.ChatReceived.class).text());
        assertEquals(chat.id(), server.next(Message.ChatAck.class).id());
        assertEquals(chat.id(), server.next(Message.ChatAck.class).id(), "each time it says that it has it");
    }
}
