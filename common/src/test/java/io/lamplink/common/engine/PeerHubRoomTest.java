package io.lamplink.common.engine;

import static io.lamplink.common.engine.PlayedPeer.DEADLINE_SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hub that holds a room, with peers of both dialects. */
class PeerHubRoomTest extends PeerHubFixture {
    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);

    @Override
    boolean holdsRoom() {
        return true;
    }

    private PlayedPeer inRoom(String name, UUID identity) throws InterruptedException {
        PlayedPeer peer = PlayedPeer.stranger(hub);
        peer.say(new Message.Hello(name, "1", Set.of("room", "folders"), identity));
        next(EngineEvent.PeerJoined.class);
        return peer;
    }

    /** Passes over the greeting. */
    private PlayedPeer greeted(String name, UUID identity) throws InterruptedException {
        PlayedPeer peer = inRoom(name, identity);
        peer.nextText("Welcome");
        return peer;
    }

    @Test
    void aTextOfAClientGoesToAllOthersWithItsRoomName() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        PlayedPeer other = greeted("Ann", BOB);
        PlayedPeer qt = PlayedPeer.qt(hub);
        next(EngineEvent.PeerJoined.class);
        Message.Chat said = chat("hello");
        other.say(said);
        Message.Chat heard = ann.next(Message.Chat.class);
        assertEquals(new Message.Chat(said.id(), "hello", said.time(), "Ann (2)", false, false), heard);
        assertEquals("Ann (2): hello", qt.next(Message.Chat.class).text());
        assertEquals(said.id(), other.next(Message.ChatAck.class).id());
        EngineEvent.ChatReceived told = next(EngineEvent.ChatReceived.class);
        assertEquals("Ann (2)", told.from().name());
        assertEquals("", told.writer());
        qt.say(new Frame.Text("and I"));
        assertEquals("192.0.2.7", ann.next(Message.Chat.class).from());
        assertEquals("and I", other.next(Message.Chat.class).text());
    }

    @Test
    void whatAnOriginalClientSaysByItselfIsNotPassedOn() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        PlayedPeer qt = PlayedPeer.qt(hub);
        qt.say(new Frame.Text("客户端已连接!"));
        assertEquals("客户端已连接!", next(EngineEvent.ChatReceived.class).text());
        qt.say(new Frame.Text("hi"));
        assertEquals("hi", ann.next(Message.Chat.class).text());
    }

    @Test
    void nobodyCanSpeakForAnother() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        PlayedPeer eve = greeted("Eve", BOB);
        eve.say(new Message.Chat(new UUID(0, 1), "pay me", Instant.EPOCH, "Server", true, false));
        Message.Chat heard = ann.next(Message.Chat.class);
        assertEquals("Eve", heard.from());
        assertFalse(heard.earlier());
        EngineEvent.ChatReceived told = next(EngineEvent.ChatReceived.class);
        assertEquals("", told.writer());
        assertFalse(told.earlier());
        eve.say(new Message.Room("Ann", List.of("x"), List.of("Ann"), List.of("y")));
        eve.say(chat("after"));
        assertEquals("after", next(EngineEvent.ChatReceived.class).text());
    }

    @Test
    void withoutSharingTheServerAloneHearsAClient() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        PlayedPeer bob = greeted("Bob", BOB);
        hub.share(false);
        bob.say(chat("for the server"));
        assertEquals("for the server", next(EngineEvent.ChatReceived.class).text());
        hub.share(true);
        hub.say("for all", Set.of());
        assertEquals("for all", ann.next(Message.Chat.class).text());
        PlayedPeer late = inRoom("Late", new UUID(1, 3));
        assertEquals("for all", late.next(Message.Chat.class).text());
    }

    @Test
    void aDirectTextReachesTheChosenOnesAloneAndNeverLateOnes() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        UUID annsLink = next(EngineEvent.ChatSent.class).to().getFirst().id();
        PlayedPeer bob = greeted("Bob", BOB);
        hub.say("for Ann", Set.of(annsLink));
        hub.say("for all", Set.of());
        Message.Chat direct = ann.next(Message.Chat.class);
        assertEquals("for Ann", direct.text());
        assertTrue(direct.direct());
        assertFalse(ann.next(Message.Chat.class).direct());
        assertEquals("for all", bob.next(Message.Chat.class).text());
        bob.say(new Message.Chat(new UUID(0, 7), "for the server", Instant.EPOCH, "", false, true));
        assertTrue(next(EngineEvent.ChatReceived.class).direct());
        PlayedPeer late = inRoom("Late", new UUID(1, 3));
        assertEquals("for all", late.next(Message.Chat.class).text());
        assertEquals("Welcome, Late", late.next(Message.Chat.class).text());
    }

    @Test
    void aLateOneGetsTheLastTextsInOrderWithTheirTimes() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        for (int i = 0; i < 60; i++) {
            ann.say(new Message.Chat(new UUID(0, i), "text " + i, Instant.ofEpochSecond(i)));
            next(EngineEvent.ChatReceived.class);
        }
        PlayedPeer late = inRoom("Late", BOB);
        for (int i = 10; i < 60; i++) {
            assertEquals(
                    new Message.Chat(new UUID(0, i), "text " + i, Instant.ofEpochSecond(i), "Ann", true, false),
                    late.next(Message.Chat.class));
        }
        hub.catchUp(false);
        PlayedPeer later = inRoom("Later", new UUID(1, 3));
        assertEquals("Welcome, Later", later.next(Message.Chat.class).text());
    }

    @Test
    void membersHearOfEachOtherOnceAndOfTheirOwnNames() throws Exception {
        PlayedPeer ann = inRoom("Ann", ANN);
        assertEquals("Ann", ann.next(Message.Room.class).you());
        assertEquals(List.of("Ann"), ann.next(Message.Room.class).here());
        PlayedPeer other = inRoom("ann", BOB);
        assertEquals("ann (2)", other.next(Message.Room.class).you());
        assertEquals(
                Set.of("Ann", "ann (2)"),
                Set.copyOf(other.next(Message.Room.class).here()));
        assertEquals(List.of("ann (2)"), ann.next(Message.Room.class).joined());
        other.leave(CloseReason.normal());
        assertEquals(List.of("ann (2)"), ann.next(Message.Room.class).left());
    }

    @Test
    void aBreakThatIsSoonMendedIsNotTold() throws Exception {
        PlayedPeer ann = inRoom("Ann", ANN);
        ann.next(Message.Room.class);
        ann.next(Message.Room.class);
        PlayedPeer bob = inRoom("Bob", BOB);
        assertEquals(List.of("Bob"), ann.next(Message.Room.class).joined());
        bob.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        next(EngineEvent.PeerLeft.class);
        PlayedPeer back = inRoom("Bob", BOB);
        assertEquals("Bob", back.next(Message.Room.class).you());
        PlayedPeer third = inRoom("Tom", new UUID(1, 3));
        Message.Room news = ann.next(Message.Room.class);
        assertEquals(List.of("Tom"), news.joined());
        assertEquals(List.of(), news.left());
        assertEquals(3, third.nextHere().size());
    }

    @Test
    void aFileForEveryoneIsOfferedToLateOnesInTheSameBatchAndToNobodyTwice() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        Path file = Files.writeString(temp.resolve("a.txt"), "content");
        hub.sendFile(file, Set.of());
        UUID first = ann.next(Message.FileHeader.class).transferId();
        UUID batch = batchOf(first);
        PlayedPeer late = inRoom("Late", BOB);
        assertEquals(batch, batchOf(late.next(Message.FileHeader.class).transferId()));
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        next(EngineEvent.PeerLeft.class);
        PlayedPeer back = inRoom("Ann", ANN);
        assertEquals(first, back.next(Message.FileHeader.class).transferId());
        hub.sendFile(Files.writeString(temp.resolve("b.txt"), "x"), Set.of());
        assertEquals("b.txt", back.next(Message.FileHeader.class).name());
        assertEquals("b.txt", late.next(Message.FileHeader.class).name());
    }

    @Test
    void whatWasSentToChosenOnesOrWithdrawnOrChangedIsNotOfferedToLateOnes() throws Exception {
        PlayedPeer ann = greeted("Ann", ANN);
        UUID annsLink = next(EngineEvent.ChatSent.class).to().getFirst().id();
        hub.sendFile(Files.writeString(temp.resolve("chosen.txt"), "x"), Set.of(annsLink));
        ann.next(Message.FileHeader.class);
        hub.sendFile(Files.writeString(temp.resolve("withdrawn.txt"), "x"), Set.of());
        hub.cancel(ann.next(Message.FileHeader.class).transferId());
        Path changed = Files.writeString(temp.resolve("changed.txt"), "x");
        hub.sendFile(changed, Set.of());
        ann.next(Message.FileHeader.class);
        Files.writeString(changed, "more");
        hub.sendFile(Files.writeString(temp.resolve("pushed.txt"), "x"), Set.of());
        ann.next(Message.FileHeader.class);
        PlayedPeer late = inRoom("Late", BOB);
        assertEquals("pushed.txt", late.next(Message.FileHeader.class).name());
    }

    @Test
    void aPeerThatIsLetGoHearsItInWords() throws Exception {
        PlayedPeer ann = PlayedPeer.lamplink(hub, "Ann");
        UUID link = next(EngineEvent.PeerJoined.class).peer().id();
        hub.remove(link);
        CloseReason reason = ann.closed().get(DEADLINE_SECONDS, java.util.concurrent.TimeUnit.SECONDS);
        assertEquals(new CloseReason(CloseReason.NORMAL, "The person at the other side ended this link."), reason);
        assertTrue(next(EngineEvent.PeerLeft.class).byUs());
    }

    @Test
    void deliveriesAreToldOncePerPeer() throws Exception {
        List<PlayedPeer> peers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            peers.add(greeted("P" + i, new UUID(1, i)));
        }
        UUID id = hub.say("all", Set.of());
        for (PlayedPeer peer : peers) {
            assertEquals(id, peer.nextText("all").id());
            peer.say(new Message.ChatAck(id));
            peer.say(new Message.ChatAck(id));
        }
        List<String> by = new ArrayList<>();
        while (by.size() < peers.size()) {
            EngineEvent.ChatDelivered delivered = next(EngineEvent.ChatDelivered.class);
            assertEquals(id, delivered.id());
            delivered.by().forEach(peer -> by.add(peer.name()));
        }
        assertEquals(peers.size(), Set.copyOf(by).size());
    }

    private UUID batchOf(UUID transfer) throws InterruptedException {
        while (true) {
            EngineEvent.TransferChanged changed = next(EngineEvent.TransferChanged.class);
            if (changed.transfer().id().equals(transfer)) {
                return java.util.Objects.requireNonNull(changed.batch());
            }
        }
    }
}
