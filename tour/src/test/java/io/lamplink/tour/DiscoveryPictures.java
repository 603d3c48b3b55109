package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.discovery.FoundServer;
import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.discovery.ServerFinder.Findings;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.reach.Finding;
import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Pictures;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.StillTime;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: writes pictures of how servers and clients find each other into target/pictures, to be looked at. Run it with
 * {@code -Dtest=DiscoveryPictures}.
 */
@ExtendWith(Fx.class)
final class DiscoveryPictures {

    private static final InetSocketAddress EVERYWHERE = new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 8080);

    private static final String LINK_LOCAL = "fe80::1c2d:3eff:fe4f:5a6b";

    private static final Findings FOUR = new Findings(
            List.of(
                    new FoundServer("mei@studio", "192.168.1.20", 8080, true),
                    new FoundServer("教室服务器", "192.168.1.33", 9090, true),
                    new FoundServer("kitchen", LINK_LOCAL + "%wlp0s20f3", 8080, true),
                    new FoundServer("a server whose name is so long that it must be cut", "192.168.1.40", 8080, false)),
            false);

    static final List<Finding> BLOCKED = List.of(
            new Firewall(Firewall.Kind.UFW, Firewall.Verdict.CLOSED, 8080, "sudo ufw allow 8080/tcp"),
            new Finding.DoesNotAnswer("10.0.0.12:8080"),
            new Finding.Answers("192.168.1.5:8080"),
            new Finding.SameNetwork("wlan0", "192.168.1.0/24"),
            new Finding.Wireless("wlan0"));

    private static final List<Finding> UNKNOWN = List.of(
            new Firewall(
                    Firewall.Kind.WINDOWS,
                    Firewall.Verdict.UNKNOWN,
                    8080,
                    "netsh advfirewall firewall add rule name=\"Lamplink 8080\" dir=in action=allow protocol=TCP"
                            + " localport=8080"),
            new Finding.Answers("192.168.1.5:8080"),
            new Finding.SameNetwork("Wi-Fi", "192.168.1.0/24"),
            new Finding.Tunnel("wg0"),
            new Finding.PublicAddress("81.2.69.142"));

    private static final List<Finding> NOTHING =
            List.of(new Finding.Answers("192.168.1.5:8080"), new Finding.NoFirewallFound());

    /** A client that finds what it is told to. */
    private static final class Client extends WindowPictures.Client {
        private final Findings findings;

        Client(Findings findings) {
            this.findings = findings;
        }

        @Override
        public ServerFinder finder() {
            return told -> {
                told.accept(findings);
                return () -> {};
            };
        }
    }

    @Test
    void draw() throws Exception {
        Looks.each((options, suffix) -> {
            WindowOptions still = options.with(StillTime.time());
            lists(still, suffix);
            addresses(still, suffix);
            small(still, suffix);
            reach(still, suffix);
            linkLocal(still, suffix);
        });
    }

    /** Of addresses the longest: version 6, with the zone of an interface that no machine has. */
    private static void linkLocal(WindowOptions options, String suffix) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, 1000, 680);
        Peer mei = Samples.peer("Mei", LINK_LOCAL + "%987654");
        TransferSnapshot moving = Samples.outgoing("lecture-07.zip", 842_000_000, 0);
        engine.tell(
                new EngineEvent.Listening(new InetSocketAddress(InetAddress.ofLiteral(LINK_LOCAL + "%987654"), 8080)),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.PeerJoined(Samples.peer("Tomás", LINK_LOCAL + "%987654")),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        WindowPictures.tell(engine, mei, moving, Samples.later(moving, 500_000_000, Duration.ofSeconds(5)));
        engine.statistics = List.of(Samples.figures(mei));
        WindowPictures.shoot(stage, "link-local-1-server" + suffix);
        WindowPictures.status(stage, "link-local-2-status" + suffix);
        new Hands(stage).click("#addressesButton");
        WindowPictures.shoot(side("addressesPane"), "link-local-3-addresses" + suffix);
        Fx.run(stage::hide);
    }

    private static void lists(WindowOptions options, String suffix) {
        String recent =
                "192.168.1.5\t8080\ttls\tStudio\nwss://chat.example.org\t443\ttls\t讲座\n10.0.0.2\t8080\tclear\t\n["
                        + LINK_LOCAL + "%wlp0s20f3]\t8080\tclear\t";
        options.settings().put("recent-servers", recent);
        list(options, FOUR, "find-1-list" + suffix);
        list(options, Findings.NONE, "find-2-recent" + suffix);
        options.settings().put("recent-servers", "");
        list(options, Findings.NONE, "find-3-empty" + suffix);
        list(options, new Findings(List.of(), true), "find-4-deaf" + suffix);
    }

    private static void list(WindowOptions options, Findings findings, String name) {
        Stage stage = WindowPictures.open(new Client(findings), ClientWindow::open, options, 1000, 680);
        new Hands(stage).click("#serversButton");
        Fx.until(() -> popup().isShowing());
        WindowPictures.shoot(stage, name.replaceFirst("find", "find-window"));
        Fx.run(() -> popup().getScene().setFill(Color.TRANSPARENT));
        Pictures.write(Fx.get(() -> popup().getScene()), WindowPictures.FOLDER.resolve(name + ".png"));
        Fx.run(() -> popup().hide());
        Fx.run(stage::hide);
    }

    private static Popup popup() {
        return Window.getWindows().stream()
                .filter(window -> window.getClass() == Popup.class)
                .map(Popup.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void addresses(WindowOptions options, String suffix) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, 1000, 680);
        Hands hands = new Hands(stage);
        hands.click("#addressesButton");
        WindowPictures.shoot(side("addressesPane"), "addresses-1-idle" + suffix);
        engine.tell(new EngineEvent.Listening(EVERYWHERE));
        WindowPictures.shoot(stage, "addresses-0-server" + suffix);
        Hands addresses = new Hands(side("addressesPane"));
        CheckBox announce = addresses.find(CheckBox.class, "#announceSwitch");
        Fx.run(() -> announce.setSelected(true));
        engine.tell(new EngineEvent.AnnouncementChanged(AnnounceState.ANNOUNCED, "mei@studio"));
        WindowPictures.shoot(side("addressesPane"), "addresses-2-announced" + suffix);
        engine.tell(new EngineEvent.Listening(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080)));
        engine.tell(new EngineEvent.AnnouncementChanged(AnnounceState.THIS_COMPUTER_ONLY, "mei@studio"));
        WindowPictures.shoot(side("addressesPane"), "addresses-3-loopback" + suffix);
        Fx.run(stage::hide);
    }

    private static void small(WindowOptions options, String suffix) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, 720, 500);
        engine.tell(new EngineEvent.Listening(EVERYWHERE));
        WindowPictures.shoot(stage, "addresses-0-small" + suffix);
        Fx.run(stage::hide);
    }

    private static void reach(WindowOptions options, String suffix) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, 1000, 680);
        new Hands(stage).click("#addressesButton");
        Hands addresses = new Hands(side("addressesPane"));
        List<List<Finding>> all = List.of(
                BLOCKED, UNKNOWN, NOTHING, List.of(new Finding.NotListening()), List.of(new Finding.PortTaken(8080)));
        for (int i = 0; i < all.size(); i++) {
            engine.findings = all.get(i);
            if (i == 0) {
                addresses.click("#reachButton");
            } else {
                new Hands(side("reachPane")).click("#reachAgainButton");
            }
            WindowPictures.shoot(side("reachPane"), "reach-" + (i + 1) + suffix);
        }
        Fx.run(stage::hide);
    }

    private static Stage side(String pane) {
        return Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(window -> pane.equals(
                        Objects.requireNonNull(window.getScene()).getRoot().getId()))
                .findFirst()
                .orElseThrow());
    }
}
