package io.lamplink.client.app;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.ui.window.ScreenSide;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The client as a JavaFX application: one engine, one window. Made by JavaFX. */
public final class ClientApp extends Application {
    private static final String SPOOL_LIMIT = "spool-limit";

    private static final String RECONNECT = "reconnect";

    private @Nullable ConnectingEngine engine;

    /** Opens the window and returns when it is closed, with the exit status. */
    static int open(Optional<ScreenSide> side, long spoolLimit, boolean reconnects) {
        List<String> arguments =
                new ArrayList<>(List.of("--" + SPOOL_LIMIT + "=" + spoolLimit, "--" + RECONNECT + "=" + reconnects));
        side.map(Enum::name).ifPresent(arguments::add);
        Application.launch(ClientApp.class, arguments.toArray(String[]::new));
        return 0;
    }

    @Override
    public void start(Stage stage) {
        ConnectingEngine live = new ConnectingEngine(
                ClientDefaults.settings()
                        .withSpoolLimit(
                                Long.parseLong(getParameters().getNamed().get(SPOOL_LIMIT))),
                true,
                Boolean.parseBoolean(getParameters().getNamed().get(RECONNECT))
                        ? ClientDefaults.reconnectPolicy()
                        : null);
        engine = live;
        // A signal ends Java without stop(); closing twice does no harm.
        Runtime.getRuntime().addShutdownHook(new Thread(live::close, "lamplink-signal"));
        WindowOptions options = WindowOptions.ofUser("client");
        ClientWindow.open(
                stage,
                live,
                getParameters().getUnnamed().stream()
                        .findFirst()
                        .map(side -> options.with(ScreenSide.valueOf(side).bounds()))
                        .orElse(options));
    }

    @Override
    public void stop() {
        if (engine != null) {
            engine.close();
        }
    }
}
