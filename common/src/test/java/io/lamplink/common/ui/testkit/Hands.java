package io.lamplink.common.ui.testkit;

import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Mouse and keyboard at one window, as a person uses them. Called outside the JavaFX thread. */
public final class Hands {

    private final Stage stage;
    private final Robot robot = Fx.get(Robot::new);

    /** Hands at {@code stage}. */
    public Hands(Stage stage) {
        this.stage = stage;
    }

    /** Shows {@code root} in a window with the given look, and gives hands to use it. */
    public static Hands show(Parent root, double width, double height) {
        Stage stage = Fx.get(() -> {
            Stage opened = new Stage();
            Scene scene = new Scene(root, width, height);
            new Look(Theme.MIDNIGHT).follow(scene);
            opened.setScene(scene);
            opened.setX(0);
            opened.setY(0);
            opened.show();
            return opened;
        });
        Fx.settle();
        return new Hands(stage);
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** Closes the window without a question. */
    public void close() {
        Fx.run(stage::hide);
    }

    /** Presses the button of the desktop that closes the window. */
    public void requestClose() {
        Fx.run(() -> {
            WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.fireEvent(request);
            if (!request.isConsumed()) {
                stage.hide();
            }
        });
        Fx.settle();
    }

    /** Whether the window is on the screen. */
    public boolean isOpen() {
        return Fx.get(stage::isShowing);
    }

    /** The node that {@code selector} names, now or later. */
    public <T extends Node> T find(Class<T> type, String selector) {
        Fx.until(() -> lookup(selector) != null);
        return Fx.get(() -> type.cast(Objects.requireNonNull(lookup(selector), selector)));
    }

    private @Nullable Node lookup(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    /** All nodes that {@code selector} names. */
    public List<Node> findAll(String selector) {
        return Fx.get(() -> List.copyOf(stage.getScene().getRoot().lookupAll(selector)));
    }

    /** Clicks the middle of what {@code selector} names. */
    public void click(String selector) {
        click(find(Node.class, selector));
    }

    /** Clicks the middle of {@code node}. */
    public void click(Node node) {
        Fx.settle();
        Fx.run(() -> {
            robot.mouseMove(middle(node));
            robot.mouseClick(MouseButton.PRIMARY);
        });
        Fx.settle();
    }

    /** Points at the middle of what {@code selector} names. */
    public void pointAt(String selector) {
        Node node = find(Node.class, selector);
        Fx.settle();
        Fx.run(() -> robot.mouseMove(middle(node)));
        Fx.settle();
    }

    /** Drags with the left button from one place of {@code node} to another, in its own coordinates. */
    public void drag(Node node, Point2D from, Point2D to) {
        Fx.settle();
        Fx.run(() -> {
            robot.mouseMove(node.localToScreen(from));
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseMove(node.localToScreen(to));
            robot.mouseRelease(MouseButton.PRIMARY);
        });
        Fx.settle();
    }

    /** Presses keys together, the last one while the others are down. */
    public void press(KeyCode... keys) {
        Fx.run(() -> {
            if (Window.getWindows().stream().noneMatch(Window::isFocused)) {
                stage.requestFocus(); // A tooltip that closes leaves no window with the focus on the headless platform.
            }
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        Fx.settle();
    }

    /** Types {@code text} into what has the keyboard, in a popup if one has it; any characters, as an input method gives them. */
    public void type(String text) {
        text.codePoints().forEach(point -> Fx.run(() -> typeOne(Character.toString(point))));
        Fx.settle();
    }

    private void typeOne(String letter) {
        Node target = Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .map(window -> window.getScene().getFocusOwner())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> stage.getScene().getFocusOwner());
        Event.fireEvent(
                target,
                new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
    }

    private static Point2D middle(Node node) {
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
