package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.TransferItem;
import io.lamplink.common.ui.control.TransferItem.Stage;
import io.lamplink.common.ui.control.TransferRow;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One file to many is one card. */
final class TransferBatchTest {

    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
    private final UUID batch = UUID.randomUUID();
    private final List<Peer> peers = IntStream.range(0, 3)
            .mapToObj(i -> Samples.peer("pupil-" + i, "10.0.0." + (i + 1)))
            .toList();
    private final List<TransferSnapshot> sent =
            peers.stream().map(_ -> Samples.outgoing("a.bin", 1000, 0)).toList();

    @BeforeEach
    void listen() {
        model.listen(model::handle);
    }

    @Test
    void aFileToThreeIsOneCardWithARowForEach() {
        tellAll();
        assertEquals(1, model.transfers().size());
        assertEquals(
                List.of("pupil-0", "pupil-1", "pupil-2"),
                card().receivers().stream().map(row -> row.item().peer()).toList());
        assertEquals(
                Phrase.of("transfer.list.running", 1),
                model.transferSummaryProperty().get());
    }

    @Test
    void theSameFileSentTwiceIsTwoCards() {
        tellAll();
        tell(peers.getFirst(), Samples.outgoing("a.bin", 1000, 0), UUID.randomUUID());
        assertEquals(2, model.transfers().size());
    }

    @Test
    void toOneReceiverTheCardIsThatOfATransfer() {
        tell(0, Samples.later(sent.getFirst(), 400, Duration.ofSeconds(1)));
        TransferItem item = card().item();
        assertNull(item.crowd());
        assertEquals("pupil-0", item.peer());
        assertEquals(0.4, item.progress(), 1e-9);
        assertEquals(
                Phrase.of("log.file.sending", "a.bin", new io.lamplink.common.ui.theme.Amount.Bytes(1000), "pupil-0"),
                notices().getLast().phrase());
    }

    @Test
    void theCardSumsUpWhatHasArrivedWhereverItWent() {
        tellAll();
        tell(0, Samples.in(State.COMPLETE, sent.getFirst(), true));
        tell(1, Samples.later(sent.get(1), 500, Duration.ofSeconds(1)));
        TransferItem item = card().item();
        assertEquals(Stage.MOVING, item.stage());
        assertEquals(0.5, item.progress(), 1e-9);
        assertEquals(new TransferItem.Crowd(3, 1, 0, 1500, 3000), item.crowd());
    }

    @Test
    void speedsAddUp() {
        tellAll();
        for (int i = 0; i < 3; i++) {
            tell(i, Samples.later(sent.get(i), 100, Duration.ofSeconds(1)));
            tell(i, Samples.later(sent.get(i), 200, Duration.ofSeconds(2)));
        }
        assertEquals(300, card().item().speed(), 1);
        assertEquals(8, Objects.requireNonNull(card().item().timeLeft()).toSeconds());
    }

    @Test
    void howItEndedIsToldOnceAndInOneLine() {
        tellAll();
        int before = notices().size();
        completeAll();
        assertEquals(before + 1, notices().size());
        assertEquals(
                Phrase.of("log.batch.ended", 3, 3, "a.bin"), notices().getLast().phrase());
        assertEquals(Stage.COMPLETE, card().item().stage());
        assertEquals(TransferItem.Proof.VERIFIED, card().item().proof());
    }

    @Test
    void whoComesLaterGetsARowAndNoNewLine() {
        tellAll();
        completeAll();
        int before = notices().size();
        Peer late = Samples.peer("late", "10.0.0.9");
        TransferSnapshot toLate = Samples.outgoing("a.bin", 1000, 0);
        tell(late, toLate, batch);
        assertEquals(Stage.MOVING, card().item().stage());
        tell(late, Samples.in(State.COMPLETE, toLate, true), batch);
        assertEquals(1, model.transfers().size());
        assertEquals(before, notices().size());
        assertEquals(
                Phrase.of("log.batch.ended", 4, 4, "a.bin"), notices().getLast().phrase());
    }

    @Test
    void whoDidNotGetItIsAWarning() {
        tellAll();
        tell(0, Samples.in(State.COMPLETE, sent.get(0), true));
        tell(1, Samples.in(State.COMPLETE, sent.get(1), true));
        tell(2, Samples.in(State.FAILED, sent.get(2), false));
        assertEquals(
                Phrase.of("log.batch.some", 2, 3, "a.bin"), notices().getLast().phrase());
        assertEquals(ChatEntry.Tone.ERROR, notices().getLast().tone());
    }

    @Test
    void buttonsOfTheCardAskForAllThatCanBeAsked() {
        tellAll();
        tell(0, Samples.in(State.COMPLETE, sent.getFirst(), true));
        model.transferActions().pause(card().id());
        assertEquals(List.of("pause " + sent.get(1).id(), "pause " + sent.get(2).id()), engine.asked);
    }

    @Test
    void buttonsOfARowAskForThatReceiverAlone() {
        tellAll();
        model.transferActions().cancel(card().receivers().get(1).id());
        assertEquals(List.of("cancel " + sent.get(1).id()), engine.asked);
    }

    @Test
    void allPausedHereCanBeResumed() {
        tellAll();
        TransferSnapshot.Pause byUs = new TransferSnapshot.Pause(true, false, FailureReason.PAUSED, "");
        for (int i = 0; i < 3; i++) {
            tell(i, Samples.heldUp(sent.get(i), byUs));
        }
        assertTrue(card().item().resumable());
        model.transferActions().resume(card().id());
        assertEquals(3, engine.asked.size());
    }

    @Test
    void anEndedCardGoesAsAWhole() {
        tellAll();
        model.transferActions().dismiss(card().id());
        assertEquals(1, model.transfers().size(), "not while it moves");
        completeAll();
        model.transferActions().dismiss(card().id());
        assertEquals(0, model.transfers().size());
    }

    private void tellAll() {
        for (int i = 0; i < 3; i++) {
            tell(i, sent.get(i));
        }
    }

    private void completeAll() {
        for (int i = 0; i < 3; i++) {
            tell(i, Samples.in(State.COMPLETE, sent.get(i), true));
        }
    }

    private void tell(int receiver, TransferSnapshot now) {
        tell(peers.get(receiver), now, batch);
    }

    private void tell(Peer peer, TransferSnapshot now, UUID of) {
        engine.tell(new EngineEvent.TransferChanged(peer, now, of));
    }

    private TransferRow card() {
        return model.transfers().getFirst();
    }

    private List<ChatEntry.Notice> notices() {
        return model.entries().stream()
                .filter(ChatEntry.Notice.class::isInstance)
                .map(ChatEntry.Notice.class::cast)
                .toList();
    }
}
