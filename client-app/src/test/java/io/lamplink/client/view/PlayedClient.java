package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.ClientScript;
import io.lamplink.common.ui.window.WindowOptions;
import javafx.stage.Stage;

/** The client's window before an engine that a test plays. */
final class PlayedClient extends ClientScript<FakeClientEngine> {
    PlayedClient() {
        super(new FakeClientEngine());
    }

    @Override
    public void open(Stage stage, WindowOptions options) {
        ClientWindow.open(stage, engine(), options);
    }
}
