package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: writes pictures of the settings of both windows in all themes and languages into target/pictures, to be looked
 * at. Run it with {@code -Dtest=SettingsPictures}.
 */
@ExtendWith(Fx.class)
final class SettingsPictures {

    @Test
    void draw() throws Exception {
        Looks.each((options, suffix) -> {
            draw(
                    WindowPictures.open(new WindowPictures.Server(), ServerWindow::open, options, 1000, 680),
                    "server" + suffix);
            draw(
                    WindowPictures.open(new WindowPictures.Client(), ClientWindow::open, options, 720, 500),
                    "client" + suffix);
        });
    }

    /** In words that are 40 % longer; the windows themselves too. */
    @Test
    void drawLonger() {
        System.setProperty("lamplink.pseudo-language", "true");
        WindowOptions options = Looks.of(Theme.MIDNIGHT, Language.ENGLISH).with(new FakeDialogs());
        try {
            draw(
                    WindowPictures.open(new WindowPictures.Server(), ServerWindow::open, options, 720, 500),
                    "server-longer");
            draw(
                    WindowPictures.open(new WindowPictures.Client(), ClientWindow::open, options, 720, 500),
                    "client-longer");
        } finally {
            System.clearProperty("lamplink.pseudo-language");
        }
    }

    private static void draw(Stage stage, String name) {
        Fx.run(() -> ((Button) stage.getScene().lookup("#settingsButton")).fire());
        WindowPictures.shoot(stage, "settings-button-" + name);
        Stage settings = Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && stage.equals(one.getOwner()))
                .findFirst()
                .orElseThrow());
        WindowPictures.shoot(settings, "settings-1-" + name);
        Fx.run(() -> ((ScrollPane) settings.getScene().lookup(".scroll-pane")).setVvalue(0.45));
        WindowPictures.shoot(settings, "settings-middle-" + name);
        Fx.run(() -> ((ScrollPane) settings.getScene().lookup(".scroll-pane")).setVvalue(1));
        WindowPictures.shoot(settings, "settings-2-" + name);
        Fx.run(() -> ((ComboBox<?>) settings.getScene().lookup("#historySetting")).show());
        WindowPictures.shootPopup("settings-3-" + name);
        Fx.run(settings::hide);
        Fx.run(stage::hide);
    }
}
