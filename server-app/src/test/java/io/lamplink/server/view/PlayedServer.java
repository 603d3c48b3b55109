package io.lamplink.server.view;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.PlayedProgram;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.List;
import javafx.stage.Stage;

/** The server's window before an engine that a test plays. */
final class PlayedServer implements PlayedProgram<FakeServerEngine> {
    private final FakeServerEngine engine = new FakeServerEngine();

    @Override
    public FakeServerEngine engine() {
        return engine;
    }

    @Override
    public void open(Stage stage, WindowOptions options) {
        ServerWindow.open(stage, engine, options);
    }

    @Override
    public List<EngineEvent> connecting(Peer peer) {
        return List.of(
                new EngineEvent.Listening(Samples.listening()),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(peer),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
    }
}
