package io.lamplink.common.ui.control;

import javafx.scene.layout.Region;

/**
 * Keeps what changes often from laying out the whole window: JavaFX lays an unmanaged node out by itself, and asks nobody
 * above it. The content gets all the room there is, and has the height it is given.
 */
final class Island extends Region {

    private final Region content;

    Island(Region content) {
        this.content = content;
        content.setManaged(false);
        getChildren().add(content);
    }

    /**
     * Asks everybody above for a layout, if what was to be laid out has not been: what is asked for during a layout is not
     * always heard, and from then on nothing is that asks as far as here only. To be called before the layout of a pulse.
     */
    void askIfUnheard() {
        if (content.isNeedsLayout()) {
            requestLayout();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + content.prefWidth(height) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + content.prefHeight(width) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(
                snappedLeftInset(),
                snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }
}
