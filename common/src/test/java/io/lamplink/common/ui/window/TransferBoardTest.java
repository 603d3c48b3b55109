package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.control.TransferRow;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the window knows of files; T2 to T7 as far as the window can do something about them. */
final class TransferBoardTest {

    private static final Path TARGET = Path.of("/home/mei/chapter-3.pdf");

    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
    private final Peer server = Samples.peer("Server", "192.168.1.5");
    private final TransferSnapshot moving = Samples.incoming("chapter-3.pdf", 1000, 400);
    private final TransferSnapshot complete = Samples.in(State.COMPLETE, moving, true);
    private final TransferSnapshot saved = Samples.in(State.SAVED, moving, true);

    @BeforeEach
    void listen() {
        model.listen(model::handle);
        world.dialogs.target = Optional.of(TARGET);
    }

    @Test
    void t6_nothingCanBeSavedBeforeItIsComplete() {
        tell(moving);
        assertFalse(model.downloadableProperty().get());
        assertFalse(only().downloadable());
        model.downloadNewest();
        model.transferActions().download(moving.id());
        assertEquals(List.of(), engine.saves);
        assertEquals(List.of(), world.dialogs.proposedNames);
    }

    @Test
    void aFileThatIsSentShowsTheLimitOfAllThatIsSent() {
        world.ports().settings().put("send-limit", "2000000");
        tell(moving);
        assertEquals(0, only().limit());
        TransferSnapshot out = Samples.outgoing("lecture.mp4", 1000, 400);
        tell(out);
        assertEquals(2_000_000, model.transfers().getFirst().item().limit());
    }

    @Test
    void aCompleteFileIsSavedUnderTheNameThatThePersonChose() {
        tell(moving, complete);
        assertTrue(model.downloadableProperty().get());
        model.downloadNewest();
        assertEquals(List.of("chapter-3.pdf"), world.dialogs.proposedNames);
        assertEquals(List.of("save " + moving.id() + " " + TARGET), engine.asked);
        assertEquals(TransferItem.Stage.SAVING, only().stage());
        assertFalse(model.downloadableProperty().get());

        tell(saved);
        engine.saves.getFirst().complete(new SaveResult.Saved(TARGET));
        assertEquals(TransferItem.Stage.SAVED, only().stage());
        assertEquals(
                Phrase.of("log.file.saved", TARGET.toString()), lastNotice().phrase());
    }

    @Test
    void aPersonWhoChangesTheirMindSavesNothing() {
        tell(complete);
        world.dialogs.target = Optional.empty();
        model.downloadNewest();
        assertEquals(List.of(), engine.saves);
        assertTrue(model.downloadableProperty().get());
    }

    @ParameterizedTest
    @EnumSource
    void t5_itNeverSaysSavedWhenItWasNot(SaveResult.Problem problem) {
        tell(complete);
        model.downloadNewest();
        engine.saves.getFirst().complete(new SaveResult.NotSaved(problem, TARGET));
        assertEquals(ChatEntry.Tone.ERROR, lastNotice().tone());
        assertTrue(lastNotice().phrase().key().startsWith("save.problem."));
        assertTrue(model.downloadableProperty().get(), "it can be tried again");
    }

    @Test
    void t7_aSecondFileDoesNotTakeThePlaceOfAnUnsavedOne() {
        TransferSnapshot second = Samples.in(State.COMPLETE, Samples.incoming("second.bin", 5, 5), true);
        tell(complete, second);
        assertEquals(2, model.transfers().size());
        model.downloadNewest();
        model.downloadNewest();
        assertEquals(List.of("second.bin", "chapter-3.pdf"), world.dialogs.proposedNames);
    }

    @Test
    void t4_aFileThatStartsWhileTheDialogIsOpenIsNotSavedInstead() {
        tell(complete);
        world.dialogs.whileChoosing = () -> tell(Samples.incoming("other.bin", 1000, 10));
        model.downloadNewest();
        assertEquals(List.of("save " + moving.id() + " " + TARGET), engine.asked);
    }

    @Test
    void t2_t3_whatArrivedStaysWhenThePeerLeavesEvenWithTheDialogOpen() {
        tell(complete);
        world.dialogs.whileChoosing =
                () -> engine.tell(new EngineEvent.PeerLeft(server, new CloseReason(1006, ""), false));
        model.downloadNewest();
        assertEquals(1, engine.saves.size());
        assertEquals(1, model.transfers().size());
    }

    @Test
    void aTransferIsLoggedWhenItStartsAndWhenItEndsAndNotInBetween() {
        for (int i = 0; i < 1000; i++) {
            tell(moving);
        }
        tell(complete, complete);
        assertEquals(2, model.entries().size() - 1);
    }

    @Test
    void aFailureIsExplainedAndCancelIsNoError() {
        tell(moving, Samples.in(State.FAILED, moving, false));
        assertEquals(ChatEntry.Tone.ERROR, lastNotice().tone());
        assertEquals(Phrase.of("transfer.failure.link-lost"), only().failure());
    }

