package io.lamplink.common.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.History;
import io.lamplink.common.history.HistoryEntry;
import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryRecorderTest {
    private static final Instant NOW = Instant.parse("2026-11-29T14:02:00Z");
    private static final UUID SELF = new UUID(0, 7);
    private static final UUID IDENTITY = new UUID(0, 9);
    private static final Peer ANNA = peer("anna@desk", IDENTITY);
    private static final Peer BERT = peer("bert@lap", null);
    private static final Party ANNA_KEPT = new Party("anna@desk", IDENTITY);

    @TempDir
    private Path folder;

    private History history;
    private HistoryRecorder client;
    private HistoryRecorder server;

    @BeforeEach
    void open() {
        history = new History(folder.resolve("history.db"), Keeping.EVERYTHING);
        client = new HistoryRecorder(history, SELF, () -> NOW, false);
        server = new HistoryRecorder(history, SELF, () -> NOW, true);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static Peer peer(String name, UUID identity) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);
        return new Peer(UUID.randomUUID(), name, address, address, "lamplink.v1", NOW, true, identity);
    }

    private List<HistoryEntry> kept() {
        return history.flushed()
                .thenCompose(_ -> history.before(Long.MAX_VALUE, 100))
                .orTimeout(60, TimeUnit.SECONDS)
                .join()
                .entries();
    }

    private <T extends HistoryEntry> T only(Class<T> type) {
        List<HistoryEntry> kept = kept();
        assertEquals(1, kept.size(), kept::toString);
        return assertInstanceOf(type, kept.getFirst());
    }

    @Test
    void aTextOfThePeerIsKeptWithItsWriter() {
        client.onEvent(new EngineEvent.ChatReceived(ANNA, new UUID(1, 1), "hi", NOW, "", false, true));
        Text text = only(Text.class);
        assertEquals(ANNA_KEPT, text.writer());
        assertEquals(new UUID(1, 1), text.id());
        assertEquals(List.of(false, true, false), List.of(text.own(), text.direct(), text.member()));
    }

    @Test
    void aTextThatTheServerPassesOnHasItsWritersName() {
        client.onEvent(new EngineEvent.ChatReceived(ANNA, new UUID(1, 1), "hi", NOW, "carl", false, false));
        Text text = only(Text.class);
        assertEquals(new Party("carl", null), text.writer());
        assertEquals(true, text.member());
    }

    @Test
    void whatTheServerTellsAgainIsKeptOnce() {
        client.onEvent(new EngineEvent.ChatReceived(ANNA, new UUID(1, 1), "hi", NOW, "carl", false, false));
        client.onEvent(new EngineEvent.ChatReceived(ANNA, new UUID(1, 1), "hi", NOW, "carl", true, false));
        only(Text.class);
    }

    @Test
    void onAServerEveryWriterIsOneOfMany() {
        server.onEvent(new EngineEvent.ChatReceived(ANNA, new UUID(1, 1), "hi", NOW, "", false, true));
        Text text = only(Text.class);
        assertEquals(List.of(true, false), List.of(text.member(), text.direct()));
    }

    @Test
    void aTextOfThisSideIsKeptWithWhatBecameOfIt() {
        server.onEvent(new EngineEvent.PeerJoined(ANNA));
        server.onEvent(new EngineEvent.PeerJoined(BERT));
        server.onEvent(new EngineEvent.ChatSent(new UUID(1, 1), "all", NOW, List.of(), false));
        server.onEvent(new EngineEvent.ChatSent(new UUID(1, 2), "one", NOW, List.of(BERT), false));
        server.onEvent(new EngineEvent.ChatDelivered(new UUID(1, 1), List.of(ANNA)));
        server.onEvent(new EngineEvent.ChatFailed(new UUID(1, 1), BERT));

        List<HistoryEntry> kept = kept();
        Text all = assertInstanceOf(Text.class, kept.get(2));
        assertEquals(List.of(2, 1, 1), List.of(all.recipients(), all.delivered(), all.failed()));
        assertEquals(List.of(), all.to());
        server.onEvent(new EngineEvent.ChatSentAgain(new UUID(1, 1), List.of(BERT)));
        server.onEvent(new EngineEvent.ChatWaiting(new UUID(1, 1), BERT, true));
        server.onEvent(new EngineEvent.ChatDelivered(new UUID(1, 1), List.of(BERT)));
        Text again = assertInstanceOf(Text.class, kept().get(2));
        assertEquals(List.of(2, 2, 0), List.of(again.recipients(), again.delivered(), again.failed()));
        Text one = assertInstanceOf(Text.class, kept.get(3));
        assertEquals(List.of("bert@lap"), one.to());
        assertEquals(1, one.recipients());
    }

    @Test
    void whoDidNotGetATextIsKeptUntilItArrives() {
        UUID id = new UUID(1, 1);
        client.onEvent(new EngineEvent.ChatSent(id, "hi", NOW, List.of(ANNA), false));
        client.onEvent(new EngineEvent.ChatFailed(id, ANNA));
        assertEquals(
                List.of(new Text.Missing(IDENTITY, false)), only(Text.class).missing());
        client.onEvent(new EngineEvent.ChatSentAgain(id, List.of(ANNA)));
        assertEquals(List.of(new Text.Missing(IDENTITY, true)), only(Text.class).missing());
        client.onEvent(new EngineEvent.ChatDelivered(id, List.of(ANNA)));
        assertEquals(List.of(), only(Text.class).missing());
    }

    @Test
    void whatEndsWithTheProgramWaitsForTheNextStart() {
        UUID id = new UUID(1, 1);
        client.onEvent(new EngineEvent.ChatSent(id, "hi", NOW, List.of(ANNA), false));
        client.onEvent(new EngineEvent.ChatWaiting(id, ANNA, true));
        client.endsNow();
        client.onEvent(new EngineEvent.ChatWaiting(id, ANNA, false));
        client.onEvent(new EngineEvent.ChatFailed(id, ANNA));
        Text text = only(Text.class);
        assertEquals(List.of(new Text.Missing(IDENTITY, true)), text.missing());
        assertEquals(0, text.failed());
    }

    @Test
    void whatTheProgramSaysByItselfIsNotKept() {
        server.onEvent(new EngineEvent.ChatSent(new UUID(1, 1), "Welcome!", NOW, List.of(ANNA), true));
        server.onEvent(new EngineEvent.ChatDelivered(new UUID(1, 1), List.of(ANNA)));
        assertEquals(List.of(), kept());
    }

    @Test
    void comingsAndGoingsAreKept() {
        client.onEvent(new EngineEvent.PeerJoined(ANNA));
        client.onEvent(new EngineEvent.MemberJoined("carl", true));
        client.onEvent(new EngineEvent.MemberJoined("dora", false));
        client.onEvent(new EngineEvent.MemberLeft("carl"));
        client.onEvent(new EngineEvent.PeerLeft(ANNA, new CloseReason(CloseReason.ABNORMAL, ""), false));
        client.onEvent(new EngineEvent.PeerLeft(ANNA, new CloseReason(CloseReason.NORMAL, ""), true));
        assertEquals(
                List.of(
                        "anna@desk PEER_CAME",
                        "dora MEMBER_CAME",
                        "carl MEMBER_WENT",
                        "anna@desk PEER_LOST",
                        "anna@desk PEER_WENT"),
                kept().stream()
                        .map(entry -> assertInstanceOf(Visit.class, entry))
                        .map(visit -> visit.who().name() + " " + visit.turn())
                        .toList());
    }

    @Test
    void ofATransferTheBeginningAndTheEndAreKept() {
        UUID id = new UUID(2, 2);
        client.onEvent(change(snapshot(id, Direction.IN, State.OFFERED, null, null)));
        assertEquals(Outcome.UNDER_WAY, only(Transfer.class).outcome());
        client.onEvent(change(snapshot(id, Direction.IN, State.ACTIVE, null, null)));
        client.onEvent(change(snapshot(id, Direction.IN, State.COMPLETE, Path.of("/spool/x.part"), null)));
        Transfer complete = only(Transfer.class);
        assertEquals(Outcome.COMPLETE, complete.outcome());
        assertNull(complete.path(), "Where it waits is not kept.");
        client.onEvent(change(snapshot(id, Direction.IN, State.SAVED, Path.of("/home/a.bin"), null)));
        Transfer saved = only(Transfer.class);
        assertEquals(Outcome.SAVED, saved.outcome());
        assertEquals(Path.of("/home/a.bin").toString(), saved.path());
        assertEquals(ANNA_KEPT, saved.peer());
        assertEquals(Transfer.ONE_FILE, saved.files());
    }

    @Test
    void aTransferThatFailedIsKeptWithItsReasonAndSource() {
        UUID id = new UUID(2, 2);
        client.onEvent(
                change(snapshot(id, Direction.OUT, State.FAILED, Path.of("/src/a.bin"), new FolderContents(3, 1, 0))));
        Transfer failed = only(Transfer.class);
        assertEquals(Outcome.FAILED, failed.outcome());
        assertEquals(FailureReason.CANCELLED, failed.failure());
        assertEquals(Path.of("/src/a.bin").toString(), failed.path());
        assertEquals(3, failed.files());
        assertEquals(true, failed.own());
    }

    private static EngineEvent change(TransferSnapshot snapshot) {
        return new EngineEvent.TransferChanged(ANNA, snapshot, null);
    }

    private static TransferSnapshot snapshot(
            UUID id, Direction direction, State state, Path file, FolderContents contents) {
        FailureReason failure = state == State.FAILED ? FailureReason.CANCELLED : null;
        return new TransferSnapshot(
                id, direction, "a.bin", 10, 10, state, Duration.ZERO, null, true, file, failure, "", null, contents);
    }
}
