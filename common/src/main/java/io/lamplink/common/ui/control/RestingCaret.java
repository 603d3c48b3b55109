package io.lamplink.common.ui.control;

import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets the caret of a window's fields stand still when nobody has touched keyboard or mouse for a while, as GTK does. JavaFX
 * draws at each blink and keeps its pulse running all the time between, so a window that nobody looks at would take a few
 * percent of a processor. JavaFX thread only.
 */
public final class RestingCaret {
    private static final Duration AFTER = Duration.seconds(10);

    private final Scene scene;
    private final BiConsumer<TextInputControl, Boolean> blink;
    private final PauseTransition patience;
    private @Nullable TextInputControl resting;

    /**
     * Watches {@code scene} as long as it lives.
     *
     * @param patience the time after which a caret rests
     * @param blink lets the caret of a field blink or not
     */
    RestingCaret(Scene scene, PauseTransition patience, BiConsumer<TextInputControl, Boolean> blink) {
        this.scene = scene;
        this.blink = blink;
        this.patience = patience;
        patience.setOnFinished(_ -> rest());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> stir());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> stir());
        scene.focusOwnerProperty().subscribe(_ -> stir());
        scene.windowProperty().flatMap(Window::focusedProperty).subscribe(_ -> stir());
        scene.windowProperty().flatMap(Window::showingProperty).subscribe(_ -> stir());
    }

    /** Lets the carets of {@code scene} rest ten seconds after the last key or click. */
    public static void in(Scene scene) {
        var _ = new RestingCaret(scene, new PauseTransition(AFTER), RestingCaret::blink);
    }

    private static void blink(TextInputControl field, boolean blinks) {
        if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
            skin.setCaretAnimating(blinks);
        }
    }

    private void stir() {
        TextInputControl field = field(scene.getFocusOwner());
        if (field != null && field.equals(resting)) {
            blink.accept(field, true);
        }
        resting = null;
        if (field != null && field.isFocused() && isOpen()) {
            patience.playFromStart();
        } else {
            patience.stop();
        }
    }

    /** A window that has closed may keep its focus, and would be kept in memory by the time that runs. */
    private boolean isOpen() {
        return scene.getWindow() != null && scene.getWindow().isShowing();
    }

    private void rest() {
        TextInputControl field = field(scene.getFocusOwner());
        if (field != null && field.isFocused()) {
            resting = field;
            blink.accept(field, false);
        }
    }

    private static @Nullable TextInputControl field(@Nullable Node owner) {
        if (owner instanceof ComboBox<?> box && box.isEditable()) {
            return box.getEditor();
        }
        return owner instanceof TextInputControl field ? field : null;
    }
}
