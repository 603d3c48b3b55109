package io.lamplink.server.app;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.window.ScreenSide;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.common.ui.window.WindowProgram;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.net.DoorRules;
import io.lamplink.server.view.ServerWindow;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;

/** The server as a JavaFX application: one engine, one window. Made by JavaFX. */
public final class ServerApp extends WindowProgram<ListeningEngine> {

    /** For JavaFX alone. */
    public ServerApp() {
        super("server", true);
    }

    /** Opens the window and returns when it is closed, with the exit status. */
    static int open(Optional<ScreenSide> side, long spoolLimit, DoorRules rules) {
        return open(ServerApp.class, side, spoolLimit, DoorOptions.arguments(rules));
    }

    @Override
    protected HubSettings defaults(Supplier<Language> language) {
        return ServerDefaults.settings(language);
    }

    @Override
    protected ThisProgram begin(HubSettings settings) {
        return ServerDefaults.begin(settings);
    }

    @Override
    protected ListeningEngine engine(HubSettings settings, Map<String, String> named) {
        ListeningEngine live = new ListeningEngine(settings, DoorOptions.rules(named));
        live.rememberPin(settings);
        return live;
    }

    @Override
    protected void show(Stage stage, ListeningEngine live, WindowOptions options) {
        ServerWindow.open(stage, live, options);
    }
}
