package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.util.List;
import java.util.stream.IntStream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Not a test: pictures of what asks whom to trust, and of many links, beside those of {@link WindowPictures}. */
@ExtendWith(Fx.class)
final class TrustPictures {
    private static final String AT = "192.168.1.5:8080";
    private static final Fingerprint SEEN = new Fingerprint("0123456789abcdef".repeat(4));
    private static final Fingerprint EXPECTED = new Fingerprint("fedcba9876543210".repeat(4));

    @Test
    void draw() throws Exception {
        Looks.eachAsking((options, suffix) -> {
            ask(options, new EngineEvent.IdentityAsked(SEEN, null, AT), "trust-1-first" + suffix);
            ask(options, new EngineEvent.IdentityAsked(SEEN, EXPECTED, AT), "trust-2-changed" + suffix);
            ask(options, new EngineEvent.ClearAsked(AT), "trust-3-clear" + suffix);
            identity(options.with(new FakeDialogs()), "trust-4-identity" + suffix);
            links(options.with(new FakeDialogs()), "status-many" + suffix);
        });
    }

    private static void ask(WindowOptions options, EngineEvent question, String name) {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = WindowPictures.open(engine, ClientWindow::open, options, 1000, 680);
        WindowPictures.shootQuestion(() -> engine.tell(question), name);
        Fx.run(stage::hide);
    }

    private static void identity(WindowOptions options, String name) {
        Stage stage = WindowPictures.open(new WindowPictures.Server(), ServerWindow::open, options, 1000, 680);
        Fx.settle();
        new Hands(stage).click("#identityButton");
        WindowPictures.shootPopup(name);
        Fx.run(stage::hide);
    }

    private static void links(WindowOptions options, String name) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, 1000, 680);
        List<Peer> peers = IntStream.range(0, 40).mapToObj(TrustPictures::peer).toList();
        engine.tell(new EngineEvent.Listening(Samples.listening()));
        peers.forEach(peer -> engine.tell(new EngineEvent.PeerJoined(peer)));
        engine.tell(new EngineEvent.LinkChanged(LinkState.CONNECTED));
        engine.statistics = peers.stream().map(TrustPictures::figures).toList();
        WindowPictures.status(stage, name);
        Fx.run(stage::hide);
    }

    private static Peer peer(int number) {
        String address = "192.168.1." + (number + 20);
        return switch (number) {
            case 2 -> Samples.qtPeer(address);
            case 3 -> Samples.peer("Jürgen from the back row with a long name", address);
            case 4 -> Samples.peer("王小明", address);
            default -> Samples.peer("pupil-" + number + "@lab", address);
        };
    }

    private static PeerStatistics figures(Peer peer) {
        PeerStatistics one = Samples.figures(peer);
        return new PeerStatistics(peer, one.roundTrips(), 12, 34, 842_000_123, 51_234, 3, 1, 1, 0, !peer.isQt());
    }
}
