package io.lamplink.common.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;

/**
 * Whether the focus can be seen, to be kept when a program moves it. JavaFX shows the ring only where a key moved the focus,
 * so a node gets it here by a step to its neighbour and back.
 *
 * @param visible whether it can be seen
 */
public record FocusRing(boolean visible) {

    /** The ring of {@code node}, which has the focus. */
    public static FocusRing of(Node node) {
        return new FocusRing(node.isFocusVisible());
    }

    /** Gives {@code node} the focus. */
    public void moveTo(Node node) {
        node.requestFocus();
        Scene scene = node.getScene();
        if (!visible || scene == null) {
            return;
        }
        if (node.requestFocusTraversal(TraversalDirection.NEXT) && scene.getFocusOwner() != null) {
            scene.getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        if (!node.isFocused()) {
            node.requestFocus();
        }
    }
}
