package io.lamplink.tour;

import io.lamplink.client.engine.ClientEngine;
import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.reach.Finding;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.Drag;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Pictures;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.engine.ServerEngine;
import io.lamplink.server.view.ServerWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.stage.Modality;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: writes pictures of both windows in their states, themes, languages and sizes into target/pictures, to be
 * looked at. Run it with {@code -Dtest=WindowPictures}.
 */
@ExtendWith(Fx.class)
final class WindowPictures {

    static final Path FOLDER = Path.of("target", "pictures");

    static class Server extends FakeEngine implements ServerEngine {
        List<Finding> findings = List.of();

        @Override
        public void listen(String host, int port) {}

        @Override
        public void stop() {}

        @Override
        public void share(boolean on) {}

        @Override
        public void catchUp(boolean on) {}

        @Override
        public void remove(UUID peer) {}

        @Override
        public void allowUnencrypted(boolean allowed) {}

        @Override
        public void askForPin(PinSetting setting) {}

        @Override
        public PinSetting pin() {
            return new PinSetting(new Pin("482913"), false);
        }

        @Override
        public void announce(boolean on) {}

        @Override
        public String name() {
            return "mei@studio";
        }

        @Override
        public CompletableFuture<List<Finding>> checkReach() {
            return CompletableFuture.completedFuture(findings);
        }

        @Override
        public Fingerprint fingerprint() {
            return new Fingerprint("0123456789abcdef".repeat(4));
        }
    }

    static class Client extends FakeEngine implements ClientEngine {
        @Override
        public void connect(String address, int defaultPort) {}

        @Override
        public void tryNow() {}

        @Override
        public void seekLostLinks(boolean on) {}

        @Override
        public void disconnect() {}

        @Override
        public void trust(boolean trusted) {}

        @Override
        public void goOnInClear(boolean goOn) {}

        @Override
        public void pin(Pin pin) {}

        @Override
        public ServerFinder finder() {
            return _ -> () -> {};
        }
    }

    @Test
    void draw() throws Exception {
        Looks.each((options, suffix) -> {
            server(options, suffix, 1000, 680);
            client(options, suffix, 1000, 680);
            server(options, suffix + "-small", 720, 500);
            client(options, suffix + "-small", 720, 500);
        });
    }

    private static void server(WindowOptions options, String suffix, int width, int height) {
        Server engine = new Server();
        Stage stage = open(engine, ServerWindow::open, options, width, height);
        shoot(stage, "server-1-start" + suffix);
        engine.tell(new EngineEvent.Listening(Samples.listening()), new EngineEvent.LinkChanged(LinkState.WAITING));
        shoot(stage, "server-2-listening" + suffix);
        Peer mei = Samples.peer("Mei", "192.168.1.21");
        Peer tomas = Samples.peer("Tomás", "192.168.1.33");
        Peer qt = Samples.qtPeer("192.168.1.40");
        engine.tell(
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.LinkChanged(LinkState.CONNECTED),
                new EngineEvent.PeerJoined(tomas),
                new EngineEvent.PeerJoined(qt));
        talk(engine, mei, tomas);
        engine.statistics = List.of(Samples.figures(mei), Samples.figures(tomas));
        TransferSnapshot moving =
                Samples.outgoing("lecture-07 with a rather long name that must be cut.zip", 842_000_000, 521_000_000);
        TransferSnapshot done = Samples.outgoing("chapter-3.pdf", 4_100_000, 0);
        engine.tell(
                new EngineEvent.TransferChanged(mei, done, null),
                new EngineEvent.TransferChanged(mei, Samples.in(TransferSnapshot.State.COMPLETE, done, true), null),
                new EngineEvent.TransferChanged(tomas, Samples.later(moving, 0, Duration.ZERO), null));
        tell(engine, tomas, moving);
        shoot(stage, "server-3-talking" + suffix);
        if (height > 600) {
            status(stage, "server-4-status" + suffix);
        }
        Fx.run(stage::hide);
    }

