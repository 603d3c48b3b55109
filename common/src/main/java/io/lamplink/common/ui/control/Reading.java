package io.lamplink.common.ui.control;

import java.text.Bidi;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;

/** Which way a text is read. */
final class Reading {
    private Reading() {}

    /**
     * Lets {@code node} show {@code text} as it is read: as its first letter with a direction says, from right to left for
     * Arabic and Hebrew, whatever is around it.
     */
    static void show(Node node, String text) {
        boolean leftToRight = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        node.setNodeOrientation(leftToRight ? NodeOrientation.LEFT_TO_RIGHT : NodeOrientation.RIGHT_TO_LEFT);
    }
}
