package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.ui.testkit.ClientScript;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Pictures;
import io.lamplink.common.ui.testkit.PlayedProgram;
import io.lamplink.common.ui.testkit.ServerScript;
import io.lamplink.common.ui.testkit.Sights;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: one sheet for each program, theme and language with all that the program shows, into target/pictures, to be
 * looked at. Run it with {@code -Dtest=ContactSheetPictures}; with {@code -Dlamplink.pseudo-language=true}, English is longer.
 */
@ExtendWith(Fx.class)
final class ContactSheetPictures {
    private static final long REST_NANOS = 150_000_000;

    @Test
    void draw() throws Exception {
        Looks.eachAsking((options, suffix) -> {
            draw(Server::new, options, "server" + suffix);
            draw(Client::new, options, "client" + suffix);
        });
    }

    /** Each sheet has a program of its own: a window that was closed would hear what its engine tells the next one. */
    private static <E extends FakeEngine> void draw(
            Supplier<PlayedProgram<E>> program, WindowOptions options, String name) {
        draw(program.get(), options, name, 1000, 680);
        if (options.theme().equals(Optional.of(Theme.MIDNIGHT))) { // Sizes and colours do not depend on each other.
            draw(program.get(), options, name + "-small", 720, 500);
        }
    }

    private static <E extends FakeEngine> void draw(
            PlayedProgram<E> program, WindowOptions options, String name, int width, int height) {
        ContactSheet sheet = new ContactSheet();
        Sights.each(program, options, width, height, (sight, scene) -> {
            long end = System.nanoTime() + REST_NANOS; // fades and scrolling come to rest
            Fx.until(() -> System.nanoTime() > end);
            sheet.add(sight, Pictures.of(scene));
        });
        Pictures.write(sheet.draw(), Path.of("target", "pictures", "sheet-" + name + ".png"));
    }

    private static final class Server extends ServerScript<WindowPictures.Server> {
        Server() {
            super(new WindowPictures.Server());
        }

        @Override
        public void open(Stage stage, WindowOptions options) {
            ServerWindow.open(stage, engine(), options);
        }
    }

    private static final class Client extends ClientScript<WindowPictures.Client> {
        Client() {
            super(new WindowPictures.Client());
        }

        @Override
        public void open(Stage stage, WindowOptions options) {
            ClientWindow.open(stage, engine(), options);
        }
    }
}
