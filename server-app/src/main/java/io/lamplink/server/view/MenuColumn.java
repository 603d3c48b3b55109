package io.lamplink.server.view;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What stands in a menu one below the other. A menu asks how high it is before how wide, and would leave one line to each text. */
final class MenuColumn extends VBox {
    MenuColumn(Node... children) {
        super(children);
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? prefWidth(width) : width);
    }
}
