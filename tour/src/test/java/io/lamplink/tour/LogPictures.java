package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.FakeHistory;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.StillTime;
import io.lamplink.common.ui.window.WindowOptions;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Draws what the log shows beside plain messages: days, what is unread, what is selected, what waits or has failed, and
 * pictures that have arrived. {@code -Dtest=LogPictures}, to be looked at.
 */
@ExtendWith(Fx.class)
final class LogPictures {

    @Test
    void draw() throws Exception {
        Looks.each((options, suffix) -> {
            client(options, suffix, 1000, 680);
            if (suffix.startsWith("-midnight")) {
                client(options, suffix + "-small", 720, 500);
            }
        });
    }

    private static void client(WindowOptions options, String suffix, int width, int height) throws IOException {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = WindowPictures.open(
                engine, ClientWindow::open, options.with(StillTime.time()).with(history()), width, height);
        Hands hands = new Hands(stage);
        Peer server = Samples.peer("Mei", "192.168.1.5");
        engine.tell(new EngineEvent.PeerJoined(server), new EngineEvent.LinkChanged(LinkState.CONNECTED));
        engine.tell(
                Samples.received(server, "Good morning! 早上好 ☀️"),
                Samples.received(server, "The slides are at https://example.org/slides?week=7, have a look."));
        WindowPictures.shoot(stage, "log-1-days" + suffix);
        select(hands);
        WindowPictures.shoot(stage, "log-2-selected" + suffix);
        unread(engine, server, hands, stage, suffix);
        fates(engine, server);
        WindowPictures.shoot(stage, "log-5-waiting" + suffix);
        pictures(engine, server);
        Fx.settle();
        WindowPictures.shoot(stage, "log-6-pictures" + suffix);
        Fx.run(stage::hide);
    }

    /** Drags from the middle of one message into another. */
    private static void select(Hands hands) {
        List<Node> texts = hands.findAll(".bubble .selectable-text").stream()
                .filter(text ->
                        text.getScene() != null && text.getParent().getParent().isVisible())
                .sorted((one, other) -> Double.compare(top(one), top(other)))
                .toList();
        Robot robot = Fx.get(Robot::new);
        Fx.run(() -> {
            Node from = texts.get(Math.max(0, texts.size() - 3));
            robot.mouseMove(from.localToScreen(30, 8));
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseMove(texts.getLast().localToScreen(20, 8));
            robot.mouseMove(texts.getLast().localToScreen(120, 8));
            robot.mouseRelease(MouseButton.PRIMARY);
        });
    }

    private static double top(Node node) {
        return node.localToScreen(node.getBoundsInLocal()).getMinY();
    }

    private static void unread(WindowPictures.Client engine, Peer server, Hands hands, Stage stage, String suffix) {
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.HOME);
        engine.tell(
                Samples.received(server, "Are you still there?"),
                Samples.received(server, "I have added a page on lamps."),
                Samples.received(server, "And one on links 😀"));
        WindowPictures.shoot(stage, "log-3-new" + suffix);
        hands.click(".to-newest");
        WindowPictures.shoot(stage, "log-4-unread" + suffix);
    }

    private static void fates(WindowPictures.Client engine, Peer server) {
        EngineEvent.ChatSent delivered = Samples.said("Yes, here I am. 👍", server);
        EngineEvent.ChatSent failed = Samples.said("This one was lost on its way.", server);
        EngineEvent.ChatSent waiting = Samples.said("And this one waits for the link to come back.", server);
        engine.tell(delivered, new EngineEvent.ChatDelivered(delivered.id(), List.of(server)));
        engine.tell(Samples.said("This one is on its way.", server));
        engine.tell(failed, new EngineEvent.ChatFailed(failed.id(), server));
        engine.tell(
                new EngineEvent.PeerLeft(server, new CloseReason(CloseReason.ABNORMAL, ""), false),
                new EngineEvent.LinkChanged(LinkState.RECONNECTING),
                new EngineEvent.Reconnecting(Duration.ofSeconds(8), 3),
                waiting,
                new EngineEvent.ChatWaiting(waiting.id(), server, true));
    }

    private static void pictures(WindowPictures.Client engine, Peer server) throws IOException {
        engine.tell(new EngineEvent.PeerJoined(server), new EngineEvent.LinkChanged(LinkState.CONNECTED));
        Path folder = Files.createTempDirectory("log-pictures");
        Path photo = folder.resolve("photo.part");
        ImageIO.write(landscape(), "png", photo.toFile());
        arrive(engine, server, "lamp-at-dusk.png", photo);
        arrive(engine, server, "broken.jpg", Files.writeString(folder.resolve("broken.part"), "no picture"));
    }

    private static void arrive(WindowPictures.Client engine, Peer server, String name, Path file) {
        TransferSnapshot moving = Samples.incoming(name, 1_234_567, 0);
        TransferSnapshot there = new TransferSnapshot(
                moving.id(),
                moving.direction(),
                name,
                moving.size(),
                moving.size(),
                TransferSnapshot.State.COMPLETE,
                moving.active(),
                null,
                true,
                file,
                null,
                "");
        engine.tell(
                new EngineEvent.TransferChanged(server, moving, null),
                new EngineEvent.TransferChanged(server, there, null));
    }

    private static BufferedImage landscape() {
        BufferedImage image = new BufferedImage(1500, 1000, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, new Color(0x2C3E50), 0, 1000, new Color(0xF39C12)));
        paint.fillRect(0, 0, 1500, 1000);
        paint.setColor(new Color(0xF8E4A0));
        paint.fillOval(950, 420, 220, 220);
        paint.setColor(new Color(0x1B2631));
        paint.fillRect(0, 760, 1500, 240);
        paint.dispose();
        return image;
    }

    private static FakeHistory history() {
        FakeHistory history = new FakeHistory();
        Party mei = new Party("Mei", null);
        String[] said = {"See you on Saturday then.", "好的，周六见 👋", "Did you find the lamp?", "It is on the desk."};
        for (int i = 0; i < said.length; i++) {
            boolean own = i % 2 == 1;
            history.entries.add(new Text(
                    i + 1L,
                    new UUID(9, i),
                    Samples.NOON.minus(Duration.ofDays(i < 2 ? 3 : 1)).plusSeconds(60L * i),
                    own,
                    own ? Party.NOBODY : mei,
                    List.of(),
                    said[i],
                    false,
                    false,
                    own ? 1 : 0,
                    own ? 1 : 0,
                    0));
        }
        history.before = history.entries.size();
        return history;
    }
}
