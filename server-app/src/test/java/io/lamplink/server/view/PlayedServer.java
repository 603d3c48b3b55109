package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.ServerScript;
import io.lamplink.common.ui.window.WindowOptions;
import javafx.stage.Stage;

/** The server's window before an engine that a test plays. */
final class PlayedServer extends ServerScript<FakeServerEngine> {
    PlayedServer() {
        super(new FakeServerEngine());
    }

    @Override
    public void open(Stage stage, WindowOptions options) {
        ServerWindow.open(stage, engine(), options);
    }
}
