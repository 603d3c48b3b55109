package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Pictures;
import io.lamplink.common.ui.testkit.PlayedProgram;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.Sights;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
            draw(new Server(), options, "server" + suffix);
            draw(new Client(), options, "client" + suffix);
        });
    }

    private static <E extends FakeEngine> void draw(PlayedProgram<E> program, WindowOptions options, String name) {
        draw(program, options, name, 1000, 680);
        if (options.theme().equals(Optional.of(Theme.MIDNIGHT))) { // Sizes and colours do not depend on each other.
            draw(program, options, name + "-small", 720, 500);
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

    private static final class Server implements PlayedProgram<WindowPictures.Server> {
        private final WindowPictures.Server engine = new WindowPictures.Server();

        @Override
        public WindowPictures.Server engine() {
            return engine;
        }

        @Override
        public void open(Stage stage, WindowOptions options) {
            ServerWindow.open(stage, engine, options);
        }

        @Override
        public List<EngineEvent> connecting(Peer peer) {
            return List.of(
                    new EngineEvent.Listening(Samples.listening()),
                    new EngineEvent.LinkChanged(LinkState.WAITING),
                    new EngineEvent.PeerJoined(peer),
                    new EngineEvent.LinkChanged(LinkState.CONNECTED));
        }

        @Override
        public List<EngineEvent> crowding() {
            return IntStream.range(0, 12)
                    .<EngineEvent>mapToObj(i -> new EngineEvent.PeerJoined(
                            i == 0
                                    ? Samples.qtPeer("192.168.1.40")
                                    : Samples.peer("pupil-" + i, "192.168.1." + (i + 50))))
                    .toList();
        }

        @Override
        public List<String> openers() {
            return List.of("#pinButton", "#identityButton", "#addressesButton", "#roomButton");
        }
    }

    private static final class Client implements PlayedProgram<WindowPictures.Client> {
        private final WindowPictures.Client engine = new WindowPictures.Client();

        @Override
        public WindowPictures.Client engine() {
            return engine;
        }

        @Override
        public void open(Stage stage, WindowOptions options) {
            ClientWindow.open(stage, engine, options);
        }

        @Override
        public List<EngineEvent> connecting(Peer peer) {
            return List.of(
                    new EngineEvent.Connecting("192.168.1.5:8080"),
                    new EngineEvent.LinkChanged(LinkState.WAITING),
                    new EngineEvent.PeerJoined(peer),
                    new EngineEvent.LinkChanged(LinkState.CONNECTED));
        }

        @Override
        public List<EngineEvent> crowding() {
            return List.of(
                    new EngineEvent.RoomName("mei@studio (2)"),
                    new EngineEvent.MemberJoined("Tomás", true),
                    new EngineEvent.MemberJoined("王小明", false));
        }

        @Override
        public List<String> openers() {
            return List.of("#serversButton", "#membersButton");
        }

        @Override
        public Map<String, EngineEvent> questions() {
            String at = "192.168.1.5:8080";
            Fingerprint seen = new Fingerprint("0123456789abcdef".repeat(4));
            Fingerprint expected = new Fingerprint("fedcba9876543210".repeat(4));
            return Map.of(
                    "first contact", new EngineEvent.IdentityAsked(seen, null, at),
                    "changed key", new EngineEvent.IdentityAsked(seen, expected, at),
                    "in clear", new EngineEvent.ClearAsked(at),
                    "PIN", new EngineEvent.PinAsked(at, PinReason.FIRST, Duration.ZERO),
                    "locked PIN", new EngineEvent.PinAsked(at, PinReason.LOCKED, Duration.ofMinutes(5)));
        }
    }
}
