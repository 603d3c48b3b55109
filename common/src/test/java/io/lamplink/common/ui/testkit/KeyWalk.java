package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;

/** Goes through a window by Tab, and looks at what stands there. Called outside the JavaFX thread. */
final class KeyWalk {
    static final int MOST_STOPS = 60;
    /** How far a ring reaches beyond what it is around. */
    private static final double RING = 4;
    /** What a sign must stand out by, after WCAG 2. */
    private static final double LEAST_CONTRAST = 3;

    private final Hands hands;

    KeyWalk(Hands hands) {
        this.hands = hands;
    }

    /** Where the focus goes by {@code keys} until it is where it was. */
    List<Node> walk(KeyCode... keys) {
        List<Node> stops = new ArrayList<>();
        Node stop = owner();
        while (!stops.contains(stop) && stops.size() < MOST_STOPS) {
            stops.add(stop);
            hands.press(keys);
            stop = owner();
        }
        assertEquals(name(stops.getFirst()), name(stop), () -> "The walk ends in " + names(stops));
        return stops;
    }

    /** What has the keyboard. */
    Node owner() {
        return Fx.get(() -> hands.stage().getScene().getFocusOwner());
    }

    static List<String> names(List<Node> nodes) {
        return nodes.stream().map(KeyWalk::name).toList();
    }

    /** Its id, else the style class that it alone has. */
    static String name(Node node) {
        return node.getId() != null
                ? "#" + node.getId()
                : "." + node.getStyleClass().getLast();
    }

    /** The names of all controls that a mouse could use. */
    Set<String> there() {
        Set<String> there = new TreeSet<>();
        Fx.run(() -> collect(hands.stage().getScene().getRoot(), there));
        return there;
    }

    private static void collect(Node node, Set<String> there) {
        if (!node.isVisible() || node.isDisabled() || node instanceof ScrollBar) {
            return;
        }
        boolean control = node instanceof Control && node.getAccessibleRole() != null && isPressed(node);
        if (control) {
            there.add(name(node));
        }
        if (node instanceof Parent parent && !(node instanceof ListCell<?>) && !(node instanceof ComboBox<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, there));
        }
    }

    private static boolean isPressed(Node node) {
        return switch (node.getAccessibleRole()) {
            case BUTTON, MENU_BUTTON, TOGGLE_BUTTON, CHECK_BOX, TEXT_FIELD, TEXT_AREA, LIST_VIEW, COMBO_BOX -> true;
            default -> false;
        };
    }

    /** The window as it is now. */
    Image picture() {
        Fx.settle();
        return Fx.get(() -> hands.stage().getScene().snapshot(null));
    }

    /** Whether at least half of what is around {@code node} looks otherwise than before. */
    static boolean standsOut(Image before, Image now, Node node) {
        Bounds around = Fx.get(() -> node.localToScene(node.getLayoutBounds()));
        return changed(before, now, around) >= around.getWidth() + around.getHeight();
    }

    /** Whether {@code stop}, which Tab has brought the keyboard to, looks otherwise than without it. */
    boolean shows(Node stop) {
        Image with = picture();
        Fx.run(() -> hands.stage().getScene().getRoot().requestFocus());
        Image without = picture();
        Fx.run(stop::requestFocus);
        Node box =
                Fx.get(() -> stop.lookup(".box")); // What is ticked has its ring around the box, not around its words.
        return standsOut(without, with, box == null ? stop : box);
    }

    /** How many points in and around {@code bounds} stand out from what was there before. */
    private static int changed(Image before, Image now, Bounds bounds) {
        PixelReader was = before.getPixelReader();
        PixelReader is = now.getPixelReader();
        Bounds around = new BoundingBox(
                Math.max(0, bounds.getMinX() - RING),
                Math.max(0, bounds.getMinY() - RING),
                bounds.getWidth() + 2 * RING,
                bounds.getHeight() + 2 * RING);
        int changed = 0;
        for (int y = (int) around.getMinY(); y < Math.min(around.getMaxY(), now.getHeight()); y++) {
            for (int x = (int) around.getMinX(); x < Math.min(around.getMaxX(), now.getWidth()); x++) {
                if (Contrast.between(was.getColor(x, y), is.getColor(x, y)) >= LEAST_CONTRAST) {
                    changed++;
                }
            }
        }
        return changed;
    }
}
