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
