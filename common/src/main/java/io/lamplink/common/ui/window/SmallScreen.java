package io.lamplink.common.ui.window;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Scrolls a window that is larger than its screen to what has the keyboard. */
final class SmallScreen {
    private SmallScreen() {}

    /** Brings {@code node} into sight, if it is in {@code scroll}. */
    static void show(ScrollPane scroll, @Nullable Node node) {
        Node content = scroll.getContent();
        if (node == null || node.equals(scroll) || node.getScene() == null) {
            return;
        }
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        Bounds all = content.getLayoutBounds();
        Bounds sight = scroll.getViewportBounds();
        scroll.setHvalue(along(place.getMinX(), place.getMaxX(), sight.getWidth(), all.getWidth(), scroll.getHvalue()));
        scroll.setVvalue(
                along(place.getMinY(), place.getMaxY(), sight.getHeight(), all.getHeight(), scroll.getVvalue()));
    }

    private static double along(double from, double to, double sight, double all, double now) {
        double hidden = all - sight;
        double first = now * hidden;
        if (hidden <= 0 || (from >= first && to <= first + sight)) {
            return now;
        }
        return Math.clamp((from < first ? from : Math.min(from, to - sight)) / hidden, 0, 1);
    }
}
