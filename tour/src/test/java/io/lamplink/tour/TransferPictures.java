package io.lamplink.tour;

import static io.lamplink.tour.WindowPictures.open;
import static io.lamplink.tour.WindowPictures.shoot;
import static io.lamplink.tour.WindowPictures.tell;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.view.ServerWindow;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Not a test: pictures of transfers that are held up and of folders, beside those of {@link WindowPictures}. */
@ExtendWith(Fx.class)
final class TransferPictures {

    /** Transfers that are held up or limited, and folders, as the sender and as the receiver sees them. */
    @Test
    void drawTransfers() throws Exception {
        Looks.each((options, suffix) -> {
            options.settings().put("send-limit", "50000000");
            sending(options, suffix, 1000, 1000);
            sending(options, suffix + "-small", 720, 500);
            receiving(options, suffix, 1000, 1000);
        });
    }

    private static void sending(WindowOptions options, String suffix, int width, int height) {
        WindowPictures.Server engine = new WindowPictures.Server();
        Stage stage = open(engine, ServerWindow::open, options, width, height);
        Peer mei = Samples.peer("Mei", "192.168.1.21");
        Peer qt = Samples.qtPeer("192.168.1.40");
        engine.tell(
                new EngineEvent.Listening(Samples.listening()),
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.PeerJoined(qt),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        TransferSnapshot partly = Samples.folder(Samples.outgoing("old site", 50_000_000, 0), 120, 118, 2);
        tell(engine, mei, partly, Samples.in(TransferSnapshot.State.COMPLETE, partly, true));
        tell(
                engine,
                mei,
                held(Samples.outgoing("score.pdf", 4_100_000, 900_000), true, FailureReason.SOURCE_UNREADABLE));
        tell(
                engine,
                qt,
                held(Samples.outgoing("backup.tar", 9_400_000_000L, 7_000_000_000L), false, FailureReason.DISK_FULL));
        tell(
                engine,
                mei,
                held(Samples.outgoing("lecture-07.zip", 842_000_000, 521_000_000L), true, FailureReason.LINK_LOST));
        tell(engine, mei, held(Samples.outgoing("notes.txt", 12_345_678, 3_000_000L), true, FailureReason.PAUSED));
        TransferSnapshot folder = Samples.folder(Samples.outgoing("Photos 2026", 3_200_000_000L, 0), 1_000, 12, 0);
        tell(
                engine,
                mei,
                folder,
                Samples.later(folder, 1_100_000_000L, Duration.ofSeconds(30)),
                Samples.later(folder, 1_300_000_000L, Duration.ofSeconds(36)));
        shoot(stage, "server-8-held-up" + suffix);
        Fx.run(stage::hide);
    }

    private static void receiving(WindowOptions options, String suffix, int width, int height) {
        WindowPictures.Client engine = new WindowPictures.Client();
        Stage stage = open(engine, ClientWindow::open, options, width, height);
        Peer server = Samples.peer("Server", "192.168.1.5");
        engine.tell(
                new EngineEvent.Connecting("192.168.1.5:8080"),
                new EngineEvent.PeerJoined(server),
                new EngineEvent.LinkChanged(LinkState.CONNECTED));
        TransferSnapshot saved = Samples.folder(Samples.incoming("照片 2025", 800_000_000, 0), 75, 75, 0);
        tell(engine, server, saved, Samples.in(TransferSnapshot.State.SAVED, saved, true));
        TransferSnapshot whole = Samples.folder(Samples.incoming("src", 12_000_000, 0), 340, 339, 1);
        tell(engine, server, whole, Samples.in(TransferSnapshot.State.COMPLETE, whole, true));
        tell(
                engine,
                server,
                held(Samples.incoming("backup.tar", 9_400_000_000L, 7_000_000_000L), true, FailureReason.DISK_FULL));
        tell(
                engine,
                server,
                held(Samples.incoming("film.mkv", 4_400_000_000L, 2_000_000_000L), false, FailureReason.PAUSED));
        tell(
                engine,
                server,
                held(Samples.incoming("lecture.zip", 842_000_000, 521_000_000L), false, FailureReason.CHECKING));
        tell(
                engine,
                server,
                held(Samples.incoming("disk.img", 842_000_000, 521_000_000L), true, FailureReason.DISK_ERROR));
        shoot(stage, "client-8-held-up" + suffix);
        Fx.run(stage::hide);
    }

    private static TransferSnapshot held(TransferSnapshot moving, boolean byUs, FailureReason reason) {
        return Samples.heldUp(moving, new TransferSnapshot.Pause(byUs, !byUs, reason, ""));
    }
}
