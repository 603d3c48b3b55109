package io.lamplink.common.ui.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/**
 * Figures over the last minutes as lines above a soft ground: now is at the right edge, nothing at the floor, the highest at
 * the top. It is drawn anew only when it is told something; nothing in it moves by itself.
 */
public final class TimeChart extends Region {

    private static final double LABEL = 16;

    private final double span;
    private final List<Trace> traces;
    private final Line ceiling = new Line();
    private final Line floor = new Line();
    private final Label top = words("top");
    private final Label oldest = words("oldest");
    private final Label newest = words("newest");
    private List<List<Sample>> shown = List.of();

    /**
     * A figure.
     *
     * @param age how long ago it was so
     * @param value 0 or more
     */
    public record Sample(Duration age, double value) {}

    private record Trace(Path ground, Path line) {
        static Trace of(String styleClass) {
            Trace trace = new Trace(new Path(), new Path());
            trace.ground.getStyleClass().addAll("ground", styleClass);
            trace.line.getStyleClass().addAll("line", styleClass);
            return trace;
        }
    }

    /**
     * A chart that shows nothing yet.
     *
     * @param span how far back it goes
     * @param styleClasses one for each line
     */
    public TimeChart(Duration span, String... styleClasses) {
        this.span = span.toNanos();
        traces = Stream.of(styleClasses).map(Trace::of).toList();
        getStyleClass().add("time-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Stream.of(ceiling, floor).forEach(line -> line.getStyleClass().add("grid"));
        getChildren().addAll(ceiling, floor);
        traces.forEach(trace -> getChildren().addAll(trace.ground(), trace.line()));
        getChildren().addAll(top, oldest, newest);
        getChildren().forEach(node -> node.setManaged(false));
    }

    private static Label words(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** What its edges are called: the oldest figures at the left, the newest at the right. */
    public void name(String left, String right) {
        oldest.setText(left);
        newest.setText(right);
        requestLayout();
    }

    /**
     * Shows {@code lines}, as many as there are style classes, the oldest sample of each first.
     *
     * @param highest what the highest of all samples is called
     */
    public void show(List<List<Sample>> lines, String highest) {
        shown = List.copyOf(lines);
        top.setText(highest);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double bottom = getHeight() - snappedBottomInset() - LABEL;
        double ceilingY = snappedTopInset() + LABEL;
        place(top, left, snappedTopInset() - 2);
        place(oldest, left, bottom + 2);
        place(newest, right - newest.prefWidth(-1), bottom + 2);
        stretch(ceiling, left, right, ceilingY);
        stretch(floor, left, right, bottom);
        double highest = shown.stream()
                .flatMap(List::stream)
                .mapToDouble(Sample::value)
                .max()
                .orElse(0);
        for (int i = 0; i < traces.size(); i++) {
            List<Sample> samples = i < shown.size() ? shown.get(i) : List.of();
            draw(traces.get(i), samples, highest <= 0 ? 1 : highest, ceilingY, bottom);
        }
    }

    private static void place(Label label, double x, double y) {
        label.autosize();
        label.relocate(Math.rint(x), Math.rint(y));
    }

    private static void stretch(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(Math.max(from, to));
        line.setStartY(Math.rint(y) + 0.5);
        line.setEndY(Math.rint(y) + 0.5);
    }

    private void draw(Trace trace, List<Sample> samples, double highest, double ceilingY, double bottom) {
        List<PathElement> line = new ArrayList<>();
        List<PathElement> ground = new ArrayList<>();
        double x = 0;
        for (Sample sample : samples) {
            x = x(sample);
            double y = bottom - sample.value() / highest * (bottom - ceilingY);
            line.add(line.isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
            if (ground.isEmpty()) {
                ground.add(new MoveTo(x, bottom));
            }
            ground.add(new LineTo(x, y));
            if (samples.size() == 1) {
                line.add(new LineTo(x - 0.1, y)); // A point: shown by the round cap of a line without a length.
            }
        }
        if (!ground.isEmpty()) {
            ground.add(new LineTo(x, bottom));
            ground.add(new ClosePath());
        }
        trace.line().getElements().setAll(line);
        trace.ground().getElements().setAll(ground);
    }

    private double x(Sample sample) {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double back = Math.clamp(sample.age().toNanos() / span, 0, 1);
        return snappedLeftInset() + width * (1 - back);
    }
}
