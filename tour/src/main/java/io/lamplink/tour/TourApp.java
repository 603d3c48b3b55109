package io.lamplink.tour;

import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Gives the tour its JavaFX thread. Made by JavaFX. */
public final class TourApp extends Application {
    private static final AtomicInteger STATUS = new AtomicInteger(1);

    /** 0 if the tour that has ended was as it should be. */
    static int status() {
        return STATUS.get();
    }

    @Override
    public void start(Stage unused) {
        Platform.setImplicitExit(false);
        List<String> parameters = getParameters().getRaw();
        Path out = Path.of(parameters.get(0));
        Theme theme = Theme.ofToken(parameters.get(1)).orElseThrow();
        Language language = Language.ofToken(parameters.get(2)).orElseThrow();
        Thread.ofPlatform().name("tour").start(() -> {
            STATUS.set(new Tour(out, theme, language).walk() ? 0 : 1);
            Platform.exit();
        });
    }
}
