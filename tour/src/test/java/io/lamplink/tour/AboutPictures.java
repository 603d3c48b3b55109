package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.diagnostics.LogFiles;
import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.diagnostics.UncaughtErrors;
import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Not a test: writes pictures of what both windows tell of the program, and of an error in it, in all themes and languages into
 * target/pictures, to be looked at. Run it with {@code -Dtest=AboutPictures}.
 */
@ExtendWith(Fx.class)
final class AboutPictures {
    @TempDir
    private Path temp;

    @Test
    void draw() throws Exception {
        try (LogFiles log = LogFiles.begin(temp, "Lamplink")) {
            Looks.each((options, suffix) -> {
                ThisProgram server = new ThisProgram("server", "0.1.0", Optional.of(log), new UncaughtErrors());
                ThisProgram client = new ThisProgram("client", "0.1.0", Optional.of(log), new UncaughtErrors());
                WindowOptions of = options.with(server);
                draw(
                        WindowPictures.open(new WindowPictures.Server(), ServerWindow::open, of, 1000, 680),
                        server,
                        "server" + suffix);
                of = options.with(client);
                draw(
                        WindowPictures.open(new WindowPictures.Client(), ClientWindow::open, of, 720, 500),
                        client,
                        "client" + suffix);
            });
        }
    }

    /** In words that are 40 % longer. */
    @Test
    void drawLonger() throws Exception {
        System.setProperty("lamplink.pseudo-language", "true");
        try (LogFiles log = LogFiles.begin(temp, "Lamplink")) {
            ThisProgram server = new ThisProgram("server", "0.1.0", Optional.of(log), new UncaughtErrors());
            WindowOptions options = Looks.of(Theme.MIDNIGHT, Language.ENGLISH)
                    .with(new FakeDialogs())
                    .with(server);
            draw(
                    WindowPictures.open(new WindowPictures.Server(), ServerWindow::open, options, 720, 500),
                    server,
                    "server-longer");
        } finally {
            System.clearProperty("lamplink.pseudo-language");
        }
    }

    private static void draw(Stage stage, ThisProgram program, String name) {
        Fx.run(() -> ((Button) stage.getScene().lookup("#settingsButton")).fire());
        Stage settings = beside(stage);
        WindowPictures.shoot(settings, "about-settings-" + name);
        Fx.run(() -> {
            ((Button) settings.getScene().lookup("#aboutButton")).fire();
            settings.hide();
        });
        Fx.settle();
        Stage about = beside(stage);
        WindowPictures.shoot(about, "about-" + name);
        Fx.run(() -> ((ScrollPane) about.getScene().lookup(".scroll-pane")).setVvalue(1));
        Fx.settle();
        WindowPictures.shoot(about, "about-others-" + name);
        Fx.run(about::hide);
        program.errors().uncaughtException(Thread.currentThread(), new IllegalStateException("For a picture."));
        Fx.settle();
        Stage error = beside(stage);
        WindowPictures.shoot(error, "about-error-" + name);
        Fx.run(error::hide);
        Fx.run(stage::hide);
    }

    private static Stage beside(Stage stage) {
        return Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && stage.equals(one.getOwner()))
                .findFirst()
                .orElseThrow());
    }
}
