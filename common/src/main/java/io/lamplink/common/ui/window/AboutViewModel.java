package io.lamplink.common.ui.window;

import io.lamplink.common.diagnostics.Diagnostics;
import io.lamplink.common.diagnostics.Licences;
import io.lamplink.common.diagnostics.LogFiles;
import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** What there is to know of the program, and what helps to find a fault in it. On the JavaFX thread. */
public final class AboutViewModel {
    /** An engine that does not answer may be the very fault, so the diagnostics do without it then. */
    private static final long PATIENCE_SECONDS = 2;

    /** Settings that are on or off, or a number that says nothing of anybody. */
    private static final List<String> HARMLESS = List.of(
            "announce",
            "ask-before-sending",
            "catch-up",
            "do-not-disturb",
            "height",
            "history",
            "history-days",
            "notification-text",
            "notifications",
            "reconnect",
            "send-limit",
            "share",
            "sound",
            "spool-limit",
            "tell-writing",
            "width");

    private static final String HARMLESS_VALUE = "true|false|on|off|yes|no|-?[0-9]{1,19}";

    private final Engine engine;
    private final WindowPorts ports;
    private final ObservableValue<LinkState> state;

    AboutViewModel(Engine engine, WindowPorts ports, ObservableValue<LinkState> state) {
        this.engine = engine;
        this.ports = ports;
        this.state = state;
    }

    /** How the program is called. */
    Phrase name() {
        return Phrase.of(program().name().equals("server") ? "app.server.title" : "app.client.title");
    }

    /** As it was built. */
    Phrase version() {
        return Phrase.of("about.version.text", program().version());
    }

    /** The folder of the log; empty if none is written. */
    Optional<Path> logFolder() {
        return program().log().map(LogFiles::folder);
    }

    /** Shows the files of the log. */
    void showLog() {
        logFolder().ifPresent(ports.opener()::open);
    }

    /** A line break within a paragraph is the file's affair, and the window's is elsewhere. */
    private static String paragraphs(String text) {
        return text.replaceAll("(?<=[^\\n])\\n(?=[^\\n])", " ");
    }

    /** Brings the licence of this program and those of what others have made; reads them beside the window. */
    void readLicences(Consumer<String> own, Consumer<String> others) {
        ports.door().receive(CompletableFuture.supplyAsync(() -> paragraphs(Licences.own())), own);
        ports.door().receive(CompletableFuture.supplyAsync(Licences::others), others);
    }

    /**
     * Brings the diagnostics, once the engine has told how its links are.
     *
     * @param screen what draws the window
     */
    void diagnose(List<String> screen, Consumer<String> receiver) {
        LinkState now = state.getValue();
        Map<String, String> settings = settings();
        ports.door()
                .receive(
                        engine.statistics()
                                .completeOnTimeout(List.of(), PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .exceptionally(_ -> List.of())
                                .thenApplyAsync(
                                        links -> new Diagnostics(program(), screen, settings, now, links).text()),
                        receiver);
    }

    private Map<String, String> settings() {
        Map<String, String> told = new TreeMap<>();
        HARMLESS.forEach(key -> ports.settings()
                .get(key)
                .filter(value -> value.matches(HARMLESS_VALUE))
                .ifPresent(value -> told.put(key, value)));
        ports.settings()
                .get("language")
                .filter(value -> value.matches("[a-z]{2}"))
                .ifPresent(value -> told.put("language", value));
        ports.settings().get("theme").ifPresent(value -> told.put("theme", isOurs(value) ? value : "another"));
        return told;
    }

    /** A theme of the person's own has a name of their own. */
    private static boolean isOurs(String theme) {
        return theme.equals("system") || Theme.ofToken(theme).isPresent();
    }

    private ThisProgram program() {
        return ports.program();
    }
}
