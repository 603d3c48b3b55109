package io.lamplink.tour;

import static io.lamplink.tour.WindowPictures.open;
import static io.lamplink.tour.WindowPictures.shoot;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.Drag;
import io.lamplink.common.ui.testkit.FakeDialogs;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.HandClock;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.StillTime;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.common.ui.window.WindowTime;
import io.lamplink.server.view.ServerWindow;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Not a test: pictures of giving files away and of the charts, beside those of {@link WindowPictures}. */
@ExtendWith(Fx.class)
final class GivingPictures {

    @TempDir
    private Path disk;

    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");
    private final Peer qt = Samples.qtPeer("192.168.1.40");

    @Test
    void draw() throws Exception {
        fillDisk();
        Looks.eachAsking((options, suffix) -> {
            sheet(options, suffix);
            clientSheet(options, suffix);
            drops(options, suffix, 1000, 680);
            drops(options, suffix + "-small", 720, 500);
            charts(options, suffix);
        });
    }

    /** In words that are 40 % longer. */
    @Test
    void drawLonger() throws Exception {
        System.setProperty("lamplink.pseudo-language", "true");
        try {
            fillDisk();
            WindowOptions options = Looks.of(Theme.MIDNIGHT, Language.ENGLISH);
            sheet(options, "-longer");
            drops(options, "-longer", 720, 500);
            charts(options, "-longer");
        } finally {
            System.clearProperty("lamplink.pseudo-language");
        }
    }

    private void fillDisk() throws IOException {
        Files.write(
                disk.resolve("lecture-07 with a rather long name that must be cut somewhere.zip"),
                new byte[84_200_000]);
        Path photos = Files.createDirectories(disk.resolve("Photos 2026 🎉"));
        for (int i = 0; i < 120; i++) {
            Files.write(photos.resolve("photo-" + i + ".jpg"), new byte[30_000]);
        }
        Files.write(photos.resolve(".thumbnails"), new byte[500]);
        Files.createSymbolicLink(photos.resolve("latest"), photos.resolve("photo-1.jpg"));
        BufferedImage shot = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = shot.createGraphics();
        for (int i = 0; i < 12; i++) {
            pen.setColor(Color.getHSBColor(i / 12f, 0.6f, 0.9f));
            pen.fillRect(i * 107, 80 + i * 20, 90, 640 - i * 40);
        }
        pen.dispose();
        ImageIO.write(
                shot, "png", disk.resolve("picture-2026-11-23-14-02-00.png").toFile());
    }

    private List<Path> several() {
        return List.of(
                disk.resolve("lecture-07 with a rather long name that must be cut somewhere.zip"),
                disk.resolve("Photos 2026 🎉"),
                disk.resolve("picture-2026-11-23-14-02-00.png"),
                disk.resolve("测试.bin"));
    }

    private Stage server(WindowPictures.Server engine, WindowOptions options, int width, int height) {
        Stage stage = open(engine, ServerWindow::open, options, width, height);
        engine.tell(
                new EngineEvent.Listening(Samples.listening()),
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.PeerJoined(tomas),
                new EngineEvent.PeerJoined(qt),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        Fx.settle();
        return stage;
    }

    private void sheet(WindowOptions options, String suffix) {
        Stage stage = server(new WindowPictures.Server(), options, 1000, 680);
        Node root = stage.getScene().getRoot();
        new Drag(several().toArray(Path[]::new)).drop(root);
        Stage sheet = sheet();
        shoot(sheet, "give-1-sheet" + suffix);
        Fx.run(() -> ((ToggleButton) sheet.getScene().lookup("#giveReceiversButton")).fire());
        shoot(sheet, "give-2-receivers" + suffix);
        Fx.run(sheet::hide);
        Fx.run(stage::hide);
    }

    private void clientSheet(WindowOptions options, String suffix) {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = open(engine, ClientWindow::open, options, 1000, 680);
        engine.tell(
                new EngineEvent.PeerJoined(Samples.peer("Server", "192.168.1.5")),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        Fx.settle();
        Node root = stage.getScene().getRoot();
        Path picture = disk.resolve("picture-2026-11-23-14-02-00.png");
        new Drag(picture).drop(root);
        Stage sheet = sheet();
        shoot(sheet, "give-3-picture" + suffix);
        Fx.run(sheet::hide);
        Fx.run(stage::hide);
    }

    private static Stage sheet() {
        Fx.until(() -> Window.getWindows().stream().anyMatch(GivingPictures::isSheet));
        return Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(GivingPictures::isSheet)
                .findFirst()
                .orElseThrow());
    }

    private static boolean isSheet(Window window) {
        return window instanceof Stage stage && stage.getModality() != Modality.NONE && stage.isShowing();
    }

    private void drops(WindowOptions options, String suffix, int width, int height) {
        Stage stage = server(new WindowPictures.Server(), options.with(new FakeDialogs()), width, height);
        Hands hands = new Hands(stage);
        Drag drag = new Drag(several().toArray(Path[]::new));
        drag.over(stage.getScene().getRoot());
        shoot(stage, "give-4-over-window" + suffix);
        drag.over(hands.findAll(".client-cell").getFirst());
        shoot(stage, "give-5-over-client" + suffix);
        Fx.run(stage::hide);
    }

    private void charts(WindowOptions options, String suffix) {
        HandClock clock = new HandClock();
        WindowTime still = StillTime.time();
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = server(
                engine,
                options.with(new FakeDialogs()).with(new WindowTime(clock, still.door(), still.ticker())),
                1000,
                680);
        for (int second = 0; second < 100; second++) {
            engine.statistics = List.of(after(second, mei));
            Fx.run(() -> ((Button) stage.getScene().lookup("#statusButton")).fire());
            Fx.run(() -> beside(stage).hide()); // After the answer, which crosses to this thread too.
            clock.pass(Duration.ofSeconds(1));
        }
        engine.statistics = List.of(after(100, mei));
        Fx.run(() -> ((Button) stage.getScene().lookup("#statusButton")).fire());
        Stage status = Fx.get(() -> beside(stage));
        shoot(status, "give-6-charts" + suffix);
        Fx.run(status::hide);
        Fx.run(stage::hide);
    }

    private static Stage beside(Stage stage) {
        return (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && stage.equals(one.getOwner()))
                .findFirst()
                .orElseThrow();
    }

    private static PeerStatistics after(int second, Peer peer) {
        PeerStatistics one = Samples.figures(peer);
        long out = (long) (second * 9e6 + 40e6 * Math.sin(second / 9.0));
        long in = (long) (second * 2e6 - 15e6 * Math.sin(second / 14.0));
        return new PeerStatistics(peer, one.roundTrips(), 12, 34, 842_000_123 + out, 51_234_000 + in, 3, 1, 1, 0, true);
    }
}
