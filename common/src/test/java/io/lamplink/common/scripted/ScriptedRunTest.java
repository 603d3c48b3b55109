package io.lamplink.common.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a run ends and with which status, event by event. */
final class ScriptedRunTest {
    private static final Path FILE = Path.of("a.bin");
    private static final Path INBOX = Path.of("inbox");
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private final PlayedEngine engine = new PlayedEngine();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Peer peer = peer();

    @Test
    void aServerIsDoneWhenOnePeerHasEverything() {
        ScriptedRun run = server(List.of("hi", " "), List.of(FILE));
        engine.tell(new EngineEvent.PeerJoined(peer));
        assertEquals(List.of(FILE), engine.sent);
        engine.tell(new EngineEvent.ChatDelivered(engine.said.getFirst(), List.of(peer)));
        assertFalse(run.ended().isDone());
        transfer(Direction.OUT, State.COMPLETE);
        assertEquals(0, run.ended().getNow(-1));
    }

    @Test
    void twoPeersWithHalfOfItEachAreNotEnough() {
        ScriptedRun run = server(List.of("hi"), List.of(FILE));
        Peer other = peer();
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.PeerJoined(other));
        transfer(Direction.OUT, State.COMPLETE);
        engine.tell(new EngineEvent.ChatDelivered(engine.said.getLast(), List.of(other)));
        assertFalse(run.ended().isDone());
        assertEquals(1, run.statusNow());
    }

    @Test
    void aPeerThatIsGoneBeforeItsFileIsOpenedEndsNoServer() {
        ScriptedRun run = server(List.of(), List.of(FILE));
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.PeerLeft(peer, CloseReason.normal(), false));
        engine.tell(new EngineEvent.SendFailed(FILE, SendProblem.NO_PEER));
        assertFalse(run.ended().isDone());
        assertEquals(1, run.statusNow());
    }

    @Test
    void aPeerThatTakesNoFoldersEndsNoServerButItsOwnClient() {
        ScriptedRun run = server(List.of(), List.of(FILE));
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.SendFailed(FILE, SendProblem.NO_FOLDERS));
        assertFalse(run.ended().isDone());
        assertEquals(1, run.statusNow());
        ScriptedRun ending = sending(List.of(), false);
        engine.tell(new EngineEvent.SendFailed(FILE, SendProblem.NO_FOLDERS));
        assertEquals(1, ending.ended().getNow(-1));
    }

    @Test
    void aFolderOfWhichSomethingIsMissingIsNoSuccess() {
        ScriptedRun run = server(List.of(), List.of(FILE));
        engine.tell(new EngineEvent.PeerJoined(peer));
        folder(new TransferSnapshot.FolderContents(3, 1, 2));
        assertEquals(1, run.ended().getNow(-1));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("2 files of a.bin did not arrive"));
        ScriptedRun whole = server(List.of(), List.of(FILE));
        engine.tell(new EngineEvent.PeerJoined(peer));
        folder(new TransferSnapshot.FolderContents(3, 3, 0));
        assertEquals(0, whole.ended().getNow(-1));
    }

    @Test
    void whatCannotBeReadAtAllIsToldAndMakesTheStatusOne() {
        ScriptedRun run = server(List.of(), List.of(FILE));
        run.isPartial("Some of it cannot be read.");
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.OUT, State.COMPLETE);
        assertEquals(1, run.ended().getNow(-1));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Some of it cannot be read."));
    }

    @Test
    void aFileThatHasGoneEndsTheRun() {
        ScriptedRun run = server(List.of(), List.of(FILE));
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.SendFailed(FILE, SendProblem.NOT_FOUND));
        assertEquals(1, run.ended().getNow(-1));
    }

    @Test
    void whatArrivedIsSavedBeforeTheRunEndsWithItsLink() {
        ScriptedRun run = client(List.of(), OptionalInt.of(1));
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.IN, State.COMPLETE);
        engine.tell(new EngineEvent.PeerLeft(peer, CloseReason.normal(), false));
        assertFalse(run.ended().isDone());
        engine.saves.getFirst().complete(new SaveResult.Saved(INBOX.resolve("a.bin")));
        assertEquals(0, run.ended().getNow(-1));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("transfer-complete"));
    }

    @Test
    void whatCouldNotBeSavedIsNoSuccess() {
        ScriptedRun run = client(List.of(), OptionalInt.of(1));
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.IN, State.COMPLETE);
        engine.tell(new EngineEvent.PeerLeft(peer, CloseReason.normal(), false));
        engine.saves.getFirst().complete(new SaveResult.NotSaved(SaveResult.Problem.DISK_FULL, INBOX));
        assertEquals(1, run.ended().getNow(-1));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("transfer-complete"));
    }

    /** What the fields of a message are called is nothing to a person; the log has it. */
    @Test
    void whatAPeerGotWrongIsToldWithoutTheWordsOfTheWire() {
        var _ = server(List.of("hi"), List.of());
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.FrameIgnored(peer, "The JSON field transferId is missing."));
        CloseReason reason = new CloseReason(CloseReason.MALFORMED, "The JSON field transferId is missing.");
        engine.tell(new EngineEvent.PeerLeft(peer, reason, true));
        String told = out.toString(StandardCharsets.UTF_8);
        assertFalse(told.contains("JSON field"), told);
        assertTrue(told.contains("could not be understood"), told);
        assertTrue(told.contains("\"code\":4400"), told);
    }

    @Test
    void aClientThatWasAskedForNothingEndsWellWithItsLinkEvenIfItsGreetingWasLost() {
        ScriptedRun run = client(List.of(), OptionalInt.empty());
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.ChatFailed(UUID.randomUUID(), peer));
        engine.tell(new EngineEvent.PeerLeft(peer, CloseReason.normal(), false));
        assertEquals(0, run.ended().getNow(-1));
    }

    @Test
    void aClientWhoseTextWasLostFails() {
        ScriptedRun run = client(List.of("hi"), OptionalInt.empty());
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.ChatFailed(engine.said.getFirst(), peer));
        assertEquals(1, run.ended().getNow(-1));
    }

    @Test
    void whatAnEarlierRunHasLeftIsSentTooAndCountsForNothing() {
        ScriptedRun run = server(List.of(), List.of(FILE));
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.OUT, State.COMPLETE, Path.of("left.bin"), null);
        assertFalse(run.ended().isDone());
        transfer(Direction.OUT, State.FAILED, Path.of("left2.bin"), FailureReason.SOURCE_CHANGED);
        transfer(Direction.OUT, State.COMPLETE);
        assertEquals(0, run.ended().getNow(-1));
    }

    @Test
    void whatAnEarlierRunOfferedAndHasChangedSinceIsOfferedOnceMore() {
        ScriptedRun run = sending(List.of(), false);
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.OUT, State.FAILED, FILE, FailureReason.SOURCE_CHANGED);
        assertEquals(List.of(FILE, FILE), engine.sent);
        assertFalse(run.ended().isDone());
        transfer(Direction.OUT, State.FAILED, FILE, FailureReason.SOURCE_CHANGED);
        assertEquals(1, run.ended().getNow(-1));
    }

    @Test
    void aFileThatIsGivenTwiceIsSentOnce() {
        ScriptedRun run = server(List.of(), List.of(FILE, Path.of("x", "..", "a.bin")));
        engine.tell(new EngineEvent.PeerJoined(peer));
        assertEquals(List.of(FILE), engine.sent);
        transfer(Direction.OUT, State.COMPLETE);
        assertEquals(0, run.ended().getNow(-1));
    }

    @Test
    void aFileThatWaitsSinceAnEarlierRunDoesNotCountAsArrived() {
        ScriptedRun run = new ScriptedRun(
                engine,
                new Script(List.of(), List.of(), null, false, OptionalInt.of(1), true, false),
                new EventLines(out));
        transfer(Direction.IN, State.COMPLETE); // Told for a peer of that run.
        engine.tell(new EngineEvent.PeerJoined(peer()));
        assertFalse(run.ended().isDone());
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.IN, State.COMPLETE);
        assertEquals(0, run.ended().getNow(-1));
    }

    @Test
    void aFolderThatWaitsToBeSavedHasNoPath() {
        var _ = server(List.of(), List.of());
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.IN, State.COMPLETE, null, null);
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("\"path\""), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aSignalEndsTheProgramThoughItsEndGoesWrong() {
        ScriptedRun run = server(List.of(), List.of());
        run.ended().complete(0);
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        Runnable broken = () -> {
            throw new IllegalStateException("broken");
        };
        assertThrows(IllegalStateException.class, () -> ScriptedProgram.end(run, engine, broken, closed));
        assertEquals(0, closed.join());
    }

    @Test
    void aClientWhoseFileFailsEndsAtOnce() {
        ScriptedRun run = sending(List.of(), false);
        engine.tell(new EngineEvent.PeerJoined(peer));
        transfer(Direction.OUT, State.FAILED);
        assertEquals(1, run.ended().getNow(-1));
    }

    @Test
    void aClientThatComesBackSaysAgainWhatWasLostAndOffersAgainWhatTheServerHasNot() {
        ScriptedRun run = sending(List.of("one", "two"), true);
        engine.tell(new EngineEvent.PeerJoined(peer));
        engine.tell(new EngineEvent.ChatDelivered(engine.said.get(0), List.of(peer)));
        engine.tell(new EngineEvent.ChatFailed(engine.said.get(1), peer));
        lose(peer);
        assertFalse(run.ended().isDone());
        assertTrue(
                out.toString(StandardCharsets.UTF_8).contains("{\"event\":\"reconnecting\",\"in\":0.5,\"attempt\":1}"));
        engine.tell(new EngineEvent.PeerJoined(peer));
        assertEquals(3, engine.said.size());
        assertEquals(List.of(FILE, FILE), engine.sent);
        transfer(Direction.OUT, State.COMPLETE);
        lose(peer);
        engine.tell(new EngineEvent.PeerJoined(peer));
        assertEquals(List.of(FILE, FILE), engine.sent);
        assertFalse(run.ended().isDone());
        engine.tell(new EngineEvent.ChatDelivered(engine.said.get(3), List.of(peer)));
        assertEquals(0, run.ended().getNow(-1));
    }

    @Test
    void aClientThatGivesUpComingBackEndsWithItsLink() {
        ScriptedRun run = new ScriptedRun(
                engine,
                new Script(List.of("hi"), List.of(), INBOX, false, OptionalInt.empty(), true, true),
                new EventLines(out));
        engine.tell(new EngineEvent.PeerJoined(peer));
        lose(peer);
        engine.tell(new EngineEvent.LinkChanged(LinkState.LOST));
        assertEquals(1, run.ended().getNow(-1));
    }

    private void lose(Peer lost) {
        engine.tell(new EngineEvent.PeerLeft(lost, new CloseReason(CloseReason.ABNORMAL, ""), false));
        engine.tell(new EngineEvent.Reconnecting(Duration.ofMillis(500), 1));
        engine.tell(new EngineEvent.LinkChanged(LinkState.RECONNECTING));
    }

    private ScriptedRun server(List<String> say, List<Path> send) {
        return new ScriptedRun(
                engine, new Script(say, send, null, true, OptionalInt.empty(), false, false), new EventLines(out));
    }

    private ScriptedRun client(List<String> say, OptionalInt files) {
        return new ScriptedRun(
                engine, new Script(say, List.of(), INBOX, false, files, true, false), new EventLines(out));
    }

    private ScriptedRun sending(List<String> say, boolean comesBack) {
        return new ScriptedRun(
                engine,
                new Script(say, List.of(FILE), INBOX, true, OptionalInt.empty(), true, comesBack),
                new EventLines(out));
    }

    private void transfer(Direction direction, State state) {
        transfer(direction, state, FILE, state == State.FAILED ? FailureReason.STALLED : null);
    }

    private void transfer(Direction direction, State state, @Nullable Path file, @Nullable FailureReason failure) {
        transfer(direction, state, file, failure, null);
    }

    private void folder(TransferSnapshot.FolderContents contents) {
        transfer(Direction.OUT, State.COMPLETE, FILE, null, contents);
    }

    private void transfer(
            Direction direction,
            State state,
            @Nullable Path file,
            @Nullable FailureReason failure,
            TransferSnapshot.@Nullable FolderContents contents) {
        engine.tell(new EngineEvent.TransferChanged(
                peer,
                new TransferSnapshot(
                        UUID.randomUUID(),
                        direction,
                        "a.bin",
                        5,
                        5,
                        state,
                        Duration.ofSeconds(1),
                        null,
                        false,
                        file,
                        failure,
                        "",
                        null,
                        contents),
                null));
    }

    private static Peer peer() {
        return new Peer(UUID.randomUUID(), "mei@studio", HERE, HERE, "lamplink.v1", Instant.EPOCH);
    }
}
