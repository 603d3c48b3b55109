package io.lamplink.common.engine;

import static io.lamplink.common.engine.PlayedPeer.DEADLINE_SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.lamplink.common.engine.HubListener.Ending;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose peers the test plays. */
abstract class PeerHubFixture {
    static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);

    record Ended(Ending ending, int code, int left) {}

    @TempDir
    Path temp;

    final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Object> links = new LinkedBlockingQueue<>();
    PeerHub hub;

    @BeforeEach
    void open() {
        HubSettings settings = new HubSettings(
                new Message.Hello("Server", "1", Set.of()),
                state(),
                DiskSpool.UNLIMITED,
                peer -> peer.isQt() ? "" : "Welcome, " + peer.name(),
                names -> "On offer: " + names);
        hub = new PeerHub(
                settings,
                new HubListener() {
                    @Override
                    public void peerJoined(Peer peer) {
                        links.add("joined");
                    }

                    @Override
                    public void linkEnded(Ending ending, CloseReason reason, int left) {
                        links.add(new Ended(ending, reason.code(), left));
                    }
                },
                holdsRoom());
        hub.addListener(events::add);
    }

    boolean holdsRoom() {
        return false;
    }

    @AfterEach
    void close() {
        hub.closeAfter(AT_ONCE);
    }

    Path state() {
        return temp.resolve("state");
    }

    Path spool() {
        return state().resolve("spool");
    }

    /** The next event of that kind; others before it are passed over. */
    <E extends EngineEvent> E next(Class<E> kind) throws InterruptedException {
        while (true) {
            EngineEvent event = events.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(event, "No " + kind.getSimpleName() + " was told.");
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
        }
    }

    TransferSnapshot next(State state) throws InterruptedException {
        while (true) {
            TransferSnapshot transfer = next(EngineEvent.TransferChanged.class).transfer();
            if (transfer.state() == state) {
                return transfer;
            }
        }
    }

    Object nextOfLink() throws InterruptedException {
        return links.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    static <T> T answer(CompletableFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    PlayedPeer joined(String name) throws InterruptedException {
        PlayedPeer peer = PlayedPeer.lamplink(hub, name);
        assertEquals(name, next(EngineEvent.PeerJoined.class).peer().name());
        return peer;
    }

    PlayedPeer joined(String name, UUID identity) throws InterruptedException {
        PlayedPeer peer = PlayedPeer.lamplink(hub, name, identity);
        assertEquals(name, next(EngineEvent.PeerJoined.class).peer().name());
        return peer;
    }

    static void push(PlayedPeer peer, UUID id, String name, byte[] bytes) throws InterruptedException {
        MessageDigest digest = Sha256.newDigest();
        digest.update(bytes);
        peer.say(new Message.FileHeader(id, name, bytes.length, null, 1000));
        peer.next(Message.FileAck.class);
        peer.say(new Message.FileChunk(id, 0, ByteBuffer.wrap(bytes)));
        peer.say(new Message.FileComplete(id, bytes.length, Sha256.of(digest)));
    }

    static Message.Chat chat(String text) {
        return new Message.Chat(UUID.randomUUID(), text, Instant.EPOCH);
    }

    void assertEnded(Ending ending, int code) throws InterruptedException {
        assertEquals("joined", nextOfLink());
        assertEquals(new Ended(ending, code, 0), nextOfLink());
        EngineEvent.PeerLeft left = next(EngineEvent.PeerLeft.class);
        assertEquals(code, left.reason().code());
    }
}
