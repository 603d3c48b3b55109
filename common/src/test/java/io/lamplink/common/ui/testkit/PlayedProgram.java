package io.lamplink.common.ui.testkit;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.List;
import java.util.Map;
import javafx.stage.Stage;

/** One of the two programs, as far as its window is concerned: an engine that a test plays, and how the window opens. */
public abstract class PlayedProgram<E extends FakeEngine> {
    private final E engine;
    private final EngineEvent beginning;

    /**
     * A program with {@code engine}.
     *
     * @param beginning what the engine tells when it begins to wait for a peer
     */
    PlayedProgram(E engine, EngineEvent beginning) {
        this.engine = engine;
        this.beginning = beginning;
    }

    /** What the window is told by and asks; always the same one. */
    public final E engine() {
        return engine;
    }

    /** Shows the window; called on the JavaFX thread. */
    public abstract void open(Stage stage, WindowOptions options);

    /** What the engine tells from the start until it is connected with {@code peer}; the last two make it so. */
    public final List<EngineEvent> connecting(Peer peer) {
        return List.of(
                beginning,
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(peer),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
    }

    /** What the engine tells when others are there too, beside whom it is connected with. */
    public abstract List<EngineEvent> crowding();

    /** The buttons that open what only this window has. */
    public abstract List<String> openers();

    /** What only this program's engine may ask a person, by name. */
    public Map<String, EngineEvent> questions() {
        return Map.of();
    }
}
