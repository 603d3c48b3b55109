package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** U1 and U2: the original showed constants, and counted by reading its own log. */
final class StatusViewModelTest {

    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final StatusViewModel model = new StatusViewModel(engine, world.ports());
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");

    @Test
    void u1_u2_theFiguresAreTheEnginesOwn() {
        engine.statistics = List.of(Samples.figures(mei));
        world.pass(Duration.ofMinutes(2));
        model.start();
        LinkFigures figures = model.figures().orElseThrow();
        assertEquals("192.168.1.5:8080", figures.here());
        assertEquals("192.168.1.21:51334", figures.there());
        assertEquals(Duration.ofMinutes(2), figures.connectedFor());
        assertEquals(12, figures.messagesOut());
        assertEquals(34, figures.messagesIn());
        assertEquals(842_000_123, figures.bytesOut());
        assertEquals(
                Samples.figures(mei).roundTrips().getLast(), figures.roundTrip().orElseThrow());
        assertTrue(figures.typicalRoundTrip().orElseThrow().toMillis() < 4);
    }

    @Test
    void theEngineIsAskedOnlyWhileSomebodyLooks() {
        model.start();
        world.beat();
        assertEquals(2, engine.asked.size());
        model.stop();
        world.beat();
        assertEquals(2, engine.asked.size());
        assertEquals(0, world.beating());
    }

    @Test
    void oneLinkIsLookedAtUntilAnotherIsChosenOrItEnds() {
        Peer tomas = Samples.peer("Tomás", "192.168.1.33");
        Peer aiko = Samples.peer("Aiko", "192.168.1.44");
        shows(mei, tomas, aiko);
        assertEquals("Mei", model.figures().orElseThrow().name());
        LinkRow second = model.links().get(1);
        model.choose(second);
        shows(mei, tomas, aiko);
        assertEquals("Tomás", model.figures().orElseThrow().name());
        assertSame(second, model.links().get(1), "rows stay, so that a list keeps its place");
        shows(mei, aiko);
        assertEquals("Aiko", model.figures().orElseThrow().name(), "the next one");
        model.choose(second);
        assertEquals("Aiko", model.figures().orElseThrow().name(), "who has gone cannot be chosen");
        shows(mei);
        assertEquals("Mei", model.figures().orElseThrow().name());
        shows();
        assertTrue(model.figures().isEmpty());
        shows(tomas);
        assertEquals("Tomás", model.figures().orElseThrow().name());
    }

    private void shows(Peer... peers) {
        engine.statistics = Stream.of(peers).map(Samples::figures).toList();
        model.start();
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 1, 8080",
        "' 8080 ', 1, 8080",
        "８０８０, 1, 8080",
        "65535, 1, 65535",
        "0, 0, 0",
        "0, 1, -1",
        "65536, 1, -1",
        "99999999999, 1, -1",
        "-1, 0, -1",
        "80a, 1, -1",
        "'', 1, -1",
        "8.5, 1, -1",
    })
    void u5_aPortIsAnIntegerThatAPortCanBe(String text, int lowest, int port) {
        assertEquals(port, Port.read(text, lowest).orElse(-1));
    }
}
