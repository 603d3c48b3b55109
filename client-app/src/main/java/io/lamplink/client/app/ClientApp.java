package io.lamplink.client.app;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.window.ScreenSide;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.common.ui.window.WindowProgram;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;

/** The client as a JavaFX application: one engine, one window. Made by JavaFX. */
public final class ClientApp extends WindowProgram<ConnectingEngine> {
    private static final String RECONNECT = "reconnect";

    /** For JavaFX alone. */
    public ClientApp() {
        super("client", false);
    }

    /** Opens the window and returns when it is closed, with the exit status. */
    static int open(Optional<ScreenSide> side, long spoolLimit, boolean reconnects) {
        return open(ClientApp.class, side, spoolLimit, List.of("--" + RECONNECT + "=" + reconnects));
    }

    @Override
    protected HubSettings defaults(Supplier<Language> language) {
        return ClientDefaults.settings(language);
    }

    @Override
    protected ThisProgram begin(HubSettings settings) {
        return ClientDefaults.begin(settings);
    }

    @Override
    protected ConnectingEngine engine(HubSettings settings, Map<String, String> named) {
        boolean reconnects = Boolean.parseBoolean(named.get(RECONNECT));
        return new ConnectingEngine(settings, true, reconnects ? ClientDefaults.reconnectPolicy() : null);
    }

    @Override
    protected void show(Stage stage, ConnectingEngine live, WindowOptions options) {
        ClientWindow.open(stage, live, options);
    }
}
