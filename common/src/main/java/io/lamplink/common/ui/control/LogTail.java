package io.lamplink.common.ui.control;

import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Keeps the newest line of a list in sight until somebody scrolls away from it. */
final class LogTail {

    private static final int PULSES_TO_SETTLE = 4;
    private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

    private final ListView<?> list;
    private final Runnable onScrolled;
    private final Settling settling = new Settling();
    private final ReadOnlyBooleanWrapper follows = new ReadOnlyBooleanWrapper(this, "follows", true);
    private boolean byHand;
    private boolean aimed;
    private @Nullable ScrollBar scrollBar;

    /**
     * The tail of {@code list}.
     *
     * @param onScrolled called when somebody has scrolled
     */
    LogTail(ListView<?> list, Runnable onScrolled) {
        this.list = list;
        this.onScrolled = onScrolled;
        list.heightProperty().subscribe(this::stay);
        list.widthProperty().subscribe(this::stay);
        list.sceneProperty().subscribe(this::stay); // What came while the window was away was not laid out.
    }

    /** Whether the newest line is kept in sight. */
    ReadOnlyBooleanProperty followsProperty() {
        return follows.getReadOnlyProperty();
    }

    boolean follows() {
        return follows.get();
    }

    /** Shows the newest line, and each that comes. */
    void go() {
        byHand = false; // On its way the end may seem out of sight for a moment.
        follows.set(true);
        settling.begin();
    }

    /** Shows the newest line again if that was in sight; what moves now is not moved by hand. */
    void stay() {
        byHand = false;
        if (follows.get()) {
            go();
        }
    }

    /** Something else is to be seen, at least if that is not the newest line. */
    void leave(boolean newestInSight) {
        byHand = false;
        follows.set(newestInSight);
    }

    /** From now on somebody scrolls. */
    void takeOver() {
        byHand = true;
    }

    /** To be called before the list is laid out: the first time, it would lay out the oldest lines for nothing. */
    void aim() {
        int newest = list.getItems().size() - 1;
        if (!aimed && newest >= 0) {
            ListFlow.of(list).ifPresent(flow -> aim(flow, newest));
        }
    }

    private void aim(VirtualFlow<?> flow, int newest) {
        aimed = true;
        if (follows.get()) {
            flow.scrollTo(newest);
        }
    }

    /** To be called when the list is laid out: before, it has no scroll bar. */
    void watch() {
        if (scrollBar != null) {
            return;
        }
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                scrollBar = bar;
                bar.valueProperty().subscribe(this::moved);
                Stream.of(bar.valueProperty(), bar.visibleProperty()).forEach(one -> one.subscribe(this::edge));
            }
        }
    }

    /** Lines that go on above have an edge there: the end of one alone would look like a stray stroke. */
    private void edge() {
        ScrollBar bar = scrollBar;
        list.pseudoClassStateChanged(SCROLLED, bar != null && bar.isVisible() && bar.getValue() > bar.getMin());
    }

    private void moved() {
        if (byHand) {
            follows.set(isAtEnd());
            onScrolled.run();
        } else if (follows.get() && !settling.runs && !isAtEnd()) {
            settling.begin(); // The list has corrected another guess, long after the line came.
        }
    }

    private boolean isAtEnd() {
        ScrollBar bar = scrollBar;
        return bar == null || !bar.isVisible() || bar.getValue() >= bar.getMax() - 1e-3;
    }

    /**
     * The heights of lines that were never laid out are guesses, and the list corrects them pulse by pulse; so one jump to
     * the end falls short of it. This jumps again until the guesses are none.
     */
    private final class Settling extends AnimationTimer {
        private int pulses;
        private boolean runs;

        void begin() {
            pulses = PULSES_TO_SETTLE;
            runs = true;
            start();
        }

        @Override
        public void handle(long now) {
            if (!follows.get() || pulses-- <= 0) {
                stop();
                runs = false;
            } else {
                jump();
            }
        }

        private void jump() {
            int newest = list.getItems().size() - 1;
            if (newest >= 0) {
                ListFlow.of(list).ifPresent(flow -> jump(flow, newest));
            }
        }

        /** Each way to get there goes by guesses of its own: one fails under pictures, another one far from the end. */
        private void jump(VirtualFlow<?> flow, int newest) {
            list.layout(); // Only then it knows of a line that has just come.
            if (!ends(flow, newest)) {
                flow.scrollToTop(newest);
                flow.layout();
            }
            if (!ends(flow, newest)) {
                flow.scrollTo(newest);
            }
            if (ends(flow, newest)) {
                IndexedCell<?> last = flow.getLastVisibleCell();
                flow.scrollPixels(last.getLayoutY() + last.getHeight() - flow.getHeight());
            }
        }

        private static boolean ends(VirtualFlow<?> flow, int newest) {
            IndexedCell<?> last = flow.getLastVisibleCell();
            return last != null && last.getIndex() == newest;
        }
    }
}
