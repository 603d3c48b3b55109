package io.lamplink.common.ui.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a screen reader has to say of a scene, asked as it asks. */
final class Speech {
    private static final Set<AccessibleRole> MUTE = Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private final String where;
    private final List<String> faults = new ArrayList<>();

    private Speech(String where) {
        this.where = where;
    }

    /** What a screen reader could not tell of {@code scene}, one line each. Called on the JavaFX thread. */
    static List<String> faults(String where, Scene scene) {
        Speech speech = new Speech(where);
        speech.walk(scene.getRoot(), false);
        return speech.faults;
    }

    /** @param told whether a control around the node speaks for it */
    private void walk(Node node, boolean told) {
        if (!node.isVisible()) {
            return;
        }
        check(node, told);
        boolean speaks = told || speaks(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, speaks));
        }
    }

    private void check(Node node, boolean told) {
        AccessibleRole role = role(node);
        boolean reached = node.isFocusTraversable() && node instanceof Control;
        if (reached && (role == null || MUTE.contains(role))) {
            fault(node, "has the keyboard and no role");
        }
        if ((reached || isToBeTold(node)) && words(node).isBlank()) {
            fault(node, "has no text");
        }
        if (node instanceof FontIcon && !told && !MUTE.contains(role)) {
            fault(node, "is an icon that would be read as a letter");
        }
        if (isPicture(node) && !told && words(node).isBlank()) {
            fault(node, "is a picture without a text");
        }
        if (node instanceof ButtonBase button && isWordless(button) && button.getTooltip() == null) {
            fault(node, "is an icon that no tooltip explains");
        }
    }

    private static boolean isToBeTold(Node node) {
        return switch (node) {
            case ButtonBase _, TextInputControl _, ComboBoxBase<?> _, ProgressIndicator _ -> true;
            case Cell<?> cell -> !cell.isEmpty() && !MUTE.contains(role(cell));
            default -> false;
        };
    }

    private static boolean isPicture(Node node) {
        AccessibleRole role = role(node);
        boolean drawn = node instanceof ImageView || role == AccessibleRole.IMAGE_VIEW;
        boolean lamp = node.getStyleClass().contains("status-lamp");
        return (drawn && role != AccessibleRole.NODE) || lamp;
    }

    private static boolean isWordless(Labeled labeled) {
        boolean unsaid = labeled.getText() == null
                || labeled.getText().isBlank()
                || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
        return unsaid && labeled.getGraphic() instanceof FontIcon;
    }

    private static boolean speaks(Node node) {
        return !MUTE.contains(Objects.requireNonNullElse(role(node), AccessibleRole.NODE))
                && (node instanceof Labeled || node instanceof Cell<?>)
                && !words(node).isBlank();
    }

    private static AccessibleRole role(Node node) {
        return (AccessibleRole) node.queryAccessibleAttribute(AccessibleAttribute.ROLE);
    }

    /** What a text says is not what it is for: a field needs words of its own. */
    private static String words(Node node) {
        Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        if (label instanceof Labeled named) {
            return named.getText();
        }
        Object said = node instanceof TextInputControl || node instanceof FontIcon || !(node instanceof Control)
                ? node.getAccessibleText()
                : node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return said == null ? "" : said.toString();
    }

    private void fault(Node node, String what) {
        faults.add(where + ": " + name(node) + " " + what);
    }

    /** How a node is called in the sentences of tests: by its id, else by its style and what is around it. */
    static String name(Node node) {
        if (node.getId() != null) {
            return "#" + node.getId();
        }
        Parent around = node.getParent();
        String self = node instanceof Text text && !(node instanceof FontIcon)
                ? text.getText()
                : node.getTypeSelector() + node.getStyleClass();
        return around == null ? self : name(around) + " > " + self;
    }
}
