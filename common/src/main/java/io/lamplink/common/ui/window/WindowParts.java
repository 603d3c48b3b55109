package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.FocusRing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The parts of a window, among which a key leads on: rail, header, log, composer, transfers, as far as they are there. */
final class WindowParts {
    private static final List<String> STYLES =
            List.of("rail", "header", "search-bar", "chat-log", "recipient-bar", "composer", "transfer-list");

    private final Parent root;

    WindowParts(Parent root) {
        this.root = root;
    }

    /** Gives the focus to the first that can have it in the next part, or the one before. */
    void step(int by) {
        List<Node> parts = parts();
        Scene scene = root.getScene();
        @Nullable Node owner = scene == null ? null : scene.getFocusOwner();
        int from = owner == null ? -1 : parts.indexOf(partOf(owner));
        for (int i = 1; i <= parts.size(); i++) {
            Node part = parts.get(Math.floorMod(from + i * by, parts.size()));
            @Nullable Node first = first(part);
            if (first != null) {
                new FocusRing(true).moveTo(first);
                return;
            }
        }
    }

    private List<Node> parts() {
        List<Node> found = new ArrayList<>();
        collect(root, WindowParts::isPart, found);
        return found;
    }

    private static @Nullable Node first(Node part) {
        List<Node> found = new ArrayList<>();
        collect(part, node -> node.isFocusTraversable() && !node.isDisabled(), found);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (wanted.test(node)) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
        }
    }

    private static @Nullable Node partOf(Node node) {
        @Nullable Node part = node;
        while (part != null && !isPart(part)) {
            part = part.getParent();
        }
        return part;
    }

    private static boolean isPart(Node node) {
        return node.getStyleClass().stream().anyMatch(STYLES::contains);
    }
}
