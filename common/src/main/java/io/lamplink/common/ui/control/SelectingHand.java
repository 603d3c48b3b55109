package io.lamplink.common.ui.control;

import io.lamplink.common.ui.control.FlatText.Range;
import io.lamplink.common.ui.control.LogSelection.Spot;
import io.lamplink.common.ui.keys.Shortcut;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Selects text in the log with mouse and keyboard: drag from one message into another, and beyond an edge to scroll; double
 * click for a word, triple click for a message; Ctrl+A for everything, Shift and arrows for whole messages, Escape for
 * nothing.
 */
final class SelectingHand {

    /** Beyond an edge, the log scrolls by this share of the distance at each pulse. */
    private static final double SHARE = 0.4;

    private static final double MOST_PIXELS = 60;

    private final ListView<ChatEntry> list;
    private final LogSelection selection;
    private final Scrolling scrolling = new Scrolling();
    private final EventHandler<MouseEvent> onDrag = this::drag;
    private final EventHandler<MouseEvent> onRelease = _ -> release();
    private @Nullable Node pressed;
    private @Nullable Scene scene;
    private Point2D mouse = Point2D.ZERO;

    SelectingHand(ListView<ChatEntry> list, LogSelection selection) {
        this.list = list;
        this.selection = selection;
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent event) {
        release();
        if (event.getButton() != MouseButton.PRIMARY || !isOnLine(event.getTarget())) {
            return;
        }
        mouse = new Point2D(event.getSceneX(), event.getSceneY());
        spot().ifPresent(spot -> {
            follow(event.getTarget());
            switch (event.getClickCount()) {
                case 2 -> selectWord(spot);
                case 3 -> selection.set(new Spot(spot.line(), 0), new Spot(spot.line(), LogSelection.END));
                default -> begin(spot, event.isShiftDown());
            }
        });
    }

    private void begin(Spot spot, boolean extend) {
        if (extend) {
            selection.extend(spot);
        } else {
            selection.start(spot);
        }
    }

    /** What can be pressed is no text, and the scroll bar is no line. */
    private static boolean isOnLine(Object target) {
        Node node = target instanceof Node one ? one : null;
        while (node != null && !(node instanceof ButtonBase)) {
            if (node instanceof ChatCell cell) {
                return cell.getItem() != null;
            }
            node = node.getParent();
        }
        return false;
    }

    private void selectWord(Spot spot) {
        ChatCell cell = cell(spot.line());
        SelectableText text = cell == null ? null : cell.text();
        if (text != null) {
            Range word = text.flat().wordAt(spot.place());
            selection.set(new Spot(spot.line(), word.from()), new Spot(spot.line(), word.to()));
        }
    }

    /**
     * Events of a drag go to what the mouse is over, or to the node that was pressed, even when its cell is scrolled out of
     * sight and the list has let go of it: then nobody above it hears of them.
     */
    private void follow(Object target) {
        if (target instanceof Node node) {
            pressed = node;
            node.addEventHandler(MouseEvent.MOUSE_DRAGGED, onDrag);
            node.addEventHandler(MouseEvent.MOUSE_RELEASED, onRelease);
            Scene around = list.getScene();
            scene = around;
            around.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
            around.addEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        }
    }

    private void drag(MouseEvent event) {
        mouse = new Point2D(event.getSceneX(), event.getSceneY());
        if (event.isStillSincePress()) {
            return; // The hand trembles, and a word was clicked twice.
        }
        spot().ifPresent(selection::extend);
        if (beyond() != 0) {
            scrolling.start();
        }
    }

    private void release() {
        scrolling.stop();
        Node node = pressed;
        pressed = null;
        if (node != null) {
            node.removeEventHandler(MouseEvent.MOUSE_DRAGGED, onDrag);
            node.removeEventHandler(MouseEvent.MOUSE_RELEASED, onRelease);
        }
        Scene around = scene;
        scene = null;
        if (around != null) {
            around.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDrag);
            around.removeEventFilter(MouseEvent.MOUSE_RELEASED, onRelease);
        }
    }

    /** How far the mouse is below the list, or with a minus above it. */
    private double beyond() {
        double y = list.sceneToLocal(mouse).getY();
        return y < 0 ? y : Math.max(0, y - list.getHeight());
    }

    private Optional<Spot> spot() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        if (first == null || last == null) {
            return Optional.empty();
        }
        for (int line = first.getIndex(); line < last.getIndex(); line++) {
            ChatCell cell = cell(line);
            if (cell != null) {
                Bounds bounds = cell.localToScene(cell.getLayoutBounds());
                if (mouse.getY() < bounds.getMaxY()) {
                    return Optional.of(cell.spotAt(mouse));
                }
            }
        }
        return last instanceof ChatCell cell ? Optional.of(cell.spotAt(mouse)) : Optional.empty();
    }

    private @Nullable ChatCell cell(int line) {
        VirtualFlow<?> flow = flow();
        return flow != null && flow.getVisibleCell(line) instanceof ChatCell cell ? cell : null;
    }

    private @Nullable VirtualFlow<?> flow() {
        return ListFlow.of(list).orElse(null);
    }

    private void key(KeyEvent event) {
        int lines = list.getItems().size();
        if (Shortcut.SELECT_ALL.in(event) && lines > 0) {
            selection.set(new Spot(0, 0), new Spot(lines - 1, LogSelection.END));
        } else if (Shortcut.SELECT_UP.in(event) && lines > 0) {
            selectLines(-1);
        } else if (Shortcut.SELECT_DOWN.in(event) && lines > 0) {
            selectLines(1);
        } else if (Shortcut.SELECT_NOTHING.in(event) && !selection.isEmpty()) {
            selection.clear();
        } else {
            return;
        }
        event.consume();
    }

    /** Selects whole lines: the chosen one first, then each time one more, or one less on the way back. */
    private void selectLines(int step) {
        int last = list.getItems().size() - 1;
        int chosen = list.getSelectionModel().getSelectedIndex();
        Spot anchor = selection.anchor();
        Spot caret = selection.caret();
        boolean begins = selection.isEmpty() || anchor == null || caret == null;
        int from = begins || anchor == null ? (chosen < 0 ? last : chosen) : anchor.line();
        int to = begins || caret == null ? from : Math.clamp((long) caret.line() + step, 0, last);
        boolean down = to > from || (to == from && step > 0);
        selection.set(new Spot(from, down ? 0 : LogSelection.END), new Spot(to, down ? LogSelection.END : 0));
        list.getSelectionModel().select(to);
        list.scrollTo(to);
    }

    /** While the mouse is held beyond an edge, more and more comes into sight and is selected. */
    private final class Scrolling extends AnimationTimer {
        @Override
        public void handle(long now) {
            double beyond = beyond();
            VirtualFlow<?> flow = flow();
            if (beyond == 0 || flow == null) {
                stop();
                return;
            }
            flow.scrollPixels(Math.clamp(beyond * SHARE, -MOST_PIXELS, MOST_PIXELS));
            spot().ifPresent(selection::extend);
        }
    }
}