    @Test
    void theEngineIsAskedToPauseToResumeAndToCancel() {
        tell(moving);
        model.transferActions().pause(moving.id());
        model.transferActions().resume(moving.id());
        model.transferActions().cancel(moving.id());
        assertEquals(List.of("pause " + moving.id(), "resume " + moving.id(), "cancel " + moving.id()), engine.asked);
    }

    @Test
    void aSavedFileIsOpenedAndShownWhereItIs() {
        tell(complete, saved);
        model.transferActions().open(moving.id());
        model.transferActions().showInFolder(moving.id());
        assertEquals(List.of("open " + saved.file(), "show " + saved.file()), world.opener.opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup.exe", "run.SH", "a.pdf.desktop", "x.jar", "y.ps1"})
    void aProgramThatAPeerSentIsNotOffered(String name) {
        tell(Samples.in(State.SAVED, Samples.incoming(name, 10, 10), true));
        assertFalse(only().openable());
    }

    @Test
    void onlyEndedCardsCanBeTakenAwayAndNoUnsavedFile() {
        tell(moving);
        model.transferActions().dismiss(moving.id());
        tell(complete);
        model.transferActions().dismiss(moving.id());
        assertEquals(1, model.transfers().size());
        tell(saved);
        model.transferActions().dismiss(moving.id());
        assertEquals(List.of(), model.transfers());
    }

    @Test
    void exitAsksWhenAFileWasNotSavedOrIsUnderWay() {
        world.dialogs.yes = false;
        assertTrue(model.mayClose());
        tell(moving);
        assertFalse(model.mayClose());
        tell(complete);
        assertFalse(model.mayClose());
        assertEquals(
                List.of(Phrase.of("exit.confirm.detail", 1, 0), Phrase.of("exit.confirm.detail", 0, 1)),
                world.dialogs.details);
        tell(saved);
        assertTrue(model.mayClose());
    }

    @Test
    void aQtPeersFileIsCompleteButNotVerifiable() {
        engine.tell(new EngineEvent.TransferChanged(
                Samples.qtPeer("10.0.0.9"), Samples.in(State.COMPLETE, moving, false), null));
        assertEquals(TransferItem.Proof.NOT_POSSIBLE, only().proof());
    }

    @Test
    void theNewestRowComesFirstAndStaysTheSameWhileItsTransferMoves() {
        TransferSnapshot second = Samples.incoming("second.bin", 5, 1);
        tell(moving, second);
        assertEquals(
                List.of(second.id(), moving.id()),
                model.transfers().stream().map(TransferRow::id).toList());
        TransferRow row = model.transfers().getLast();
        tell(complete);
        assertSame(row, model.transfers().getLast());
        assertEquals(TransferItem.Stage.COMPLETE, row.item().stage());
    }

    @Test
    void theSummaryCountsWhatMovesAndWhatIsPaused() {
        assertEquals(Phrase.of("transfer.list.heading"), summary());
        TransferSnapshot second = Samples.incoming("second.bin", 5, 1);
        tell(moving, second);
        assertEquals(Phrase.of("transfer.list.running", 2), summary());
        TransferSnapshot.Pause byUs = new TransferSnapshot.Pause(true, false, FailureReason.PAUSED, "");
        tell(Samples.heldUp(second, byUs));
        assertEquals(Phrase.of("transfer.list.both", 1, 1), summary());
        assertFalse(model.mayClose() && world.dialogs.details.isEmpty(), "a paused one is under way, too");
        tell(complete);
        assertEquals(Phrase.of("transfer.list.paused", 1), summary());
        tell(Samples.in(State.FAILED, second, false));
        assertEquals(Phrase.of("transfer.list.heading"), summary());
    }

    /** Thousands of changes are no changes of the list: only a card that asks is told. */
    @Test
    void progressChangesNoRowsAndMakesNoItems() {
        List<TransferSnapshot> all = IntStream.range(0, 2_000)
                .mapToObj(i -> Samples.incoming("file " + i, 1_000, 0))
                .toList();
        all.forEach(this::tell);
        int[] changes = {0};
        model.transfers().addListener((ListChangeListener<TransferRow>) _ -> changes[0]++);
        int[] told = {0};
        var _ = model.transferSummaryProperty().subscribe((_, _) -> told[0]++);
        for (int i = 1; i <= 30; i++) {
            Duration active = Duration.ofMillis(33L * i);
            long moved = i;
            all.forEach(one -> tell(Samples.later(one, moved, active)));
        }
        assertEquals(0, changes[0]);
        assertEquals(0, told[0]);
        assertEquals(0.03, model.transfers().getFirst().item().progress(), 1e-9);
    }

    private Phrase summary() {
        return model.transferSummaryProperty().get();
    }

    private void tell(TransferSnapshot... snapshots) {
        for (TransferSnapshot snapshot : snapshots) {
            engine.tell(new EngineEvent.TransferChanged(server, snapshot, null));
        }
    }

    private TransferItem only() {
        assertEquals(1, model.transfers().size());
        return model.transfers().getFirst().item();
    }

    private ChatEntry.Notice lastNotice() {
        return (ChatEntry.Notice) model.entries().getLast();
    }
}
