package io.lamplink.common.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Puts one bubble to the side it belongs to, as wide as its text needs but leaving room on the other side. */
final class ChatRow extends Region {

    private static final double SHARE = 0.82;
    private static final double WIDEST = 560;

    /** Where the bubble stands. */
    enum Side {
        START,
        CENTRE,
        END
    }

    private final Region bubble;
    private Side side = Side.START;

    ChatRow(Region bubble) {
        this.bubble = bubble;
        getStyleClass().add("chat-row");
        getChildren().add(bubble);
    }

    void setSide(Side side) {
        this.side = side;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return bubble.prefHeight(bubbleWidth(width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return bubble.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = bubbleWidth(getWidth());
        double free = getWidth() - width;
        double x = switch (side) {
            case START -> 0;
            case CENTRE -> snapPositionX(free / 2);
            case END -> free;
        };
        bubble.resizeRelocate(x, 0, width, bubble.prefHeight(width));
    }

    private double bubbleWidth(double width) {
        double most = Math.min(WIDEST, Math.floor(width * SHARE));
        return snapSizeX(Math.min(bubble.prefWidth(-1), Math.max(0, most)));
    }
}
