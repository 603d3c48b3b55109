package io.lamplink.common.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.History;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.testkit.FakeEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that ends while texts wait, and the next start of it. */
final class WaitingTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T14:02:00Z");
    private static final Peer ANNA = peer("anna@desk", new UUID(0, 9));

    @TempDir
    private Path folder;

    private FakeEngine engine = new FakeEngine();
    private History history;
    private HistoryRecorder recorder;

    private void start() {
        start(false);
    }

    private void start(boolean server) {
        engine = new FakeEngine();
        history = new History(folder.resolve("history.db"), Keeping.EVERYTHING);
        recorder = Recording.begin(engine, history, server);
    }

    private void end() {
        recorder.endsNow();
        history.close();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static Peer peer(String name, UUID identity) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);
        return new Peer(UUID.randomUUID(), name, address, address, "lamplink.v1", NOW, true, identity);
    }

    private void writeWhileAway(UUID id, String text) {
        engine.tell(
                new EngineEvent.ChatSent(id, text, NOW, List.of(ANNA), false),
                new EngineEvent.ChatWaiting(id, ANNA, true));
    }

    /** Waits until what was asked of the history before has been answered. */
    private void settle() {
        history.flushed()
                .thenCompose(_ -> history.before(Long.MAX_VALUE, 1))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private void join(Peer peer) {
        settle();
        engine.tell(new EngineEvent.PeerJoined(peer));
        settle();
    }

    @Test
    void aTextThatWaitsAtTheEndGoesOutAtTheNextStartInItsOrderAndOnce() {
        start();
        writeWhileAway(new UUID(1, 1), "one");
        writeWhileAway(new UUID(1, 2), "two");
        end();
        start();
        Peer back = peer("anna@desk", new UUID(0, 9));
        join(back);
        assertEquals(
                List.of(new FakeEngine.Said("one", Set.of(back.id())), new FakeEngine.Said("two", Set.of(back.id()))),
                engine.saidAgain);
        join(peer("anna@desk", new UUID(0, 9)));
        assertEquals(2, engine.saidAgain.size(), "the engine has them now");
    }

    @Test
    void whatWasForOnePeerAloneGoesToItAlone() {
        start(true);
        engine.tell(new EngineEvent.PeerJoined(ANNA), new EngineEvent.PeerJoined(peer("bert", new UUID(0, 10))));
        writeWhileAway(new UUID(1, 1), "for you");
        engine.tell(
                new EngineEvent.ChatSent(new UUID(1, 2), "for all", NOW, List.of(), false),
                new EngineEvent.ChatWaiting(new UUID(1, 2), ANNA, true));
        end();
        start(true);
        join(peer("anna@desk", new UUID(0, 9)));
        assertEquals(
                List.of(
                        "say again " + new UUID(1, 1) + " for you directly",
                        "say again " + new UUID(1, 2) + " for all"),
                List.copyOf(engine.asked));
    }

    @Test
    void nobodyElseGetsIt() {
        start();
        writeWhileAway(new UUID(1, 1), "one");
        end();
        start();
        join(peer("anna@desk", new UUID(0, 10)));
        join(peer("anna@desk", null));
        assertEquals(List.of(), engine.saidAgain);
    }

    @Test
    void whatHasArrivedOrFailedDoesNotGoOutByItself() {
        start();
        writeWhileAway(new UUID(1, 1), "arrived");
        writeWhileAway(new UUID(1, 2), "failed");
        engine.tell(
                new EngineEvent.ChatDelivered(new UUID(1, 1), List.of(ANNA)),
                new EngineEvent.ChatFailed(new UUID(1, 2), ANNA));
        end();
        start();
        join(ANNA);
        assertEquals(List.of(), engine.saidAgain);
    }

    @Test
    void whatThisRunWroteIsTheEnginesAffair() {
        start();
        writeWhileAway(new UUID(1, 1), "one");
        join(ANNA);
        assertEquals(List.of(), engine.saidAgain);
    }
}
