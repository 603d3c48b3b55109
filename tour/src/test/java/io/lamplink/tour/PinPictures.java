package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.net.InetAddress;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Not a test: pictures of everything that is said of a PIN, beside those of {@link WindowPictures}. */
@ExtendWith(Fx.class)
final class PinPictures {

    /** A server that asks for a PIN. */
    private static final class Asking extends ServerWithPin {
        Asking(String digits) {
            super(new PinSetting(new Pin(digits), true));
        }
    }

    private static class ServerWithPin extends WindowPictures.Server {
        private final PinSetting setting;

        ServerWithPin(PinSetting setting) {
            this.setting = setting;
        }

        @Override
        public PinSetting pin() {
            return setting;
        }
    }

    @Test
    void draw() throws Exception {
        Looks.eachAsking((options, suffix) -> {
            server(options, suffix);
            ask(options, PinReason.FIRST, Duration.ZERO, "1-first" + suffix);
            ask(options, PinReason.WRONG, Duration.ofSeconds(4), "2-wrong" + suffix);
            ask(options, PinReason.LOCKED, Duration.ofMinutes(5), "3-locked" + suffix);
            ask(options, PinReason.CHANGED, Duration.ZERO, "4-changed" + suffix);
            ask(options, PinReason.BUSY, Duration.ofSeconds(100), "5-busy" + suffix);
        });
    }

    private static void server(WindowOptions options, String suffix) throws Exception {
        WindowOptions quiet = options.with(new FakeDialogs());
        ServerWithPin off = new ServerWithPin(new PinSetting(new Pin("482913"), false));
        Stage idle = WindowPictures.open(off, ServerWindow::open, quiet, 1000, 680);
        WindowPictures.shoot(idle, "pin-server-off" + suffix);
        Fx.run(idle::hide);
        for (String digits : new String[] {"482913", "482913579", "48291357904829135790"}) {
            Asking engine = new Asking(digits);
            Stage stage = WindowPictures.open(engine, ServerWindow::open, quiet, 1000, 680);
            engine.tell(
                    new EngineEvent.Listening(Samples.listening()),
                    new EngineEvent.LinkChanged(LinkState.WAITING),
                    new EngineEvent.PinMissing(InetAddress.getByName("192.168.1.40")),
                    new EngineEvent.PinLocked(InetAddress.getByName("192.168.1.66"), Duration.ofMinutes(5)),
                    new EngineEvent.PinCrowd());
            WindowPictures.shoot(stage, "pin-server-" + digits.length() + suffix);
            if (digits.length() == 6) {
                menu(stage, "pin-menu" + suffix);
            }
            Fx.run(stage::hide);
        }
        Asking small = new Asking("482913");
        Stage stage = WindowPictures.open(small, ServerWindow::open, quiet, 720, 500);
        small.tell(
                new EngineEvent.Listening(Samples.listening()),
                new EngineEvent.PeerJoined(Samples.peer("Mei", "192.168.1.21")),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        WindowPictures.shoot(stage, "pin-server-small" + suffix);
        Fx.run(stage::hide);
    }

    private static void menu(Stage stage, String name) {
        new Hands(stage).click("#pinButton");
        WindowPictures.shootPopup(name);
    }

    private static void ask(WindowOptions options, PinReason why, Duration in, String name) {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = WindowPictures.open(engine, ClientWindow::open, options, 1000, 680);
        WindowPictures.shootQuestion(
                () -> engine.tell(new EngineEvent.PinAsked("192.168.1.5:8080", why, in)), "pin-" + name);
        Fx.run(stage::hide);
    }
}
