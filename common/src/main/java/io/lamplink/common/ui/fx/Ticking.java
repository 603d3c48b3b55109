package io.lamplink.common.ui.fx;

import java.time.Duration;
import javafx.util.Subscription;

/** One subscription of {@link Ticker#through}: asks for the next call when it has made the last one. */
final class Ticking {
    private final FxDoor door;
    private final Duration interval;
    private final Runnable work;
    private volatile boolean ended;

    Ticking(FxDoor door, Duration interval, Runnable work) {
        this.door = door;
        this.interval = interval;
        this.work = work;
    }

    Subscription start() {
        door.executeLater(interval, this::tick);
        return () -> ended = true;
    }

    private void tick() {
        if (!ended) {
            door.executeLater(interval, this::tick); // first, so that work that fails does not end it
            work.run();
        }
    }
}
