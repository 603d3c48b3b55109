package io.lamplink.common.ui.window;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Where a window opens that belongs to another one: over the middle of that, on the same screen. JavaFX would open it in the
 * middle of the first screen, wherever the other one is.
 */
final class OwnersMiddle {
    private OwnersMiddle() {}

    /** How far from where it was put a window may be seen, for the frame that it got. */
    private static final double FRAME = 48;

    /** Puts {@code stage} there, unless a person has moved it; to be called each time before it is shown. */
    static void put(Stage stage) {
        Window owner = stage.getOwner();
        Scene scene = stage.getScene();
        if (owner == null || scene == null || !owner.isShowing() || isMoved(stage)) {
            return;
        }
        Rectangle2D around = bounds(owner);
        double width = sum(
                stage.getWidth(),
                scene.getWidth(),
                owner.getWidth() - owner.getScene().getWidth());
        double height = sum(
                stage.getHeight(),
                scene.getHeight(),
                owner.getHeight() - owner.getScene().getHeight());
        Point2D place = in(around, width, height, screen(around));
        stage.setX(place.getX());
        stage.setY(place.getY());
        stage.getProperties().put(OwnersMiddle.class, place);
    }

    /** Makes a window wider, and lets its middle stay where it is while there is room. */
    static void widen(Stage stage, double width) {
        if (stage.isShowing()) {
            Rectangle2D now = bounds(stage);
            Point2D place = in(now, width, now.getHeight(), screen(now));
            if (!isMoved(stage)) {
                stage.getProperties().put(OwnersMiddle.class, new Point2D(place.getX(), now.getMinY()));
            }
            stage.setX(place.getX());
        }
        stage.setWidth(width);
    }

    private static Rectangle2D bounds(Window window) {
        return new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
    }

    /** The size of a window: what was asked for, or else what it shows and a frame like that of its owner. */
    private static double sum(double asked, double shown, double frame) {
        return Double.isNaN(asked) ? shown + frame : asked;
    }

    /** Whether it is elsewhere than where it was put. */
    private static boolean isMoved(Stage stage) {
        return stage.getProperties().get(OwnersMiddle.class) instanceof Point2D put
                && put.distance(stage.getX(), stage.getY()) > FRAME;
    }

    /** The screen that has the middle of a window. */
    private static Rectangle2D screen(Rectangle2D window) {
        double x = window.getMinX() + window.getWidth() / 2;
        double y = window.getMinY() + window.getHeight() / 2;
        return Screen.getScreensForRectangle(x, y, 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }

    /** The corner of what is {@code width} by {@code height}: in the middle of {@code owner}, but all of it on the screen. */
    static Point2D in(Rectangle2D owner, double width, double height, Rectangle2D screen) {
        return new Point2D(
                between(screen.getMinX(), owner.getMinX() + (owner.getWidth() - width) / 2, screen.getMaxX() - width),
                between(
                        screen.getMinY(),
                        owner.getMinY() + (owner.getHeight() - height) / 2,
                        screen.getMaxY() - height));
    }

    /** What is larger than the screen begins with it. */
    private static double between(double least, double wanted, double most) {
        return Math.max(least, Math.min(Math.rint(wanted), most));
    }
}
