package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.window.WindowOptions;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing keeps a window in memory once it has closed, whatever was opened from it and done in it. */
@ExtendWith(Fx.class)
public abstract class ForgettingContract<E extends FakeEngine> {
    /** One collection is enough for what nothing holds; what waits in a queue of JavaFX goes with the pulses between them. */
    private static final int COLLECTIONS = 20;

    private final Supplier<PlayedProgram<E>> programs;

    /** What is remembered is the window alone: each test makes a program of its own, and forgets it. */
    protected ForgettingContract(Supplier<PlayedProgram<E>> programs) {
        this.programs = programs;
    }

    private record Seen(String name, WeakReference<Window> window) {}

    @Test
    void aWindowThatWasOnlyOpenIsForgotten() {
        List<Seen> seen = new ArrayList<>();
        openAndClose(seen);
        assertEquals(Set.of(), kept(seen));
    }

    @Test
    void aWindowThatWasUsedIsForgottenWithAllThatItOpened() {
        List<Seen> seen = new ArrayList<>();
        try (CssWarnings warnings = new CssWarnings()) {
            use(seen);
            assertEquals(List.of(), warnings.heard());
        }
        assertEquals(Set.of(), kept(seen));
    }

    private void openAndClose(List<Seen> seen) {
        PlayedProgram<E> program = programs.get();
        Stage stage = Fx.get(Stage::new);
        Fx.run(() -> program.open(stage, options()));
        Fx.settle();
        seen.add(new Seen("the window", new WeakReference<>(stage)));
        Fx.run(stage::hide);
    }

    private void use(List<Seen> seen) {
        PlayedProgram<E> program = programs.get();
        Sights.each(
                program,
                options(),
                1000,
                680,
                (name, scene) -> seen.add(
                        new Seen(name, new WeakReference<>(Objects.requireNonNull(Fx.get(scene::getWindow), name)))));
        tellAfterwards(program.engine());
    }

    /** An engine that ends tells so, to a window that has closed; its messages come from other threads. */
    private static void tellAfterwards(FakeEngine engine) {
        Peer mei = Samples.peer("Mei", "192.168.1.21");
        engine.tell(new EngineEvent.PeerJoined(mei), Samples.received(mei, "Good night 🌙"));
        engine.tell(new EngineEvent.TransferChanged(mei, Samples.incoming("late.txt", 12_345, 0), null));
        engine.tell(new EngineEvent.LinkChanged(LinkState.IDLE));
        Fx.settle();
    }

    private static WindowOptions options() {
        return WindowOptions.forgetful(Samples.studio())
                .with(new FakeTray().hideout())
                .with(Language.ENGLISH)
                .with(new FakeOpener())
                .with(StillTime.time());
    }

    /** The names of the windows that are still in memory. */
    private static Set<String> kept(List<Seen> seen) {
        Set<String> kept = names(seen);
        for (int i = 0; i < COLLECTIONS && !kept.isEmpty(); i++) {
            Fx.get(Robot::new); // The headless platform's last robot remembers the window that it worked on.
            Fx.settle();
            System.gc();
            kept = names(seen);
        }
        return kept;
    }

    private static Set<String> names(List<Seen> seen) {
        Set<String> names = new TreeSet<>();
        for (Seen one : seen) {
            if (!one.window().refersTo(null)) {
                names.add(one.name());
            }
        }
        return names;
    }
}
