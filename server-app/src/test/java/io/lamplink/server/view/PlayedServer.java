package io.lamplink.server.view;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.PlayedProgram;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.List;
import java.util.stream.IntStream;
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

    @Override
    public List<EngineEvent> crowding() {
        return IntStream.range(0, 12)
                .<EngineEvent>mapToObj(i -> new EngineEvent.PeerJoined(
                        i == 0 ? Samples.qtPeer("192.168.1.40") : Samples.peer("pupil-" + i, "192.168.1." + (i + 50))))
                .toList();
    }

    @Override
    public List<String> openers() {
        return List.of("#pinButton", "#identityButton", "#addressesButton", "#roomButton");
    }
}
