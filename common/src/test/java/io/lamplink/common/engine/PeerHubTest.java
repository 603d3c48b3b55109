package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PeerHubTest extends PeerHubFixture {
    /** An original client says something in the same moment in which it connects: it must not be let go for that. */
    @Test
    void aQtClientMaySpeakBeforeAnythingElseHappens() throws InterruptedException {
        List<PlayedPeer> peers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            PlayedPeer peer = PlayedPeer.qt(hub);
            peer.say(new Frame.Text("客户端已连接!"));
            peers.add(peer);
        }
        Set<UUID> present = new HashSet<>();
        for (int heard = 0; heard < peers.size(); ) {
            EngineEvent event = next(EngineEvent.class);
            if (event instanceof EngineEvent.PeerJoined joined) {
                present.add(joined.peer().id());
            } else if (event instanceof EngineEvent.ChatReceived chat) {
                assertTrue(present.contains(chat.from().id()), "A text was told of before its writer.");
                heard++;
            }
        }
        assertTrue(peers.stream().allMatch(PlayedPeer::isOpen));
    }

    @Test
    void aPeerIsGreetedAndIntroduced() throws InterruptedException {
        PlayedPeer ann = joined("Ann");
        assertEquals("Server", ann.next(Message.Hello.class).name());
        assertEquals("Welcome, Ann", ann.next(Message.Chat.class).text());
        EngineEvent.ChatSent greeting = next(EngineEvent.ChatSent.class);
        assertTrue(greeting.automatic());
        assertEquals("Ann", greeting.to().getFirst().name());
        assertEquals("joined", nextOfLink());
    }

    @Test
    void aPeerWithoutANameIsShownByItsAddress() throws InterruptedException {
        PlayedPeer.lamplink(hub, "\u202E \u200B");
        assertEquals("192.0.2.7", next(EngineEvent.PeerJoined.class).peer().name());
        PlayedPeer.qt(hub);
        Peer qt = next(EngineEvent.PeerJoined.class).peer();
        assertEquals("192.0.2.7", qt.name());
        assertTrue(qt.isQt());
    }

    @Test
    void aTextGoesToOneOrToAll() throws InterruptedException {
        PlayedPeer ann = joined("Ann");
        UUID annsId = next(EngineEvent.ChatSent.class).to().getFirst().id();
        PlayedPeer bob = joined("Bob");
        ann.next(Message.Chat.class);
        bob.next(Message.Chat.class);
        UUID toAnn = hub.say("for Ann", Set.of(annsId));
        UUID toAll = hub.say("for all", Set.of());
        assertEquals(toAnn, ann.next(Message.Chat.class).id());
        assertEquals(toAll, ann.next(Message.Chat.class).id());
        assertEquals(toAll, bob.next(Message.Chat.class).id());
        ann.say(new Message.ChatAck(toAll));
        EngineEvent.ChatDelivered delivered = next(EngineEvent.ChatDelivered.class);
        assertEquals(toAll, delivered.id());
        assertEquals("Ann", delivered.by().getFirst().name());
        bob.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        EngineEvent.ChatFailed failed = next(EngineEvent.ChatFailed.class);
        assertEquals("Bob", failed.peer().name());
    }

    @Test
    void aLimitCountsForWhatIsSentUntilItIsLifted() throws Exception {
        Path file = Files.write(temp.resolve("large.bin"), new byte[100_000]);
        hub.limitSending(SendLimit.LEAST);
        PlayedPeer ann = joined("Ann");
        hub.sendFile(file, Set.of());
        UUID id = ann.next(Message.FileHeader.class).transferId();
        ann.say(new Message.FileAck(id, 0));
        int first = ann.next(Message.FileChunk.class).data().remaining();
        assertEquals(4 * 1024, first, "a quarter of a second's worth");
        int second = ann.next(Message.FileChunk.class).data().remaining();
        hub.limitSending(SendLimit.OFF);
        for (int rest = 100_000 - first - second; rest > 0; ) {
            rest -= ann.next(Message.FileChunk.class).data().remaining();
        }
        ann.next(Message.FileComplete.class);
    }

    @Test
    void blankTextsAreNotSent() throws InterruptedException {
        PlayedPeer ann = joined("Ann");
        hub.say(" \n\t ", Set.of());
        hub.say("x", Set.of());
        ann.next(Message.Chat.class);
        assertEquals("x", ann.next(Message.Chat.class).text());
    }

    /** H1: a request for a path is answered in the chat, with names only; nothing is read. */
    @Test
    void h1_aRequestForAPathIsAnsweredInTheChat() throws Exception {
        Path offered = Files.writeString(temp.resolve("报告.txt"), "x");
        PlayedPeer qt = PlayedPeer.qt(hub);
        next(EngineEvent.PeerJoined.class);
        hub.sendFile(offered, Set.of());
        qt.next(Message.FileHeader.class);
        qt.say(new Message.FileRequest("/etc/passwd"));
        assertEquals("/etc/passwd", next(EngineEvent.FileAskedFor.class).path());
        assertEquals("On offer: [报告.txt]", qt.next(Message.Chat.class).text());
    }

    /** H5: what cannot be sent is told to the person who asked, and nobody waits. */
    @Test
    void h5_whatCannotBeSentIsTold() throws Exception {
        Path file = Files.writeString(temp.resolve("a.txt"), "x");
        hub.sendFile(file, Set.of());
        assertEquals(new EngineEvent.SendFailed(file, SendProblem.NO_PEER), next(EngineEvent.SendFailed.class));
        joined("Ann");
        hub.sendFile(file, Set.of(UUID.randomUUID()));
        assertEquals(SendProblem.NO_PEER, next(EngineEvent.SendFailed.class).problem());
        hub.sendFile(temp.resolve("missing"), Set.of());
        assertEquals(SendProblem.NOT_FOUND, next(EngineEvent.SendFailed.class).problem());
        hub.sendFile(temp, Set.of());
        assertEquals(SendProblem.NO_FOLDERS, next(EngineEvent.SendFailed.class).problem());
    }

    @Test
    void aFileIsSentToEveryPeer() throws Exception {
        PlayedPeer ann = joined("Ann");
        PlayedPeer bob = joined("Bob");
        hub.sendFile(Files.writeString(temp.resolve("a.txt"), "content"), Set.of());
        Set<UUID> ids = new HashSet<>();
        for (PlayedPeer peer : List.of(ann, bob)) {
            Message.FileHeader header = peer.next(Message.FileHeader.class);
            ids.add(header.transferId());
            peer.say(new Message.FileAck(header.transferId(), 0));
            ByteBuffer data = peer.next(Message.FileChunk.class).data();
            assertEquals("content", StandardCharsets.UTF_8.decode(data).toString());
            Message.FileComplete end = peer.next(Message.FileComplete.class);
            peer.say(new Message.FileChunkAck(header.transferId(), end.size()));
            peer.say(new Message.FileVerified(header.transferId(), end.sha256()));
            assertTrue(next(State.COMPLETE).verified());
        }
        assertEquals(2, ids.size());
    }

    /** T2: what has arrived survives its link. */
    @Test
    void t2_aCompleteFileSurvivesADisconnect() throws Exception {
        byte[] bytes = "what arrived".getBytes(StandardCharsets.UTF_8);
        PlayedPeer ann = joined("Ann");
        push(ann, new UUID(1, 1), "a.txt", bytes);
        TransferSnapshot arrived = next(State.COMPLETE);
        ann.leave(new CloseReason(CloseReason.ABNORMAL, ""));
        next(EngineEvent.PeerLeft.class);
        Path target = temp.resolve("saved.txt");
        assertEquals(new SaveResult.Saved(target), answer(hub.save(arrived.id(), target)));
        assertArrayEquals(bytes, Files.readAllBytes(target));
        assertEquals(target, next(State.SAVED).file());
    }

    /** T3: a disconnect while a person chooses a place writes no empty file: the whole one, or nothing. */
    @Test
    void t3_aDisconnectWhileSavingIsHarmless() throws Exception {
        byte[] bytes = new byte[1000];
        PlayedPeer ann = joined("Ann");
        push(ann, new UUID(1, 1), "a.txt", bytes);
        TransferSnapshot arrived = next(State.COMPLETE);
        ann.leave(CloseReason.normal());
        CompletableFuture<SaveResult> saving = hub.saveInto(arrived.id(), temp);
        assertInstanceOf(SaveResult.Saved.class, answer(saving));
        assertEquals(1000, Files.size(temp.resolve("a.txt")));
    }

    /** T6: a file that is still coming cannot be saved. */
    @Test
    void t6_aFileThatIsStillComingCannotBeSaved() throws Exception {
        PlayedPeer ann = joined("Ann");
        UUID id = new UUID(1, 1);
        ann.say(new Message.FileHeader(id, "a.txt", 100, null, 1000));
        ann.next(Message.FileAck.class);
        ann.say(new Message.FileChunk(id, 0, ByteBuffer.allocate(50)));
        ann.next(Message.FileChunkAck.class);
        SaveResult.NotSaved not =
                assertInstanceOf(SaveResult.NotSaved.class, answer(hub.save(id, temp.resolve("a.txt"))));
        assertEquals(SaveResult.Problem.NOT_COMPLETE, not.problem());
        assertFalse(Files.exists(temp.resolve("a.txt")));
    }

    @Test
    void aTransferIsCancelledByItsId() throws Exception {
        PlayedPeer ann = joined("Ann");
        UUID id = new UUID(1, 1);
        ann.say(new Message.FileHeader(id, "a.txt", 100, null, 1000));
        ann.next(Message.FileAck.class);
        hub.cancel(id);
        assertEquals(FailureReason.CANCELLED, ann.next(Message.FileCancel.class).reason());
        assertEquals(FailureReason.CANCELLED, next(State.FAILED).failure());
    }

    /** H6: a newcomer throws nobody out, and figures are each link's own. */
    @Test
    void h6_everyLinkHasItsOwnFigures() throws Exception {
        PlayedPeer ann = joined("Ann");
        PlayedPeer bob = joined("Bob");
        ann.say(chat("one"));
        ann.say(chat("two"));
        bob.say(chat("three"));
        bob.pong(5_000_000);
        for (int i = 0; i < 3; i++) {
            next(EngineEvent.ChatReceived.class);
        }
        List<PeerStatistics> all = answer(hub.statistics());
        assertEquals(2, all.size());
        assertEquals(2, all.getFirst().messagesIn());
        assertEquals(1, all.getLast().messagesIn());
        assertEquals(List.of(), all.getFirst().roundTrips());
        assertEquals(List.of(Duration.ofMillis(5)), all.getLast().roundTrips());
        assertTrue(ann.isOpen() && bob.isOpen());
    }

    /** Deliveries that wait to be told take in what comes until their turn; the text itself must be told of by then. */
    @Test
    void aTextIsToldOfBeforeItsDelivery() throws InterruptedException {
        PlayedPeer ann = joined("Ann");
        UUID greeting = ann.next(Message.Chat.class).id();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> answered = new CompletableFuture<>();
        hub.home().execute(begun::join);
        UUID id = hub.say("hello", Set.of());
        hub.home().execute(answered::join);
        acknowledge(ann, greeting);
        begun.complete(null);
        ann.nextText("hello");
        acknowledge(ann, id);
        answered.complete(null);
        boolean sent = false;
        while (true) {
            EngineEvent event = next(EngineEvent.class);
            sent |= event instanceof EngineEvent.ChatSent text && text.id().equals(id);
            if (event instanceof EngineEvent.ChatDelivered delivered
                    && delivered.id().equals(id)) {
                assertTrue(sent, "The delivery of a text was told of before the text.");
                return;
            }
        }
    }

    /** The hub has heard of it afterwards: the answer to what is said next comes from the same lane. */
    private static void acknowledge(PlayedPeer peer, UUID text) throws InterruptedException {
        peer.say(new Message.ChatAck(text));
        peer.say(new Message.FileComplete(UUID.randomUUID(), 0, Sha256.of(Sha256.newDigest())));
        peer.next(Message.FileCancel.class);
    }
}
