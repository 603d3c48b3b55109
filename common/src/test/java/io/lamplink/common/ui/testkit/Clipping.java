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
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

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

    /** The same on a screen of that scale, whose finer points leave less to each word. */
    static List<String> at(double scale, Scene scene) {
        Window window = topmost(scene.getWindow()); // What belongs to a window follows it.
        double before = window.getRenderScaleX();
        lay(scene, window, scale);
        try {
            return in(scene);
        } finally {
            lay(scene, window, before);
        }
    }

    private static Window topmost(Window window) {
        @Nullable
        Window above = switch (window) {
            case Stage stage -> stage.getOwner();
            case PopupWindow popup -> popup.getOwnerWindow();
            default -> null;
        };
        return above == null ? window : topmost(above);
    }

    private static void lay(Scene scene, Window window, double scale) {
        window.setRenderScaleX(scale);
        window.setRenderScaleY(scale);
        layAnew(scene.getRoot());
        scene.getRoot().layout();
    }

    private static void layAnew(Parent parent) {
        parent.requestLayout();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent inner) {
                layAnew(inner);
            }
        }
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
        if (node instanceof TextInputControl field) {
            look(field);
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
        } else if (isBeside(shown) || (!scrolls && isAboveOrBelow(shown))) {
            tell(labeled, "is beyond the edge");
        } else if (isTower(shown)) {
            tell(labeled, "stands letter under letter");
        }
    }

    /** A prompt is to be read while nothing is written. */
    private void look(TextInputControl field) {
        field.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(Node::isVisible)
                .filter(text -> text.getText().equals(field.getPromptText()))
                .filter(text -> !isWithin(field, text))
                .forEach(text -> clipped.add(text.getText() + " (" + Speech.name(field) + ") is cut"));
    }

    private static boolean isWithin(TextInputControl field, Text text) {
        Bounds room = field.localToScene(field.getLayoutBounds());
        Bounds words = text.localToScene(text.getLayoutBounds());
        return words.getMinX() > room.getMinX() - TOLERANCE
                && words.getMaxX() < room.getMaxX() + TOLERANCE
                && words.getMinY() > room.getMinY() - TOLERANCE
                && words.getMaxY() < room.getMaxY() + TOLERANCE;
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

    /** Nothing of ours scrolls sideways. */
    private boolean isBeside(Text shown) {
        Bounds bounds = shown.localToScene(shown.getBoundsInLocal());
        return bounds.getMaxX() > scene.getWidth() + TOLERANCE || bounds.getMinX() < -TOLERANCE;
    }

    private boolean isAboveOrBelow(Text shown) {
        Bounds bounds = shown.localToScene(shown.getBoundsInLocal());
        return bounds.getMaxY() > scene.getHeight() + TOLERANCE || bounds.getMinY() < -TOLERANCE;
    }

    private static boolean isTower(Text shown) {
        Bounds bounds = shown.getLayoutBounds();
        return shown.getText().length() > 3 && bounds.getHeight() > 3 * bounds.getWidth();
    }

    private void tell(Labeled labeled, String what) {
        clipped.add(labeled.getText() + " (" + Speech.name(labeled) + ") " + what);
    }
}
