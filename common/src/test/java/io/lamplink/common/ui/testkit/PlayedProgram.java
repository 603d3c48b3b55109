package io.lamplink.common.ui.testkit;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.List;
import java.util.Map;
import javafx.stage.Stage;

/** One of the two programs, as far as its window is concerned: an engine that a test plays, and how the window opens. */
public interface PlayedProgram<E extends FakeEngine> {
    /** What the window is told by and asks; always the same one. */
    E engine();

    /** Shows the window; called on the JavaFX thread. */
    void open(Stage stage, WindowOptions options);

    /** What the engine tells from the start until it is connected with {@code peer}; the last two make it so. */
    List<EngineEvent> connecting(Peer peer);

    /** What the engine tells when others are there too, beside whom it is connected with. */
    List<EngineEvent> crowding();

    /** The buttons that open what only this window has. */
    List<String> openers();

    /** What only this program's engine may ask a person, by name. */
    default Map<String, EngineEvent> questions() {
        return Map.of();
    }
}
