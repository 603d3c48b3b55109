package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    void speedAndTimeLeftAreSmoothed() {
        SpeedMeter meter = new SpeedMeter();
        assertEquals(null, meter.timeFor(1000));
        meter.note(1_000_000, Duration.ofSeconds(1));
        assertEquals(1_000_000, meter.speed(), 1);
        meter.note(1_000_000, Duration.ofMillis(1_500));
        assertTrue(meter.speed() > 500_000, "a hiccup of half a second is not a standstill");
        for (int i = 2; i < 40; i++) {
            meter.note(1_000_000 + 2_000_000L * (i - 1), Duration.ofMillis(1_500 + 1_000L * (i - 1)));
        }
        assertEquals(2_000_000, meter.speed(), 50_000);
        assertEquals(5, Objects.requireNonNull(meter.timeFor(10_000_000)).toMillis() / 1000.0, 0.5);
    }

    @Test
    void cancelAsksTheEngine() {
        tell(moving);
        model.transferActions().cancel(moving.id());
        assertEquals(List.of("cancel " + moving.id()), engine.asked);
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
        engine.tell(
                new EngineEvent.TransferChanged(Samples.qtPeer("10.0.0.9"), Samples.in(State.COMPLETE, moving, false)));
        assertEquals(TransferItem.Proof.NOT_POSSIBLE, only().proof());
    }

    private void tell(TransferSnapshot... snapshots) {
        for (TransferSnapshot snapshot : snapshots) {
            engine.tell(new EngineEvent.TransferChanged(server, snapshot));
        }
    }

    private TransferItem only() {
        assertEquals(1, model.transfers().size());
        return model.transfers().getFirst();
    }

    private ChatEntry.Notice lastNotice() {
        return (ChatEntry.Notice) model.entries().getLast();
    }
}
