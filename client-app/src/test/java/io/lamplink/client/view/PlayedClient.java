package io.lamplink.client.view;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.PlayedProgram;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.List;
import javafx.stage.Stage;

/** The client's window before an engine that a test plays. */
final class PlayedClient implements PlayedProgram<FakeClientEngine> {
    private final FakeClientEngine engine = new FakeClientEngine();

    @Override
    public FakeClientEngine engine() {
        return engine;
    }

    @Override
    public void open(Stage stage, WindowOptions options) {
        ClientWindow.open(stage, engine, options);
    }

    @Override
    public List<EngineEvent> connecting(Peer peer) {
        return List.of(
                new EngineEvent.Connecting("192.168.1.5:8080"),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(peer),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
    }
}
