package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who hears, in a room that this side holds, that somebody writes. */
final class PeerHubTypingTest extends PeerHubFixture {
    @Override
    boolean holdsRoom() {
        return true;
    }

    private PlayedPeer inRoom(String name, String... capabilities) throws InterruptedException {
        PlayedPeer peer = PlayedPeer.stranger(hub);
        peer.say(new Message.Hello(name, "1", Set.of(capabilities)));
        next(EngineEvent.PeerJoined.class);
        peer.nextText("Welcome");
        return peer;
    }

    private static Message.Typing writes() {
        return new Message.Typing("", true);
    }

    @Test
    void theOthersHearByTheNameThatTheRoomKnowsWhateverTheClientSays() throws Exception {
        PlayedPeer ann = inRoom("Ann", "typing");
        PlayedPeer other = inRoom("Ann", "typing");
        other.say(new Message.Typing("Server", true));
        assertEquals(new Message.Typing("Ann (2)", true), ann.next(Message.Typing.class));
        other.say(new Message.Typing("", false));
        assertEquals(new Message.Typing("Ann (2)", false), ann.next(Message.Typing.class));
        EngineEvent.WritingChanged told = next(EngineEvent.WritingChanged.class);
        assertEquals("Ann (2)  true", told.from().name() + " " + told.writer() + " " + told.on());
        assertEquals(false, next(EngineEvent.WritingChanged.class).on());
        ann.say(chat("hi"));
        assertEquals(
                "hi",
                assertInstanceOf(Message.Chat.class, other.next(Message.class)).text());
    }

    @Test
    void whoHasNotAskedForItAndOriginalClientsHearNothing() throws Exception {
        PlayedPeer plain = inRoom("Plain");
        PlayedPeer qt = PlayedPeer.qt(hub);
        next(EngineEvent.PeerJoined.class);
        PlayedPeer ann = inRoom("Ann", "typing");
        ann.say(writes());
        next(EngineEvent.WritingChanged.class);
        hub.writing(true, Set.of());
        assertEquals(writes(), ann.next(Message.Typing.class));
        hub.say("all", Set.of());
        assertEquals(
                "all",
                assertInstanceOf(Message.Chat.class, plain.next(Message.class)).text());
        assertEquals(
                "all",
                assertInstanceOf(Message.Chat.class, qt.next(Message.class)).text());
        qt.say(new Frame.Text("{\"type\":\"TYPING\",\"on\":true}"));
        next(EngineEvent.ChatReceived.class);
    }

    @Test
    void withoutSharingTheServerAloneHears() throws Exception {
        PlayedPeer ann = inRoom("Ann", "typing");
        PlayedPeer bob = inRoom("Bob", "typing");
        hub.share(false);
        bob.say(writes());
        assertEquals("Bob", next(EngineEvent.WritingChanged.class).from().name());
        hub.say("all", Set.of());
        assertEquals(
                "all",
                assertInstanceOf(Message.Chat.class, ann.next(Message.class)).text());
    }

    @Test
    void whatIsForOneIsToldToThatOneAlone() throws Exception {
        PlayedPeer ann = PlayedPeer.stranger(hub);
        ann.say(new Message.Hello("Ann", "1", Set.of("typing")));
        UUID link = next(EngineEvent.PeerJoined.class).peer().id();
        ann.nextText("Welcome");
        PlayedPeer bob = inRoom("Bob", "typing");
        hub.writing(true, Set.of(link));
        hub.writing(false, Set.of(link));
        hub.say("all", Set.of());
        assertEquals(writes(), ann.next(Message.class));
        assertEquals(new Message.Typing("", false), ann.next(Message.class));
        assertInstanceOf(Message.Chat.class, bob.next(Message.class));
    }

    @Test
    void nothingOfItIsToldToWhoComesLater() throws Exception {
        PlayedPeer ann = inRoom("Ann", "typing");
        ann.say(writes());
        next(EngineEvent.WritingChanged.class);
        PlayedPeer late = PlayedPeer.stranger(hub);
        late.say(new Message.Hello("Late", "1", Set.of("typing")));
        hub.say("all", Set.of());
        List<Message> heard = new ArrayList<>();
        while (heard.isEmpty()
                || !(heard.getLast() instanceof Message.Chat chat && chat.text().equals("all"))) {
            heard.add(late.next(Message.class));
        }
        assertEquals(0, heard.stream().filter(Message.Typing.class::isInstance).count());
    }

    @Test
    void aTextAfterItComesAfterIt() throws Exception {
        PlayedPeer ann = inRoom("Ann", "typing");
        hub.writing(true, Set.of());
        hub.say("text", Set.of());
        hub.writing(false, Set.of());
        assertEquals(writes(), ann.next(Message.class));
        assertInstanceOf(Message.Chat.class, ann.next(Message.class));
        assertEquals(new Message.Typing("", false), ann.next(Message.class));
    }
}
