package io.lamplink.common.ui.window;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * What a question says, as high as it needs to be or as the screen has room for; then it scrolls, and its buttons stay in
 * sight. Where it scrolls it can have the keyboard.
 */
final class QuestionScroll extends ReadingScroll {
    /** What title bar, heading and buttons take of the screen, and what is left around the question. */
    private static final double AROUND = 176;

    private static final double LEAST = 96;

    private final Region content;
    private final double most;

    /**
     * Shows {@code content}.
     *
     * @param name what a screen reader calls it
     */
    QuestionScroll(Region content, String name, ScreenRoom room) {
        super(content);
        this.content = content;
        most = Math.max(LEAST, room.height() - AROUND);
        getStyleClass().add("question-scroll");
        setAccessibleText(name);
    }

    /** Scrolls to {@code node}, which has the keyboard, whenever there is more or less room. */
    void keepInSight(Node node) {
        Runnable show = () -> {
            if (node.isFocused()) {
                SmallScreen.show(this, node);
            }
        };
        viewportBoundsProperty().subscribe(show);
        content.heightProperty().subscribe(show);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? width : width - snappedLeftInset() - snappedRightInset();
        double needed = content.prefHeight(inner) + snappedTopInset() + snappedBottomInset();
        return Math.min(most, snapSizeY(needed));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
