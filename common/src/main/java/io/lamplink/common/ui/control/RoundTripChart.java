package io.lamplink.common.ui.control;

import java.time.Duration;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** Delays over time as a line above a soft ground, newest at the right. */
public final class RoundTripChart extends Region {

    private static final int MOST = 120;
    private static final double LABEL = 12;

    private final Path ground = new Path();
    private final Path line = new Path();
    private final Label top = new Label();
    private List<Duration> delays = List.of();

    /** A chart without a line. */
    public RoundTripChart() {
        getStyleClass().add("round-trip-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ground.getStyleClass().add("ground");
        line.getStyleClass().add("line");
        ground.setManaged(false);
        line.setManaged(false);
        top.getStyleClass().add("top");
        top.setManaged(false);
        getChildren().addAll(ground, line, top);
    }

    /**
     * Shows {@code delays}, oldest first.
     *
     * @param highest what the highest one is called
     */
    public void show(List<Duration> delays, String highest) {
        this.delays = List.copyOf(delays);
        top.setText(highest);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getElements().clear();
        ground.getElements().clear();
        top.autosize();
        top.relocate(snappedLeftInset(), 2);
        if (delays.isEmpty()) {
            return;
        }
        double highest = delays.stream().mapToLong(Duration::toNanos).max().orElse(1);
        double floor = getHeight() - snappedBottomInset();
        for (int i = 0; i < delays.size(); i++) {
            double x = x(i);
            double y = floor - delays.get(i).toNanos() / Math.max(1, highest) * usableHeight();
            line.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
            if (delays.size() == 1) {
                line.getElements().add(new LineTo(x - 0.1, y));
            }
        }
        if (delays.size() == 1) {
            return; // A point: shown by the round cap of a line without a length.
        }
        ground.getElements().add(new MoveTo(x(0), floor));
        for (PathElement element : line.getElements()) {
            ground.getElements().add(element instanceof MoveTo to ? new LineTo(to.getX(), to.getY()) : copy(element));
        }
        ground.getElements().addAll(new LineTo(x(delays.size() - 1), floor), new ClosePath());
    }

    private static PathElement copy(PathElement element) {
        LineTo to = (LineTo) element;
        return new LineTo(to.getX(), to.getY());
    }

    /** The newest stands at the right edge; a full chart reaches to the left one. */
    private double x(int index) {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double step = width / (Math.max(MOST / 4, Math.min(MOST, delays.size())) - 1);
        return snappedLeftInset() + width - (delays.size() - 1 - index) * step;
    }

    private double usableHeight() {
        return getHeight() - snappedTopInset() - snappedBottomInset() - LABEL;
    }
}
