package io.lamplink.common.ui.control;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Lets the focus come back to a button that had it when it was disabled, once it can be pressed again. JavaFX gives it to
 * whatever comes next, where a person who tries again would press something else.
 */
public final class ReturningFocus {
    private final Node button;
    private boolean left;
    private @Nullable Node stray;

    private ReturningFocus(Node button) {
        this.button = button;
        button.disabledProperty().addListener((_, _, disabled) -> disabled(disabled));
        button.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::strays);
    }

    /** Lets the focus come back to {@code button}, unless somebody has moved it meanwhile. */
    public static void to(Node button) {
        var _ = new ReturningFocus(button);
    }

    private void disabled(boolean disabled) {
        if (disabled) {
            left = button.isFocused();
            stray = null;
            return;
        }
        Scene scene = button.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        if (left && owner != null && owner.equals(stray)) {
            button.requestFocus();
        }
        left = false;
    }

    /** The first that has it after the button is where JavaFX has put it; a field, whoever wants to write. */
    private void strays(@Nullable Node owner) {
        if (left && stray == null && owner != null && !owner.equals(button)) {
            stray = owner;
            left = !(owner instanceof TextInputControl);
        }
    }
}
