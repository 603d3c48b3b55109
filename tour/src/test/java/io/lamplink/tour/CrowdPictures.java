package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Pictures;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: writes pictures of the windows with many clients into target/pictures, to be looked at. Run it with
 * {@code -Dtest=CrowdPictures}.
 */
@ExtendWith(Fx.class)
final class CrowdPictures {

    private static final String[] NAMES = {
        "Mei", "Tomás", "Ann", "Ann (2)", "Владимир", "王小明", "Jürgen from the back row with a long name", "Amina", "Olu"
    };
    private static final long SIZE = 842_000_000;

    /** The server with 1, 12 and 200 clients, and a client among many. */
    @Test
    void draw() throws Exception {
        Looks.each((options, suffix) -> {
            server(options, suffix, 1);
            server(options, suffix, 12);
            server(options, suffix, 200);
            client(options, suffix);
        });
    }

    private static void server(WindowOptions options, String suffix, int clients) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, 1000, 680);
        engine.tell(new EngineEvent.Listening(Samples.listening()), new EngineEvent.LinkChanged(LinkState.WAITING));
        List<Peer> peers = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Peer peer = peer(i);
            peers.add(peer);
            engine.tell(new EngineEvent.PeerJoined(peer));
        }
        engine.tell(new EngineEvent.LinkChanged(LinkState.CONNECTED));
        engine.statistics = peers.stream().map(CrowdPictures::figures).toList();
        talk(engine, peers);
        send(engine, peers);
        String name = "server-" + clients + "-clients" + suffix;
        long end = System.nanoTime() + 2_300_000_000L; // figures are asked for every two seconds
        Fx.until(() -> System.nanoTime() > end);
        WindowPictures.shoot(stage, name);
        if (clients > 1) {
            Fx.run(() -> ((ToggleButton) stage.getScene().lookup(".expand")).fire());
            ListView<?> rows = (ListView<?>) stage.getScene().lookup(".clients");
            Fx.run(() -> rows.getSelectionModel().selectRange(0, 3));
            WindowPictures.shoot(stage, name + "-chosen");
            popup(new Hands(stage), "#roomButton", name + "-room");
        }
        Fx.run(stage::hide);
    }

    private static Peer peer(int number) {
        if (number == 4) {
            return Samples.qtPeer("192.168.1.40");
        }
        String name = number < NAMES.length ? NAMES[number] : "pupil-" + number + "@lab";
        return Samples.peer(name, "192.168.1." + (number % 250 + 1));
    }

    private static PeerStatistics figures(Peer peer) {
        PeerStatistics one = Samples.figures(peer);
        boolean encrypted = !peer.isQt();
        return new PeerStatistics(peer, one.roundTrips(), 12, 34, 842_000_123, 51_234, 3, 1, 1, 0, encrypted);
    }

    private static void talk(WindowPictures.Server engine, List<Peer> peers) {
        engine.tell(Samples.said("Welcome to chapter 7. The slides come in a moment.", null));
        for (int i = 0; i < Math.min(4, peers.size()); i++) {
            engine.tell(Samples.received(peers.get(i), "Got it, thanks 👍"));
        }
        engine.tell(Samples.said("Please see me after the lesson.", peers.getFirst()));
    }

    private static void send(WindowPictures.Server engine, List<Peer> peers) {
        UUID batch = UUID.randomUUID();
        List<TransferSnapshot> all = peers.stream()
                .map(_ -> Samples.outgoing("lecture-07.zip", SIZE, 0))
                .toList();
        for (int i = 0; i < peers.size(); i++) {
            engine.tell(
                    new EngineEvent.TransferChanged(peers.get(i), Samples.later(all.get(i), 0, Duration.ZERO), batch));
        }
        Fx.settle();
        for (int i = 0; i < peers.size(); i++) {
            long moved = SIZE / 100 * (30 + i * 7 % 60);
            TransferSnapshot now = all.get(i);
            TransferSnapshot after = switch (i % 5) {
                case 1 -> Samples.in(TransferSnapshot.State.COMPLETE, now, true);
                case 3 ->
                    Samples.heldUp(
                            Samples.later(now, moved, Duration.ofSeconds(30)),
                            new TransferSnapshot.Pause(true, false, FailureReason.PAUSED, ""));
                default -> Samples.later(now, moved, Duration.ofSeconds(30));
            };
            engine.tell(new EngineEvent.TransferChanged(peers.get(i), after, batch));
        }
        Fx.settle();
    }

    private static void client(WindowOptions options, String suffix) {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = WindowPictures.open(engine, ClientWindow::open, options, 1000, 680);
        Peer server = Samples.peer("Server", "192.168.1.5");
        engine.tell(
                new EngineEvent.Connecting("192.168.1.5:8080"),
                new EngineEvent.PeerJoined(server),
                new EngineEvent.LinkChanged(LinkState.CONNECTED),
                new EngineEvent.RoomName("Ann (2)"));
        for (String name : NAMES) {
            engine.tell(new EngineEvent.MemberJoined(name, true));
        }
        engine.tell(
                from(server, "", "Welcome to chapter 7.", true, false),
                from(server, "Mei", "Good morning!", true, false),
                from(server, "Tomás", "Which page are we on?", false, false),
                from(server, "Amina", "Page 42.", false, false),
                from(server, "王小明", "第四十二页", false, false),
                new EngineEvent.MemberJoined("Noor", false),
                new EngineEvent.MemberLeft("Olu"),
                from(server, "", "Please see me after the lesson.", false, true));
        WindowPictures.shoot(stage, "client-room" + suffix);
        popup(new Hands(stage), "#membersButton", "client-members" + suffix);
        Fx.run(stage::hide);
    }

    private static EngineEvent from(Peer server, String writer, String text, boolean earlier, boolean direct) {
        return new EngineEvent.ChatReceived(server, UUID.randomUUID(), text, Samples.NOON, writer, earlier, direct);
    }

    private static void popup(Hands hands, String button, String name) {
        Fx.run(() -> {
            Object node = hands.stage().getScene().lookup(button);
            if (node instanceof MenuButton menu) {
                menu.show();
            } else {
                ((Button) node).fire();
            }
        });
        Fx.settle();
        PopupWindow popup = Fx.get(() -> (PopupWindow) Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(window -> !(window instanceof Tooltip))
                .findFirst()
                .orElseThrow());
        Pictures.write(popup.getScene(), WindowPictures.FOLDER.resolve(name + ".png"));
        Fx.run(popup::hide);
    }
}
