package io.lamplink.bench.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Does something before each pulse of a window and takes the time, from there to the end of the layout: that is what the JavaFX
 * thread spends on the frame. What happens between two pulses is not in it. Used once, on the JavaFX thread.
 */
final class FrameTimes extends AnimationTimer {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Scene scene;
    private final int pulses;
    private final IntConsumer step;
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<Double> millis = new ArrayList<>();
    private final Runnable after = this::laidOut;
    private int pulse;
    private long began;

    private FrameTimes(Scene scene, int pulses, IntConsumer step) {
        this.scene = scene;
        this.pulses = pulses;
        this.step = step;
    }

    /** Does {@code step} at so many pulses of {@code scene}, and waits for the time of each; not on the JavaFX thread. */
    static List<Double> of(Scene scene, int pulses, IntConsumer step) {
        FrameTimes times = new FrameTimes(scene, pulses, step);
        Platform.runLater(times::begin);
        try {
            times.done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return times.millis;
    }

    private void begin() {
        scene.addPostLayoutPulseListener(after);
        start();
    }

    @Override
    public void handle(long now) {
        if (pulse == pulses) {
            stop();
            scene.removePostLayoutPulseListener(after);
            done.countDown();
            return;
        }
        began = System.nanoTime();
        step.accept(pulse++);
    }

    private void laidOut() {
        millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
    }
}
