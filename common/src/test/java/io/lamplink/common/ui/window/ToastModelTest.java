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
import org.junit.jupiter.api.Test;

final class ToastModelTest {
    private final FakeWorld world = new FakeWorld();
    private boolean wanted = true;
    private final ToastModel model = new ToastModel(world.ports(), () -> wanted);

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
                List.of(Phrase.of("toast.file.arrived", "a.zip"), Phrase.of("toast.file.saved", "a (2).zip")), words());
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
