package io.lamplink.common.ui.fx;

import java.time.Duration;
import javafx.util.Subscription;

/** Calls somebody on the JavaFX thread again and again. Tests pass a ticker that they drive by hand. */
@FunctionalInterface
public interface Ticker {

    /** Calls {@code work} every {@code interval}, first after one interval, until the subscription ends. */
    Subscription every(Duration interval, Runnable work);

    /** A ticker that comes in by {@code door}. A timeline of JavaFX would keep its pulse running all the time between. */
    static Ticker through(FxDoor door) {
        return (interval, work) -> new Ticking(door, interval, work).start();
    }
}
