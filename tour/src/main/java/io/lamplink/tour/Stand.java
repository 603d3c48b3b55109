package io.lamplink.tour;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.view.ServerWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** Both windows on their engines, side by side, on a computer that is described rather than looked at. */
final class Stand implements AutoCloseable {
    /** The pictures should not depend on the machine that takes them. */
    static final HostInfo HOST = new HostInfo(
            "studio",
            List.of(
                    new HostAddress("wlan0", InetAddress.ofLiteral("192.168.1.5"), 24, true),
                    new HostAddress("docker0", InetAddress.ofLiteral("172.17.0.1"), 16, false),
                    new HostAddress("lo", InetAddress.ofLiteral("127.0.0.1"), 8, false)));

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private final ListeningEngine serverEngine;
    private final ConnectingEngine clientEngine;
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final WindowHand server;
    private final WindowHand client;

    private Stand(Theme theme, Language language, Path work) {
        serverEngine = new ListeningEngine(settings("Server", work, "Welcome! The lamp is green."));
        clientEngine = new ConnectingEngine(settings("Mei", work, "Hello!"), true);
        FxDoor door = FxDoor.real();
        WindowOptions options =
                WindowOptions.forgetful(HOST).with(theme).with(language).with(dialogs);
        server = Crossing.ask(door, () -> {
            Stage stage = new Stage();
            var model = ServerWindow.open(stage, serverEngine, options.with(new Rectangle2D(0, 0, WIDTH, HEIGHT)));
            return new WindowHand(
                    "server", new Stagehand(door, stage), model.conversation().entries());
        });
        client = Crossing.ask(door, () -> {
            Stage stage = new Stage();
            var model = ClientWindow.open(stage, clientEngine, options.with(new Rectangle2D(WIDTH, 0, WIDTH, HEIGHT)));
            return new WindowHand(
                    "client", new Stagehand(door, stage), model.conversation().entries());
        });
    }

    private static HubSettings settings(String name, Path work, String greeting) {
        return new HubSettings(
                new Message.Hello(name, "tour", HubSettings.CAPABILITIES),
                work.resolve("state-" + name),
                DiskSpool.UNLIMITED,
                peer -> greeting,
                sent -> "");
    }

    /** Opens both windows. */
    static Stand open(Theme theme, Language language, Path work) {
        return new Stand(theme, language, work);
    }

    WindowHand server() {
        return server;
    }

    WindowHand client() {
        return client;
    }

    List<WindowHand> both() {
        return List.of(server, client);
    }

    ScriptedDialogs dialogs() {
        return dialogs;
    }

    @Override
    public void close() {
        clientEngine.close();
        serverEngine.close();
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
