package io.lamplink.tour;

import io.lamplink.common.ui.fx.FxDoor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Works one window as a person does: presses its controls with the mouse, types, looks, and takes its picture. Used on the
 * tour's thread; every look at the window crosses to the JavaFX thread and back.
 */
final class Stagehand {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GLANCE = Duration.ofMillis(20);

    /** Pulses of a quarter of a second: cards take less to arrive, and words less to fade. */
    private static final int RESTING = 15;

    private final FxDoor door;
    private final Stage stage;

    /** A hand on an open window. */
    Stagehand(FxDoor door, Stage stage) {
        this.door = door;
        this.stage = stage;
    }

    /** Presses the control with the mouse, once it is there and enabled. */
    void press(String id) {
        await(id + " can be pressed", () -> isThere(id) && !node(id).isDisabled());
        click(() -> node(id));
    }

    private void click(Supplier<Node> target) {
        front();
        onFx(() -> {
            Node node = target.get();
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Robot robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    /** Replaces what stands in a field. */
    void write(String id, String text) {
        press(id);
        key(KeyCode.A, KeyModifier.SHORTCUT);
        type(text);
    }

    /** Types into whatever control of the window has the focus; every character, as an input method does. */
    void type(String text) {
        text.codePoints()
                .forEach(character -> fire(new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        Character.toString(character),
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false)));
        settle();
    }

    /** Presses a key and lets it go, alone. */
    void key(KeyCode code) {
        key(code, KeyModifier.NONE);
    }

    /** Presses a key and lets it go while {@code held} is held. */
    void key(KeyCode code, KeyModifier held) {
        fire(held.event(KeyEvent.KEY_PRESSED, code));
        fire(held.event(KeyEvent.KEY_RELEASED, code));
        settle();
    }

    /**
     * Keys go straight to the control with the focus: without a window manager, as on a headless platform or a bare X server,
     * the system's own keys reach only the window that was opened last.
     */
    private void fire(KeyEvent event) {
        onFx(() -> {
            Node focused = stage.getScene().getFocusOwner();
            if (focused == null) {
                throw new TourException("Nothing in the window has the focus.");
            }
            Event.fireEvent(focused, event);
            return true;
        });
    }

    /** What is held while a key is pressed. */
    enum KeyModifier {
        NONE,
        SHIFT,
        SHORTCUT;

        private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

        KeyEvent event(EventType<KeyEvent> type, KeyCode code) {
            boolean shortcut = this == SHORTCUT;
            return new KeyEvent(type, "", "", code, this == SHIFT, shortcut && !MAC, false, shortcut && MAC);
        }
    }

    /** Waits until the window shows it; fails with a sentence when it never does. */
    void await(String what, BooleanSupplier shown) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!onFx(shown::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new TourException("After " + PATIENCE.toSeconds() + " seconds still not: " + what + ".");
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Asks the window something on the JavaFX thread. */
    <T> T onFx(Supplier<T> question) {
        return Crossing.ask(door, question);
    }

    /** The control with that id; on the JavaFX thread only. */
    Node node(String id) {
        Node found = stage.getScene().lookup("#" + id);
        if (found == null) {
            throw new TourException("There is no #" + id + ".");
        }
        return found;
    }

    /** Whether the window has a control with that id. */
    boolean has(String id) {
        return onFx(() -> isThere(id));
    }

    private boolean isThere(String id) {
        return stage.getScene().lookup("#" + id) != null;
    }

    /** Whether some text in the window contains {@code part}; on the JavaFX thread only. */
    boolean shows(String part) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && String.valueOf(label.getText()).contains(part));
    }

    /** The first control of that style class that can be seen and pressed. */
    void pressStyled(String styleClass) {
        awaitStyled(styleClass);
        click(() -> styled(styleClass).orElseThrow());
    }

    /** Waits until there is a control of that style class that can be pressed. */
    void awaitStyled(String styleClass) {
        await("." + styleClass + " can be pressed", () -> styled(styleClass).isPresent());
    }

    private Optional<Node> styled(String styleClass) {
        return stage.getScene().getRoot().lookupAll("." + styleClass).stream()
                .filter(node -> node.isVisible() && !node.isDisabled() && isShown(node))
                .findFirst();
    }

    private static boolean isShown(Node node) {
        return node.getParent() == null || (node.getParent().isVisible() && isShown(node.getParent()));
    }

    /** The other window of this program that holds the node with that id, once it is open. */
    Stagehand windowWith(String id) {
        await("a window with #" + id + " is open", () -> find(id).isPresent());
        return new Stagehand(door, onFx(() -> find(id).orElseThrow()));
    }

    private Optional<Stage> find(String id) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage other
                        && !other.equals(stage)
                        && stage.equals(other.getOwner())
                        && other.getScene().lookup("#" + id) != null)
                .map(window -> (Stage) window)
                .findFirst();
    }

    /** Waits until the window is closed. */
    void awaitClosed() {
        await("the window is closed", () -> !stage.isShowing());
    }

    /** Writes the window as it is now to a PNG file. */
    BufferedImage picture(Path file) {
        rest();
        WritableImage shot = onFx(() -> snapshot(stage.getScene()));
        return Pictures.write(shot, file);
    }

    /** Lets what moves pulse by pulse come to its end: a log that follows its newest line needs some. */
    private void rest() {
        AtomicInteger pulses = new AtomicInteger();
        AnimationTimer counting = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.incrementAndGet();
            }
        };
        onFx(() -> {
            counting.start();
            return true;
        });
        await("the window rests", () -> pulses.get() >= RESTING);
        onFx(() -> {
            counting.stop();
            return true;
        });
    }

    private static WritableImage snapshot(Scene scene) {
        return scene.snapshot(null);
    }

    private void front() {
        onFx(() -> {
            stage.toFront();
            stage.requestFocus();
            return true;
        });
        settle();
    }

    /** Lets the window take in what happened: layout and styles are done in the pulse after. */
    void settle() {
        for (int pulse = 0; pulse < 3; pulse++) {
            onFx(() -> true);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
