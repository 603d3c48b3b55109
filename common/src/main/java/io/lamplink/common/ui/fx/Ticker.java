package io.lamplink.common.ui.fx;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Subscription;

/** Calls somebody on the JavaFX thread again and again. Tests pass a ticker that they drive by hand. */
@FunctionalInterface
public interface Ticker {

    /** Calls {@code work} every {@code interval}, first after one interval, until the subscription ends. */
    Subscription every(Duration interval, Runnable work);

    /** The real ticker. */
    static Ticker real() {
        return (interval, work) -> {
            var beat = new KeyFrame(javafx.util.Duration.millis((double) interval.toMillis()), _ -> work.run());
            Timeline timeline = new Timeline(beat);
            timeline.setCycleCount(Animation.INDEFINITE);
            timeline.play();
            return timeline::stop;
        };
    }
}
