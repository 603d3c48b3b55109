package io.lamplink.common.ui.control;

import javafx.scene.layout.Region;

/** A bar that only resizes its filling when it moves: nothing is laid out for that, neither here nor above. */
final class ThinBar extends Region {

    private final Region filling = new Region();
    private double progress;

    ThinBar() {
        getStyleClass().add("thin-bar");
        filling.getStyleClass().add("filling");
        filling.setManaged(false);
        getChildren().add(filling);
    }

    /** Shows {@code now}, 0 to 1. */
    void setProgress(double now) {
        progress = Math.clamp(now, 0, 1);
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        filling.resizeRelocate(0, 0, snapSizeX(getWidth() * progress), getHeight());
    }
}
