package io.lamplink.common.ui.window;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** A half of the screen, so that a server window and a client window can stand side by side. */
public enum ScreenSide {
    /** The left half. */
    LEFT,
    /** The right half. */
    RIGHT;

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    /** Place and size of a window there, no larger than it usually is; asked on the JavaFX thread. */
    public Rectangle2D bounds() {
        return within(Screen.getPrimary().getVisualBounds());
    }

    Rectangle2D within(Rectangle2D screen) {
        double half = screen.getWidth() / 2;
        double width = Math.min(WIDTH, half);
        double height = Math.min(HEIGHT, screen.getHeight());
        double x = this == LEFT ? screen.getMinX() + half - width : screen.getMinX() + half;
        return new Rectangle2D(x, screen.getMinY() + (screen.getHeight() - height) / 2, width, height);
    }
}