    private static void client(WindowOptions options, String suffix, int width, int height) {
        Client engine = new Client();
        Stage stage = open(engine, ClientWindow::open, options, width, height);
        shoot(stage, "client-1-start" + suffix);
        Peer server = Samples.peer("Server", "192.168.1.5");
        engine.tell(
                new EngineEvent.Connecting("192.168.1.5:8080"),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(server),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        talk(engine, server, server);
        TransferSnapshot moving = Samples.incoming("lecture-07.zip", 842_000_000, 521_000_000);
        TransferSnapshot done = Samples.incoming("测试.bin", 4_100_000, 0);
        TransferSnapshot failed = Samples.incoming("notes.txt", 12_345, 6_000);
        TransferSnapshot saved = Samples.incoming("picture.jpg", 1_234_567, 0);
        engine.tell(
                new EngineEvent.TransferChanged(server, failed, null),
                new EngineEvent.TransferChanged(server, Samples.in(TransferSnapshot.State.FAILED, failed, false), null),
                new EngineEvent.TransferChanged(server, saved, null),
                new EngineEvent.TransferChanged(server, Samples.in(TransferSnapshot.State.SAVED, saved, true), null),
                new EngineEvent.TransferChanged(server, done, null),
                new EngineEvent.TransferChanged(server, Samples.in(TransferSnapshot.State.COMPLETE, done, true), null),
                new EngineEvent.TransferChanged(server, Samples.later(moving, 0, Duration.ZERO), null));
        tell(engine, server, moving);
        shoot(stage, "client-2-talking" + suffix);
        engine.tell(
                new EngineEvent.PeerLeft(server, new CloseReason(CloseReason.ABNORMAL, ""), false),
                new EngineEvent.LinkChanged(LinkState.LOST));
        shoot(stage, "client-3-lost" + suffix);
        Fx.run(stage::hide);
    }

    /** Menus, tooltips, questions, the emoji picker and the drop hint, each in every theme. */
    @Test
    void drawWhatOpens() {
        for (Theme theme : Theme.values()) {
            WindowOptions options = Looks.of(theme, Language.ENGLISH);
            Server engine = new Server();
            Stage stage = open(engine, ServerWindow::open, options, 1000, 680);
            String suffix = "-" + theme.token();
            Peer mei = Samples.peer("Mei", "192.168.1.21");
            engine.tell(new EngineEvent.PeerJoined(mei), new EngineEvent.LinkChanged(LinkState.CONNECTED));
            talk(engine, mei, mei);
            talk(engine, mei, mei);
            talk(engine, mei, mei);
            Hands hands = new Hands(stage);
            TextArea field = hands.find(TextArea.class, "#messageField");
            Fx.run(() -> field.setText(
                    "Selected 😀 wave 👋🏽 flags 🇨🇳🇩🇪 hearts ❤️ keys 1️⃣ end\nfamily 👩‍💻 then 😀\n😎 third"));
            Fx.run(() -> field.selectRange(0, 14));
            popup(hands, "#emojiButton", "picker" + suffix);
            popup(hands, "#themeButton", "theme-menu" + suffix);
            Fx.run(() -> field.requestFocus());
            shoot(stage, "server-5-typing" + suffix);
            Drag drag = new Drag(Path.of("lecture.zip"));
            drag.over(stage.getScene().getRoot());
            shoot(stage, "server-6-dropping" + suffix);
            drag.leave(stage.getScene().getRoot(), stage.getScene().getRoot());
            shootQuestion(() -> ((Button) find(stage.getScene(), "#clearButton")).fire(), "question" + suffix);
            Fx.run(stage::hide);
        }
    }

    static void tell(FakeEngine engine, Peer peer, TransferSnapshot... snapshots) {
        for (TransferSnapshot snapshot : snapshots) {
            engine.tell(new EngineEvent.TransferChanged(peer, snapshot, null));
            Fx.settle(); // each is seen, not only the last of them
        }
    }

    /** What is asked when {@code provoke} has run, which waits for the answer. */
    static void shootQuestion(Runnable provoke, String name) {
        Platform.runLater(provoke);
        Fx.until(() -> Window.getWindows().stream().anyMatch(WindowPictures::isQuestion));
        Stage question = Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(WindowPictures::isQuestion)
                .findFirst()
                .orElseThrow());
        shoot(question, name);
        Fx.run(question::hide);
    }

    private static boolean isQuestion(Window window) {
        return window instanceof Stage stage && stage.getModality() != Modality.NONE && stage.isShowing();
    }

    private static void popup(Hands hands, String button, String name) {
        hands.click(button);
        shootPopup(name);
    }

    /** What has opened above a window. */
    static void shootPopup(String name) {
        Fx.settle();
        PopupWindow popup = Fx.get(() -> (PopupWindow) Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .filter(window -> !(window instanceof Tooltip))
                .findFirst()
                .orElseThrow());
        Pictures.write(popup.getScene(), FOLDER.resolve(name + ".png"));
        Fx.run(popup::hide);
    }

    private static void talk(FakeEngine engine, Peer one, Peer other) {
        EngineEvent.ChatSent first =
                Samples.said("Welcome 👋🏽 The slides come in a moment: https://example.org/slides?week=7", null);
        EngineEvent.ChatSent second = Samples.said("Sure, it is in the zip. 👍", null);
        engine.tell(
                Samples.received(one, "客户端已连接! Got the link, thanks. 😀"),
                first,
                new EngineEvent.ChatDelivered(first.id(), List.of(one)),
                new EngineEvent.ChatDelivered(first.id(), List.of(other)),
                new EngineEvent.ChatDelivered(first.id(), List.of(other)),
                Samples.received(other, "Can you resend chapter 3 as well? 👩‍💻🇨🇳❤️"),
                second);
    }

    /** The window of Connection status. */
    static void status(Stage stage, String name) {
        Fx.run(() -> ((Button) find(stage.getScene(), "#statusButton")).fire());
        Fx.settle();
        Stage status = Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage one && stage.equals(one.getOwner()))
                .findFirst()
                .orElseThrow());
        shoot(status, name);
        Fx.run(status::hide);
    }

    private static Node find(Scene scene, String selector) {
        return scene.lookup(selector);
    }

    static <E> Stage open(E engine, Opening<E> opening, WindowOptions options, int width, int height) {
        return Fx.get(() -> {
            Stage stage = new Stage();
            opening.open(stage, engine, options.with(new Rectangle2D(0, 0, width, height)));
            return stage;
        });
    }

    static void shoot(Stage stage, String name) {
        Fx.settle();
        Pictures.write(Pictures.atRest(stage.getScene()), FOLDER.resolve(name + ".png"));
    }

    interface Opening<E> {
        Object open(Stage stage, E engine, WindowOptions options);
    }
}
