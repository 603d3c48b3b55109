package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.TimeChart;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.HandClock;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.StillTime;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of few links and of very many. */
@ExtendWith(Fx.class)
final class StatusWindowTest {
    private final FakeEngine engine = new FakeEngine();
    private final HandClock time = new HandClock();
    private StatusViewModel model;
    private Hands hands;

    @BeforeEach
    void open() {
        open(new ScreenRoom(1920, 1080));
    }

    private void open(ScreenRoom room) {
        WindowTime still = StillTime.time();
        Fx.run(() -> {
            WindowFrame frame = new WindowFrame(
                    new Stage(),
                    WindowOptions.forgetful(Samples.studio())
                            .with(Language.ENGLISH)
                            .with(new WindowTime(time, still.door(), still.ticker())));
            model = new StatusViewModel(engine, frame.ports());
            new StatusWindow(
                            frame,
                            model,
                            new SimpleObjectProperty<>(LinkState.CONNECTED),
                            new SimpleObjectProperty<>(Phrase.of("status.server.idle")),
                            room)
                    .show();
        });
        hands = new Hands(Fx.get(() -> (Stage) Window.getWindows().getLast()));
    }

    @AfterEach
    void close() {
        hands.close();
    }

    private void links(int count) {
        engine.statistics =
                IntStream.range(0, count).mapToObj(StatusWindowTest::figures).toList();
        ask();
    }

    private void ask() {
        Fx.run(model::start);
        Fx.settle();
    }

    private static PeerStatistics figures(int number) {
        Peer peer = Samples.peer("Client " + number, "10.0.0." + number % 256);
        return Samples.figures(peer);
    }

    private List<Node> cells() {
        return hands.findAll(".link-cell").stream()
                .filter(node -> node instanceof ListCell<?> cell && cell.getItem() != null)
                .toList();
    }

    private String shown() {
        return hands.find(Label.class, ".link-pane > .heading").getText();
    }

    @Test
    void nobodyIsSaidSo() {
        assertTrue(hands.find(Node.class, ".empty-state").isVisible());
        assertFalse(hands.find(Node.class, "#linkList").isVisible());
    }

    @Test
    void itIsNoLargerThanTheScreen() {
        hands.close();
        open(new ScreenRoom(683, 384));
        links(2);
        assertEquals(384, Fx.get(() -> hands.stage().getScene().getHeight()));
        assertTrue(Fx.get(() -> hands.stage().getWidth()) <= 683);
    }

    @Test
    void oneLinkNeedsNoList() {
        links(1);
        assertEquals("Client 0", shown());
        assertFalse(hands.find(Node.class, "#linkList").isVisible());
        assertFalse(hands.find(Node.class, ".empty-state").isVisible());
    }

    @Test
    void twoThousandLinksAreAListOfWhichOnlyAFewAreNodes() {
        links(2_000);
        assertTrue(hands.find(Node.class, "#linkList").isVisible());
        assertEquals(1, hands.findAll(".link-pane").size());
        assertTrue(
                hands.findAll(".link-cell").size() < 40,
                () -> hands.findAll(".link-cell").size() + " cells");
        assertTrue(Fx.get(() -> hands.stage().getWidth()) >= 700, "the figures keep their width");
    }

    @Test
    void theChosenLinkIsShownAndStaysChosenWhileOthersComeAndGo() {
        links(5);
        hands.click(cells().get(2));
        assertEquals("Client 2", shown());
        List<PeerStatistics> before = engine.statistics;
        engine.statistics =
                Stream.concat(before.stream().skip(1), Stream.of(figures(77))).toList();
        ask();
        assertEquals("Client 2", shown());
        ListView<?> list = hands.find(ListView.class, "#linkList");
        assertEquals(1, list.getSelectionModel().getSelectedIndex());
        hands.click(list);
        hands.press(KeyCode.END);
        assertEquals("Client 77", shown());
    }

    @Test
    void bothChartsSayInWordsWhatTheyShow() {
        links(1);
        assertEquals(
                "Round trip, from 2 min ago: 1.6 ms now · 2.6 ms typical · up to 7.2 ms",
                hands.find(TimeChart.class, "#roundTripChart").getAccessibleText());
        assertEquals(
                "Throughput, from 2 min ago: measuring…",
                hands.find(TimeChart.class, "#throughputChart").getAccessibleText());
        engine.statistics = List.of(later(engine.statistics.getFirst(), 3_000_000, 50_000));
        time.pass(Duration.ofSeconds(2));
        ask();
        assertEquals(
                "Throughput, from 2 min ago: 1.5 MB/s sent · 25 kB/s received · up to 1.5 MB/s",
                hands.find(TimeChart.class, "#throughputChart").getAccessibleText());
        assertEquals(
                List.of("1.5 MB/s sent", "25 kB/s received"),
                hands.findAll("#throughputChart").getFirst().getParent().lookupAll(".now").stream()
                        .map(node -> ((Label) node).getText())
                        .toList());
    }

    private static PeerStatistics later(PeerStatistics before, long out, long in) {
        return new PeerStatistics(
                before.peer(),
                before.roundTrips(),
                0,
                0,
                before.bytesOut() + out,
                before.bytesIn() + in,
                0,
                0,
                0,
                0,
                false);
    }

    @Test
    void newFiguresAreShownInTheListToo() {
        links(2);
        PeerStatistics first = engine.statistics.getFirst();
        PeerStatistics quiet = new PeerStatistics(first.peer(), List.of(), 0, 0, 0, 0, 0, 0, 0, 0, true);
        engine.statistics = List.of(quiet, engine.statistics.getLast());
        ask();
        assertEquals("", ((Label) cells().getFirst().lookup(".delay")).getText());
        assertTrue(hands.findAll(".figure").stream()
                .anyMatch(node -> ((Label) node).getText().equals("Encrypted")));
    }
}
