package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.control.ToastItem;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ToastModelTest {
    private final FakeWorld world = new FakeWorld();
    private boolean wanted = true;
    private final ToastModel model = new ToastModel(world.ports(), () -> wanted);

    @BeforeEach
    void scrollUp() {
        model.newestInSightProperty().set(false);
    }

    private TransferSnapshot arrive(String name) {
        TransferSnapshot moving = Samples.incoming(name, 10, 5);
        model.take(moving);
        TransferSnapshot there = Samples.in(State.COMPLETE, moving, true);
        model.take(there);
        return there;
    }

    private List<Phrase> words() {
        return model.items().stream().map(ToastItem::words).toList();
    }

    @Test
    void aFileThatHasArrivedStandsThereForFourSeconds() {
        arrive("a.zip");
        assertEquals(List.of(Phrase.of("toast.file.arrived", "a.zip")), words());
        world.pass(ToastModel.LASTS.minusMillis(1));
        world.beat();
        assertEquals(1, model.items().size());
        world.pass(Duration.ofMillis(1));
        world.beat();
        assertEquals(List.of(), words());
        assertEquals(0, world.beating());
    }

    @Test
    void manyOfAKindAreOneWhichStaysFromTheLastOn() {
        arrive("a.zip");
        world.pass(Duration.ofSeconds(3));
        arrive("b.zip");
        assertEquals(List.of(Phrase.of("toast.files.arrived", 2)), words());
        world.pass(Duration.ofSeconds(3));
        world.beat();
        assertEquals(1, model.items().size());
    }

    @Test
    void aFileThatWasSavedIsToldByTheNameItGot() {
        TransferSnapshot there = arrive("a.zip");
        model.take(there.savedAt(Path.of("/home/mei/a (2).zip")));
        assertEquals(
                List.of(Phrase.of("toast.file.saved", "a (2).zip"), Phrase.of("toast.file.arrived", "a.zip")), words());
    }

    @Test
    void nothingIsRepeatedWhileTheLogShowsItOrTheCardDoes() {
        model.newestInSightProperty().set(true);
        arrive("a.zip");
        model.tell(Phrase.of("log.listen.stopped"), true, null);
        assertEquals(List.of(), words());
        model.newestInSightProperty().set(false);
        model.setCardInSight(_ -> true);
        arrive("b.zip");
        model.tell(Phrase.of("log.listen.stopped"), true, UUID.randomUUID());
        assertEquals(List.of(), words());
        model.tell(Phrase.of("log.listen.stopped"), true, null);
        assertEquals(List.of(Phrase.of("log.listen.stopped")), words());
    }

    @Test
    void toastsGoWhenTheLogShowsTheNewestLineAgain() {
        arrive("a.zip");
        model.newestInSightProperty().set(true);
        assertEquals(List.of(), words());
        assertEquals(0, world.beating());
    }

    @Test
    void troubleComesFirstAndStandsLonger() {
        arrive("a.zip");
        model.tell(Phrase.of("history.clear.done"), false, null);
        model.tell(Phrase.of("log.pin.crowd"), true, null);
        assertEquals(Phrase.of("log.pin.crowd"), words().getFirst());
        assertEquals(3, words().size());
        world.pass(ToastModel.LASTS);
        world.beat();
        assertEquals(List.of(Phrase.of("log.pin.crowd")), words());
        world.pass(ToastModel.TROUBLE_LASTS.minus(ToastModel.LASTS));
        world.beat();
        assertEquals(List.of(), words());
    }

    @Test
    void nothingIsToldToWhoDoesNotLookNorOfWhatIsSentOrOld() {
        model.take(Samples.in(State.COMPLETE, Samples.incoming("old", 1, 1), true));
        TransferSnapshot out = Samples.outgoing("out", 10, 5);
        model.take(out);
        model.take(Samples.in(State.COMPLETE, out, true));
        wanted = false;
        arrive("a.zip");
        assertEquals(List.of(), words());
    }
}
