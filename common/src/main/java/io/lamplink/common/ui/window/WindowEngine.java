package io.lamplink.common.ui.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Screen;

/** What draws the windows of this program, for whoever is to find a fault. */
final class WindowEngine {
    private WindowEngine() {}

    /** A line each. On the JavaFX thread. */
    static List<String> lines() {
        Stream<String> engine = Stream.of(
                "JavaFX: " + property("javafx.runtime.version"),
                "Window engine: %s, %s drawing, %s session"
                        .formatted(
                                property("glass.platform"),
                                Platform.isSupported(ConditionalFeature.SCENE3D) ? "hardware" : "software",
                                System.getenv().getOrDefault("XDG_SESSION_TYPE", "unknown")));
        return Stream.concat(engine, Screen.getScreens().stream().map(WindowEngine::line))
                .toList();
    }

    private static String line(Screen screen) {
        return "Screen: %.0f x %.0f at %.0f %%"
                .formatted(
                        screen.getBounds().getWidth(), screen.getBounds().getHeight(), 100 * screen.getOutputScaleX());
    }

    private static String property(String name) {
        return System.getProperty(name, "default");
    }
}
