package io.lamplink.common.ui.testkit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;

/**
 * Which words of a scene are not shown to their end. What people and programs of others have written, such as names of files,
 * may be cut where a tooltip tells the whole.
 */
final class Clipping {
    /** Letters that only the pseudo-language writes. */
    private static final String OWN_WORDS = ".*[åçéîñöûýÅÉÎÑÖÛ].*";

    private static final double TOLERANCE = 1.5;

    private final List<String> clipped = new ArrayList<>();
    private final Scene scene;

    private Clipping(Scene scene) {
        this.scene = scene;
    }

    /** The words, each with what shows them. Called on the JavaFX thread. */
    static List<String> in(Scene scene) {
        Clipping clipping = new Clipping(scene);
        clipping.look(scene.getRoot(), false);
        return clipping.clipped;
    }

    /** @param scrolls whether what is beyond the edge can be scrolled to */
    private void look(Node node, boolean scrolls) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            look(labeled, scrolls);
        }
        boolean inside = scrolls || node instanceof ScrollPane || node instanceof ListView<?>;
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, inside));
        }
    }

    private void look(Labeled labeled, boolean scrolls) {
        Text shown = labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.isVisible() && !child.equals(labeled.getGraphic()))
                .map(Text.class::cast)
                .filter(text -> !text.getText().isEmpty())
                .findFirst()
                .orElse(null);
        if (shown == null) {
            return;
        }
        if (!shown.getText().equals(labeled.getText()) && !isToldByTooltip(labeled)) {
            tell(labeled, "is cut: " + shown.getText());
        } else if (!scrolls && isBeyond(shown)) {
            tell(labeled, "is beyond the edge");
        }
    }

    private static boolean isToldByTooltip(Labeled labeled) {
        if (labeled.getText().matches("(?s)" + OWN_WORDS)) {
            return false;
        }
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (node instanceof Control control
                    && control.getTooltip() != null
                    && control.getTooltip().getText() != null
                    && control.getTooltip().getText().contains(labeled.getText())) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeyond(Text shown) {
        Bounds bounds = shown.localToScene(shown.getBoundsInLocal());
        return bounds.getMaxX() > scene.getWidth() + TOLERANCE
                || bounds.getMaxY() > scene.getHeight() + TOLERANCE
                || bounds.getMinX() < -TOLERANCE
                || bounds.getMinY() < -TOLERANCE;
    }

    private void tell(Labeled labeled, String what) {
        clipped.add(labeled.getText() + " (" + Speech.name(labeled) + ") " + what);
    }
}
