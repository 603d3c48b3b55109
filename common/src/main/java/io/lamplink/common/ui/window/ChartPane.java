package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.TimeChart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** A figure, or two of the same kind: what it is called, what it is now, and how it was over the last minutes. */
final class ChartPane extends VBox {

    private static final double SWATCH = 18;

    private final Label name = new Label();
    private final List<Label> values = new ArrayList<>();
    private final TimeChart chart;

    /**
     * A chart of one line for each style class. Where there are several, a piece of each line stands before its value.
     *
     * @param span how far back it goes
     */
    ChartPane(String id, Duration span, String... lines) {
        chart = new TimeChart(span, lines);
        chart.setId(id);
        getStyleClass().add("chart-pane");
        name.getStyleClass().add("name");
        FlowPane head = new FlowPane(name);
        head.getStyleClass().add("head");
        for (String line : lines) {
            Label value = new Label();
            value.getStyleClass().add("now");
            value.visibleProperty().bind(value.textProperty().isNotEmpty());
            value.managedProperty().bind(value.visibleProperty());
            if (lines.length > 1) {
                value.setGraphic(swatch(line));
            }
            values.add(value);
            head.getChildren().add(value);
        }
        getChildren().addAll(head, chart);
    }

    private static Line swatch(String styleClass) {
        Line piece = new Line(0, 0, SWATCH, 0);
        piece.getStyleClass().addAll("swatch", styleClass);
        return piece;
    }

    /** What it is called, and its edges. */
    void name(String what, String left, String right) {
        name.setText(what);
        chart.name(left, right);
    }

    /**
     * Shows how it is.
     *
     * @param now one for each line
     * @param highest what the highest sample is called
     * @param spoken all of it, for who cannot see it
     */
    void show(List<String> now, List<List<TimeChart.Sample>> lines, String highest, String spoken) {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).setText(now.get(i));
            values.get(i).setContentDisplay(lines.get(i).isEmpty() ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
        }
        chart.show(lines, highest);
        chart.setAccessibleText(spoken);
    }
}
