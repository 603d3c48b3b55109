package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.TimeChart.Sample;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class TimeChartTest {

    private static final Duration SPAN = Duration.ofSeconds(100);

    private TimeChart chart;
    private Hands hands;

    @BeforeEach
    void open() {
        chart = Fx.get(() -> new TimeChart(SPAN, "out", "in"));
        hands = Hands.show(chart, 300, 120);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    private void show(List<Sample> out, List<Sample> in) {
        Fx.run(() -> chart.show(List.of(out, in), "up to 8"));
        Fx.settle();
    }

    private static Sample sample(int secondsAgo, double value) {
        return new Sample(Duration.ofSeconds(secondsAgo), value);
    }

    private Bounds line(String styleClass) {
        Path line = hands.find(Path.class, ".line." + styleClass);
        return Fx.get(line::getLayoutBounds);
    }

    @Test
    void nowIsAtTheRightEdgeAndTheSpanReachesToTheLeftOne() {
        show(List.of(sample(100, 1), sample(0, 1)), List.of(sample(50, 1), sample(0, 1)));
        assertTrue(line("out").getMinX() < 16, () -> "" + line("out"));
        assertTrue(line("out").getMaxX() > 284, () -> "" + line("out"));
        assertEquals(150, line("in").getMinX(), 8);
    }

    @Test
    void bothLinesHaveOneScaleWhoseTopIsTheHighestOfAll() {
        show(List.of(sample(10, 8), sample(0, 8)), List.of(sample(10, 4), sample(0, 4)));
        Node lowest = hands.findAll(".grid").getLast();
        double floor = Fx.get(() -> lowest.getLayoutBounds().getMaxY());
        double high = floor - line("out").getCenterY();
        double half = floor - line("in").getCenterY();
        assertEquals(2, high / half, 0.1);
        assertEquals("up to 8", hands.find(Label.class, ".top").getText());
    }

    @Test
    void nothingAtAllIsAFloorAndNoError() {
        show(List.of(), List.of());
        assertTrue(line("out").isEmpty());
        show(List.of(sample(1, 0), sample(0, 0)), List.of());
        assertTrue(line("out").getWidth() > 0, "zeros are a line on the floor");
    }

    @Test
    void oneSampleIsAPoint() {
        show(List.of(sample(0, 5)), List.of());
        assertTrue(line("out").getWidth() < 8 && !line("out").isEmpty());
    }
}
