package io.lamplink.common.ui.window;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;

/**
 * What a screen has room for. With large letters, at a scale of 200 %, that may be less than a window would like to have.
 *
 * @param width in the pixels of the window, whatever the scale
 * @param height likewise
 */
record ScreenRoom(double width, double height) {

    /** The room on this screen, without what the desktop keeps to itself. */
    static ScreenRoom here() {
        Rectangle2D bounds = Screen.getPrimary().getVisualBounds();
        return new ScreenRoom(bounds.getWidth(), bounds.getHeight());
    }

    /** As wide as {@code wanted}, or as there is room. */
    double width(double wanted) {
        return Math.min(wanted, width);
    }

    /** As high as {@code wanted}, or as there is room. */
    double height(double wanted) {
        return Math.min(wanted, height);
    }

    /** What a window shows that needs {@code leastWidth} and {@code leastHeight}: {@code content}, which scrolls where it must. */
    Parent fit(Region content, double leastWidth, double leastHeight) {
        if (width >= leastWidth && height >= leastHeight) {
            return content;
        }
        content.setMinSize(leastWidth, leastHeight);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false); // What is in it has the keyboard, and comes into sight with it.
        scroll.getStyleClass().add("small-screen");
        content.sceneProperty()
                .flatMap(scene -> scene.focusOwnerProperty())
                .subscribe(owner -> SmallScreen.show(scroll, owner));
        return scroll;
    }
}
