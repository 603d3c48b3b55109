package io.lamplink.common.ui.control;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Puts one line of a list to a certain height and keeps it there while lines are brought before it. The heights of lines
 * that were never laid out are guesses, so this takes a few pulses.
 */
final class LinePlace {
    private static final int PULSES_TO_SETTLE = 4;

    /** Earlier lines are wanted before the first one is reached. */
    private static final int NEAR = 5;

    private final ListView<?> list;
    private final Runnable requestLayout;
    private final Settling settling = new Settling();
    private @Nullable Place place;

    /** A line and how far below the upper edge it stands. */
    private record Place(int index, double y) {}

    /**
     * A place of a line of {@code list}.
     *
     * @param requestLayout asks for a layout of what the list is in, which then calls {@link #layOut}
     */
    LinePlace(ListView<?> list, Runnable requestLayout) {
        this.list = list;
        this.requestLayout = requestLayout;
    }

    /** Shows a line {@code y} pixels below the upper edge. */
    void show(int index, double y) {
        place = new Place(index, y);
        settling.begin();
        requestLayout.run();
    }

    /** Leaves what is in sight where it is, though {@code added} lines came before it. */
    void keep(int added) {
        Place now = place;
        if (now != null) {
            show(now.index() + added, now.y());
        } else {
            flow().map(VirtualFlow::getFirstVisibleCell)
                    .ifPresent(first -> show(first.getIndex() + added, first.getLayoutY()));
        }
    }

    /** Somebody scrolls. */
    void forget() {
        place = null;
    }

    /** Whether the first line is in sight, or soon will be. */
    boolean isNearTheFirst() {
        return flow().map(VirtualFlow::getFirstVisibleCell)
                .map(first -> first.getIndex() < NEAR)
                .orElse(true);
    }

    /** Moves the list if need be; called while what it is in is laid out. */
    void layOut() {
        Place now = place;
        if (now != null) {
            flow().ifPresent(flow -> move(flow, now));
        }
    }

    private void move(VirtualFlow<?> flow, Place to) {
        list.layout();
        flow.scrollToTop(Math.min(to.index(), list.getItems().size() - 1));
        flow.layout(); // Only now it knows the line from which to move.
        flow.scrollPixels(-to.y());
    }

    private Optional<VirtualFlow<?>> flow() {
        return ListFlow.of(list);
    }

    private final class Settling extends AnimationTimer {
        private int pulses;

        void begin() {
            pulses = PULSES_TO_SETTLE;
            start();
        }

        @Override
        public void handle(long now) {
            if (place == null || pulses-- <= 0) {
                forget();
                stop();
            } else {
                requestLayout.run();
            }
        }
    }
}
