package io.lamplink.common.ui.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Buttons that share a line, each as wide as its words need and what is left divided among them. In a language whose words
 * do not fit there, they stand one below the other.
 */
public final class SharedLine extends Pane {
    private double gap = 8;

    /** What is between two of them. */
    public double getGap() {
        return gap;
    }

    /** Sets what is between two of them. */
    public void setGap(double pixels) {
        gap = pixels;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private List<Node> parts() {
        return getManagedChildren();
    }

    private double gaps() {
        return gap * Math.max(0, parts().size() - 1);
    }

    private double wanted() {
        return parts().stream()
                        .mapToDouble(part -> snapSizeX(part.prefWidth(-1)))
                        .sum()
                + gaps();
    }

    private boolean fits(double width) {
        return wanted() <= width + 0.5;
    }

    /** How high it is on a line of its own, where its words may take two. */
    private double high(Node part, double width) {
        return snapSizeY(part.prefHeight(part.getContentBias() == Orientation.HORIZONTAL ? width : -1));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + wanted() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? wanted() : width - snappedLeftInset() - snappedRightInset();
        double high = fits(inner)
                ? parts().stream()
                        .mapToDouble(part -> part.prefHeight(-1))
                        .max()
                        .orElse(0)
                : parts().stream().mapToDouble(part -> high(part, inner)).sum() + gaps();
        return snappedTopInset() + snapSizeY(high) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double x = snappedLeftInset();
        double y = snappedTopInset();
        boolean inLine = fits(width);
        double more = inLine ? (width - wanted()) / Math.max(1, parts().size()) : 0;
        for (Node part : parts()) {
            double high = inLine ? getHeight() - snappedTopInset() - snappedBottomInset() : high(part, width);
            double wide = inLine ? snapSizeX(part.prefWidth(-1)) + more : width;
            part.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(wide), high);
            x += inLine ? wide + gap : 0;
            y += inLine ? 0 : high + gap;
        }
    }
}
