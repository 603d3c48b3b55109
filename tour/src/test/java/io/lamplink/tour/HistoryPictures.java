package io.lamplink.tour;

import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Turn;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.history.HistoryEvent;
import io.lamplink.common.history.HistoryProblem;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.FakeHistory;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.window.WindowOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Draws what windows show of the history: {@code -Dtest=HistoryPictures}, to be looked at. */
@ExtendWith(Fx.class)
final class HistoryPictures {

    @Test
    void draw() throws Exception {
        Looks.each((options, suffix) -> {
            client(options, suffix, 1000, 680);
            client(options, suffix + "-small", 720, 500);
        });
    }

    private static void client(WindowOptions options, String suffix, int width, int height) {
        WindowPictures.Client engine = new WindowPictures.Client();
        FakeHistory history = history();
        Stage stage = WindowPictures.open(engine, ClientWindow::open, options.with(history), width, height);
        WindowPictures.shoot(stage, "history-1-start" + suffix);
        Peer mei = Samples.peer("Mei", "192.168.1.21");
        engine.tell(
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.LinkChanged(LinkState.CONNECTED),
                Samples.received(mei, "Good morning! 早上好 ☀️"));
        Hands hands = new Hands(stage);
        hands.press(KeyCode.CONTROL, KeyCode.F);
        WindowPictures.shoot(stage, "history-2-search" + suffix);
        TextField field = hands.find(TextField.class, "#searchField");
        Fx.run(() -> field.setText("图书馆"));
        WindowPictures.shoot(stage, "history-3-hit" + suffix);
        hands.press(KeyCode.ENTER);
        WindowPictures.shoot(stage, "history-4-older" + suffix);
        Fx.run(() -> field.setText("nowhere to be found"));
        WindowPictures.shoot(stage, "history-5-none" + suffix);
        hands.press(KeyCode.ESCAPE);
        history.tell(new HistoryEvent.SetAside(
                Path.of("/home/mei/.local/share/lamplink/client-history.db.damaged-20261129-140200")));
        history.tell(new HistoryEvent.Paused(HistoryProblem.DISK_FULL));
        history.tell(new HistoryEvent.Resumed(3));
        WindowPictures.shoot(stage, "history-8-trouble" + suffix);
        hands.click("#clearButton");
        WindowPictures.shoot(stage, "history-6-cleared" + suffix);
        hands.click("#historyButton");
        WindowPictures.shootPopup("history-7-menu" + suffix);
        Fx.run(stage::hide);
    }

    private static FakeHistory history() {
        FakeHistory history = new FakeHistory();
        Party anna = new Party("Anna", null);
        for (int i = 0; i < 60; i++) {
            history.add("Line " + i + " of a long talk about nothing at all.");
        }
        history.add("明天下午我们在图书馆见面，三点可以吗？");
        UUID id = new UUID(8, 1);
        history.entries.add(new Text(
                next(history),
                id,
                Samples.NOON.minusSeconds(3_000),
                true,
                Party.NOBODY,
                List.of(),
                "好的 👍 我会在图书馆门口等你。The library closes at six.",
                false,
                false,
                1,
                1,
                0));
        history.entries.add(
                new Visit(next(history), new UUID(8, 2), Samples.NOON.minusSeconds(2_900), anna, Turn.PEER_CAME));
        history.entries.add(new Transfer(
                next(history),
                new UUID(8, 3),
                Samples.NOON.minusSeconds(2_800),
                false,
                anna,
                null,
                "图书馆-plan.pdf",
                12_000,
                Transfer.ONE_FILE,
                Outcome.SAVED,
                null,
                "/home/mei/plan.pdf"));
        history.entries.add(new Transfer(
                next(history),
                new UUID(8, 4),
                Samples.NOON.minusSeconds(2_700),
                true,
                anna,
                null,
                "photos",
                12_000_000,
                24,
                Outcome.FAILED,
                FailureReason.DISK_FULL,
                "/home/mei/photos"));
        history.entries.add(new Text(
                next(history),
                new UUID(8, 5),
                Samples.NOON.minusSeconds(2_600),
                true,
                Party.NOBODY,
                List.of(),
                "Did you get them?",
                false,
                false,
                1,
                0,
                1));
        history.add("See you then. 回头见！");
        history.before = history.entries.size();
        return history;
    }

    private static long next(FakeHistory history) {
        return history.entries.size() + 1L;
    }
}
