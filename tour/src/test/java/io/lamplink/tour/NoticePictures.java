package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.StillTime;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Not a test: writes pictures of both windows while others write, after some have left and when a file has arrived, in all
 * themes and languages into target/pictures, to be looked at. Run it with {@code -Dtest=NoticePictures}.
 */
@ExtendWith(Fx.class)
final class NoticePictures {
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás 👩‍💻", "192.168.1.33");

    @Test
    void draw() throws Exception {
        Looks.each((still, suffix) -> {
            WindowOptions options = still.with(StillTime.time());
            server(options, suffix, 1000, 680);
            client(options, suffix, 1000, 680);
            server(options, suffix + "-small", 720, 500);
            client(options, suffix + "-small", 720, 500);
        });
    }

    private void server(WindowOptions options, String suffix, int width, int height) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = WindowPictures.open(engine, ServerWindow::open, options, width, height);
        Peer gone = Samples.peer("Amina", "192.168.1.34");
        Peer another = Samples.peer("Somebody with a rather long name", "192.168.1.35");
        engine.tell(
                new EngineEvent.Listening(Samples.listening()),
                new EngineEvent.LinkChanged(LinkState.WAITING),
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.LinkChanged(LinkState.CONNECTED),
                new EngineEvent.PeerJoined(tomas),
                new EngineEvent.PeerJoined(gone),
                new EngineEvent.PeerJoined(another),
                new EngineEvent.PeerLeft(gone, CloseReason.normal(), false),
                new EngineEvent.PeerLeft(another, CloseReason.normal(), false),
                Samples.received(mei, "Is chapter 3 there?"),
                Samples.said("In a moment.", null),
                new EngineEvent.WritingChanged(mei, "", true),
                new EngineEvent.WritingChanged(tomas, "", true));
        arrive(engine, "report.pdf");
        WindowPictures.shoot(stage, "notice-server" + suffix);
        scrollUp(engine, stage);
        engine.tell(new EngineEvent.SendFailed(Path.of("/home/mei/notes.txt"), SendProblem.NOT_READABLE));
        WindowPictures.shoot(stage, "notice-trouble" + suffix);
        Fx.run(stage::hide);
    }

    private void client(WindowOptions options, String suffix, int width, int height) {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = WindowPictures.open(engine, ClientWindow::open, options, width, height);
        engine.tell(
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.LinkChanged(LinkState.CONNECTED),
                new EngineEvent.MemberJoined("Ann", true),
                new EngineEvent.MemberJoined("王小明", true),
                new EngineEvent.MemberJoined("Noor", true),
                new EngineEvent.MemberLeft("Noor"),
                Samples.received(mei, "Here is the report."),
                new EngineEvent.WritingChanged(mei, "王小明", true));
        arrive(engine, "report.pdf");
        TransferSnapshot there = arrive(engine, "测试.bin");
        engine.tell(new EngineEvent.TransferChanged(mei, there.savedAt(Path.of("/home/mei/测试.bin")), null));
        WindowPictures.shoot(stage, "notice-client" + suffix);
        scrollUp(engine, stage);
        for (int i = 0; i < 9; i++) {
            TransferSnapshot other = Samples.outgoing("slides-" + i + ".pdf", 1_000_000, 0);
            engine.tell(new EngineEvent.TransferChanged(mei, other, null));
        }
        Fx.settle();
        WindowPictures.tell(engine, mei, there.savedAt(Path.of("/home/mei/测试 (2).bin")));
        WindowPictures.shoot(stage, "notice-saved" + suffix);
        Fx.run(() -> ((Button) stage.getScene().lookup("#membersButton")).fire());
        WindowPictures.shootPopup("notice-members" + suffix);
        Fx.run(stage::hide);
    }

    private void scrollUp(FakeEngine engine, Stage stage) {
        for (int i = 0; i < 30; i++) {
            engine.tell(Samples.received(mei, "Page " + i + " is read."));
        }
        Hands hands = new Hands(stage);
        hands.click(".chat-log");
        hands.press(KeyCode.HOME);
        Fx.settle();
    }

    private TransferSnapshot arrive(FakeEngine engine, String name) {
        TransferSnapshot moving = Samples.incoming(name, 4_100_000, 2_000_000);
        TransferSnapshot there = Samples.in(State.COMPLETE, moving, true);
        WindowPictures.tell(engine, mei, moving, there);
        return there;
    }
}
