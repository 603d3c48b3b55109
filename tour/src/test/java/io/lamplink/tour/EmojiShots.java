package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Pictures;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: writes pictures of both windows full of emoji into target/pictures, to be looked at. Run it with
 * {@code -Dtest=EmojiShots}.
 */
@ExtendWith(Fx.class)
final class EmojiShots {

    @Test
    void draw() throws Exception {
        Looks.each((options, suffix) -> {
            server(options, suffix);
            client(options, suffix);
        });
    }

    private static void server(WindowOptions options, String suffix) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, 1000, 680);
        Peer mei = Samples.peer("Mei 👩🏽‍💻", "192.168.1.21");
        Peer class5 = Samples.peer("🇨🇳🐼 a class with a name that is longer than its place 🎒", "192.168.1.22");
        engine.tell(new EngineEvent.Listening(Samples.listening()));
        engine.tell(new EngineEvent.PeerJoined(mei), new EngineEvent.PeerJoined(class5));
        engine.tell(new EngineEvent.LinkChanged(LinkState.CONNECTED));
        talk(engine, mei, class5);
        send(engine, mei, class5);
        Hands hands = new Hands(stage);
        WindowPictures.shoot(stage, "emoji-1-server" + suffix);
        Fx.run(() -> stage.setRenderScaleX(2));
        Pictures.write(stage.getScene(), 2, WindowPictures.FOLDER.resolve("emoji-1-server-200" + suffix + ".png"));
        Fx.run(() -> stage.setRenderScaleX(1));
        ListView<?> rows = (ListView<?>) stage.getScene().lookup(".clients");
        Fx.run(() -> rows.getSelectionModel().select(0));
        write(hands, suffix);
        pick(hands, suffix);
        Fx.run(stage::hide);
    }

    private static void talk(WindowPictures.Server engine, Peer mei, Peer class5) {
        engine.tell(
                Samples.said("Welcome 👋🏽 ☎ 12:30 © ™ and ☎️ #️⃣", null),
                Samples.received(mei, "👍🏽"),
                Samples.received(class5, "🎉 🥳 👨‍👩‍👧‍👦"),
                Samples.received(
                        mei,
                        "🏴󠁧󠁢󠁥󠁮󠁧󠁿🇩🇪🏳️‍🌈🏴‍☠️ ❤️‍🔥 🧑🏽‍🤝‍🧑🏻 🐦‍🔥🫩 words after 1️⃣2️⃣ and 😀😀😀😀"),
                Samples.said("Only for you 🤫", mei),
                Samples.said("❤️", null));
    }

    private static void send(WindowPictures.Server engine, Peer mei, Peer class5) {
        TransferSnapshot photos =
                Samples.outgoing("🏖️ holiday pictures of the whole summer 2026 🌊.zip", 842_000_000, 0);
        TransferSnapshot folder = Samples.folder(Samples.outgoing("班级照片 📸", 50_000_000, 0), 120, 12, 0);
        engine.tell(new EngineEvent.TransferChanged(mei, photos, null));
        engine.tell(new EngineEvent.TransferChanged(class5, folder, null));
        Fx.settle();
        engine.tell(
                new EngineEvent.TransferChanged(mei, Samples.later(photos, 421_000_000, Duration.ofSeconds(20)), null));
        engine.tell(
                new EngineEvent.TransferChanged(class5, Samples.later(folder, 5_000_000, Duration.ofSeconds(3)), null));
        Fx.settle();
    }

    private static void write(Hands hands, String suffix) {
        TextArea field = hands.find(TextArea.class, "#messageField");
        Fx.run(field::requestFocus);
        hands.type("Family 👨‍👩‍👧‍👦 and 👩🏽‍💻 then flags 🇨🇳🇩🇪 ☎️ ☎ 1️⃣ 12 :smi");
        hands.press(KeyCode.DOWN);
        popup("emoji-2-completion" + suffix);
        WindowPictures.shoot(hands.stage(), "emoji-2-writing" + suffix);
        hands.press(KeyCode.ESCAPE);
    }

    private static void pick(Hands hands, String suffix) {
        hands.click("#emojiButton");
        popup("emoji-3-picker" + suffix);
        hands.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        hands.press(KeyCode.SHIFT, KeyCode.TAB);
        hands.press(KeyCode.TAB);
        hands.press(KeyCode.DOWN);
        popup("emoji-4-people" + suffix);
        hands.type("心");
        popup("emoji-5-search" + suffix);
        hands.type("zzz");
        popup("emoji-6-nothing" + suffix);
        hands.press(KeyCode.ESCAPE);
    }

    private static void client(WindowOptions options, String suffix) {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = WindowPictures.open(engine, ClientWindow::open, options, 720, 500);
        Peer server = Samples.peer("Teacher 🧑‍🏫 of the whole school with a long name", "192.168.1.5");
        engine.tell(
                new EngineEvent.Connecting("192.168.1.5:8080"),
                new EngineEvent.PeerJoined(server),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        engine.tell(Samples.received(server, "早上好 ☀️ 😀"), Samples.said("😂🤣😭", null));
        WindowPictures.shoot(stage, "emoji-7-client" + suffix);
        Fx.run(stage::hide);
    }

    private static void popup(String name) {
        Fx.settle();
        List<Window> popups = Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && !(window instanceof Tooltip))
                .toList());
        if (!popups.isEmpty()) {
            Pictures.write(popups.getFirst().getScene(), WindowPictures.FOLDER.resolve(name + ".png"));
        }
    }
}
