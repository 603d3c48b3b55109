package io.lamplink.common.ui.window;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.history.History;
import io.lamplink.common.power.AwakeWhileMoving;
import io.lamplink.common.recorder.HistoryRecorder;
import io.lamplink.common.recorder.Recording;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.ui.emoji.EmojiSet;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A program with a window, as a JavaFX application: log, engine and history begin before its window, and end after it. JavaFX
 * makes it, of a public class without parameters for each program.
 *
 * @param <E> its engine
 */
public abstract class WindowProgram<E extends Engine> extends Application {
    private static final String SPOOL_LIMIT = "spool-limit";

    private final String name;
    private final boolean amongMany;
    private @Nullable E engine;
    private @Nullable History history;
    private volatile @Nullable HistoryRecorder recorder;

    /**
     * A program that has not begun.
     *
     * @param name under which its settings are kept
     * @param amongMany whether each peer is one of many, as on a server
     */
    protected WindowProgram(String name, boolean amongMany) {
        this.name = name;
        this.amongMany = amongMany;
    }

    /**
     * Opens the window and returns when it is closed, with the exit status.
     *
     * @param side where on the screen
     * @param spoolLimit what the command line says of it, in bytes
     * @param named further arguments, such as {@code --name=value}
     */
    protected static int open(
            Class<? extends Application> program, Optional<ScreenSide> side, long spoolLimit, List<String> named) {
        List<String> arguments = new ArrayList<>(named);
        arguments.add("--" + SPOOL_LIMIT + "=" + spoolLimit);
        side.map(Enum::name).ifPresent(arguments::add);
        Thread.ofPlatform().daemon().name("emoji").start(EmojiSet::get); // the window will want it
        launch(program, arguments.toArray(String[]::new));
        return 0;
    }

    /** What the program is by itself, before anything was chosen; what it says by itself is in {@code language}, by any thread. */
    protected abstract HubSettings defaults(Supplier<Language> language);

    /** Begins the log. */
    protected abstract ThisProgram begin(HubSettings settings);

    /** The engine; {@code named} is what {@link #open} was given. */
    protected abstract E engine(HubSettings settings, Map<String, String> named);

    /** Shows the window. */
    protected abstract void show(Stage stage, E live, WindowOptions options);

    @Override
    public final void start(Stage stage) {
        Map<String, String> named = getParameters().getNamed();
        WindowOptions chosen = WindowOptions.ofUser(name);
        HubSettings settings = defaults(() -> language(chosen.settings()))
                .withName(chosen.settings().get("name").orElse(""))
                .withSpoolLimit(spoolLimit(chosen.settings(), Long.parseLong(named.get(SPOOL_LIMIT))));
        ThisProgram program = begin(settings);
        E live = engine(settings, named);
        History past = Recording.open(settings, HistorySettings.read(chosen.settings()));
        engine = live;
        history = past;
        // A signal ends Java without stop(); closing twice does no harm.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "lamplink-signal"));
        show(stage, live, placed(chosen.with(past).with(program)));
        FirstFrame.tellIfAsked();
        // After the window: the first to listen hears what waits to be saved.
        recorder = Recording.begin(live, past, amongMany);
        AwakeWhileMoving.begin(live);
    }

    private static Language language(Settings settings) {
        return settings.get("language").flatMap(Language::ofToken).orElseGet(Language::ofSystem);
    }

    private WindowOptions placed(WindowOptions options) {
        return getParameters().getUnnamed().stream()
                .findFirst()
                .map(side -> options.with(ScreenSide.valueOf(side).bounds()))
                .orElse(options);
    }

    @Override
    public final void stop() {
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
    private static void end(Engine engine, History history) {
        engine.close();
        history.close();
    }
}
