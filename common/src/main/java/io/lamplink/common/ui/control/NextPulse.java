package io.lamplink.common.ui.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;

/** Does each piece of work once, before the layout of the next pulse, however often it was asked for. */
final class NextPulse extends AnimationTimer {

    private final Set<Runnable> waiting = new LinkedHashSet<>();

    /** Lets {@code work} be done; the same object waits only once. */
    void add(Runnable work) {
        waiting.add(work);
        start();
    }

    @Override
    public void handle(long now) {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
        if (waiting.isEmpty()) {
            stop();
        }
    }
}
