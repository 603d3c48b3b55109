package io.lamplink.common.ui.window;

import io.lamplink.common.ui.fx.FxLife;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/**
 * Whether a window is on the screen, hidden for a while, or closed for good. What it shows leaves the scene in both cases: lists
 * dress the rows that they get at once, but JavaFX has forgotten all colours of a window that is not on the screen.
 */
final class WindowLife {
    private final Stage stage;
    private final FxLife life;
    private final List<Runnable> endings = new ArrayList<>();
    private @Nullable Hidden hidden;

    /** What is put back when the window is shown again, and where; left to itself, JavaFX would choose another place. */
    private record Hidden(Parent root, @Nullable Node focused, double x, double y) {}

    WindowLife(Stage stage, FxLife life) {
        this.stage = stage;
        this.life = life;
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> {
            if (hidden == null) {
                end();
            }
        });
    }

    /** Lets {@code ending} happen when the window has closed for good. */
    void onEnd(Runnable ending) {
        endings.add(ending);
    }

    /** Whether it is away, and will come back. */
    boolean isHidden() {
        return hidden != null;
    }

    /** Takes the window from the screen for a while. */
    void hide() {
        if (hidden == null && stage.isShowing()) {
            Scene scene = stage.getScene();
            hidden = new Hidden(scene.getRoot(), scene.getFocusOwner(), stage.getX(), stage.getY());
            life.goOnWithoutWindow(true);
            stage.hide();
            empty(scene);
        }
    }

    /** Brings the window back as it was, or to the front. */
    void show() {
        Hidden before = hidden;
        if (before != null) {
            hidden = null;
            stage.getScene().setRoot(before.root());
            stage.setX(before.x());
            stage.setY(before.y());
            stage.show();
            life.goOnWithoutWindow(false);
            if (before.focused() != null) {
                before.focused().requestFocus();
            }
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Closes the window for good. */
    void close() {
        if (hidden == null) {
            stage.hide();
        } else {
            hidden = null;
            end();
            life.goOnWithoutWindow(false);
        }
    }

    private void end() {
        empty(stage.getScene());
        List.copyOf(endings).forEach(Runnable::run);
        endings.clear();
    }

    private static void empty(@Nullable Scene scene) {
        if (scene != null) {
            scene.setRoot(new Region());
        }
    }
}
