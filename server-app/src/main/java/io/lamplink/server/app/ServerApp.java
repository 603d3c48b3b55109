package io.lamplink.server.app;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.history.History;
import io.lamplink.common.recorder.HistoryRecorder;
import io.lamplink.common.recorder.Recording;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.ui.emoji.EmojiSet;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.window.FirstFrame;
import io.lamplink.common.ui.window.HistorySettings;
import io.lamplink.common.ui.window.ScreenSide;
import io.lamplink.common.ui.window.SpoolLimit;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.net.DoorRules;
import io.lamplink.server.view.ServerWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The server as a JavaFX application: one engine, one window. Made by JavaFX. */
public final class ServerApp extends Application {
    private static final String SPOOL_LIMIT = "spool-limit";

    private @Nullable ListeningEngine engine;
    private @Nullable History history;
    private volatile @Nullable HistoryRecorder recorder;

    /** Opens the window and returns when it is closed, with the exit status. */
    static int open(Optional<ScreenSide> side, long spoolLimit, DoorRules rules) {
        List<String> arguments = new ArrayList<>(List.of("--" + SPOOL_LIMIT + "=" + spoolLimit));
        arguments.addAll(DoorOptions.arguments(rules));
        side.map(Enum::name).ifPresent(arguments::add);
        Thread.ofPlatform().daemon().name("emoji").start(EmojiSet::get); // the window will want it
        Application.launch(ServerApp.class, arguments.toArray(String[]::new));
        return 0;
    }

    @Override
    public void start(Stage stage) {
        Map<String, String> named = getParameters().getNamed();
        WindowOptions chosen = WindowOptions.ofUser("server");
        HubSettings settings = ServerDefaults.settings()
                .withName(chosen.settings().get("name").orElse(""))
                .withSpoolLimit(spoolLimit(chosen.settings(), Long.parseLong(named.get(SPOOL_LIMIT))));
        ThisProgram program = ServerDefaults.begin(settings);
        ListeningEngine live = new ListeningEngine(settings, DoorOptions.rules(named));
        live.rememberPin(settings);
        History past = Recording.open(settings, HistorySettings.read(chosen.settings()));
        WindowOptions options = chosen.with(past).with(program);
        engine = live;
        history = past;
        // A signal ends Java without stop(); closing twice does no harm.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "lamplink-signal"));
        ServerWindow.open(
                stage,
                live,
                getParameters().getUnnamed().stream()
                        .findFirst()
                        .map(side -> options.with(ScreenSide.valueOf(side).bounds()))
                        .orElse(options));
        FirstFrame.tellIfAsked();
        // After the window: the first to listen hears what waits to be saved.
        recorder = Recording.begin(live, past, true);
    }

    @Override
    public void stop() {
        if (recorder != null) {
            recorder.endsNow();
        }
        if (engine != null && history != null) {
            end(engine, history);
        }
    }

    /** What the command line says, or else what was chosen in the window. */
    private static long spoolLimit(Settings settings, long said) {
        return said == DiskSpool.UNLIMITED ? SpoolLimit.read(settings) : said;
    }

    /** What the engine tells at its end is kept too. */
    private static void end(ListeningEngine engine, History history) {
        engine.close();
        history.close();
    }
}
