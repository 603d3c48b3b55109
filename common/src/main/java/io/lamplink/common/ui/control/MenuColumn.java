package io.lamplink.common.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * What stands one below the other in what opens above a window. Such a thing asks how high this is before it knows how wide, and
 * would leave one line to each text.
 */
public final class MenuColumn extends VBox {

    /** These, from top to bottom. */
    public MenuColumn(Node... children) {
        super(children);
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? prefWidth(width) : width);
    }
}
