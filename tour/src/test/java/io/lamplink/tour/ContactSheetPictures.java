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
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: one sheet for each program, theme and language with all that the program shows, into target/pictures, to be
 * looked at, and beside it a folder with each picture in its own size. Run it with {@code -Dtest=ContactSheetPictures}.
 *
 * <ul>
 *   <li>{@code -Dlamplink.pictures.look=high-contrast-zh} draws that theme and language alone, in both sizes.
 *   <li>{@code -Dlamplink.pictures.scale=2} draws the pictures as a screen at 200 % does.
 *   <li>{@code -Dlamplink.pseudo-language=true} makes English longer.
 * </ul>
 */
@ExtendWith(Fx.class)
final class ContactSheetPictures {
    private static final int REST_PULSES = 20;
    private static final long REST_NANOS = 150_000_000;
    private static final String LOOK = System.getProperty("lamplink.pictures.look", "");
    private static final double SCALE = Double.parseDouble(System.getProperty("lamplink.pictures.scale", "1"));

    @Test
    void draw() throws Exception {
        Looks.eachAsking((options, suffix) -> {
            if (!suffix.endsWith(LOOK)) {
                return;
            }
            draw(Server::new, options, "server" + suffix);
            draw(Client::new, options, "client" + suffix);
        });
    }

    /** Each sheet has a program of its own: a window that was closed would hear what its engine tells the next one. */
    private static <E extends FakeEngine> void draw(
            Supplier<PlayedProgram<E>> program, WindowOptions options, String name) {
        draw(program.get(), options, name, 1000, 680);
        boolean midnight = options.theme().equals(Optional.of(Theme.MIDNIGHT));
        if (midnight || !LOOK.isEmpty()) { // Sizes and colours do not depend on each other.
            draw(program.get(), options, name + "-small", 720, 500);
        }
    }

    private static <E extends FakeEngine> void draw(
            PlayedProgram<E> program, WindowOptions options, String name, int width, int height) {
        ContactSheet sheet = new ContactSheet();
        Path pictures = Path.of("target", "pictures");
        AtomicInteger number = new AtomicInteger(100);
        Sights.each(program, options, width, height, (sight, scene) -> {
            Fx.run(() -> rescale(scene.getWindow()));
            int[] pulses = {REST_PULSES
            }; // Fades and scrolling come to rest by pulses, what other threads bring by the clock.
            long end = System.nanoTime() + REST_NANOS;
            Fx.until(() -> --pulses[0] < 0 && System.nanoTime() > end);
            BufferedImage picture = SCALE == 1 ? Pictures.of(scene) : Pictures.of(scene, SCALE);
            sheet.add(sight, picture);
            String file = number.incrementAndGet() + "-" + sight.replaceAll("[^A-Za-z0-9]+", "-") + ".png";
            Pictures.write(picture, pictures.resolve("sheet-" + name).resolve(file));
        });
        Pictures.write(sheet.draw(), pictures.resolve("sheet-" + name + ".png"));
    }

    /** As a screen of that scale does: emoji and lines are drawn for its finer points. What belongs to a window follows it. */
    private static void rescale(Window window) {
        if (!window.renderScaleXProperty().isBound()) {
            window.setRenderScaleX(SCALE);
            window.setRenderScaleY(SCALE);
        }
    }

    private static final class Server extends ServerScript<WindowPictures.Server> {
        Server() {
            super(new WindowPictures.Server());
            engine().findings = DiscoveryPictures.BLOCKED;
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
