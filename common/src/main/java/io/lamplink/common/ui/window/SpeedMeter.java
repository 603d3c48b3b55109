package io.lamplink.common.ui.window;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The speed of one transfer over its last moments, so that neither a hiccup nor a burst makes the figure jump. It counts from
 * where it was told to begin: what was there before, such as the part that a resumed transfer skips, is no speed.
 */
final class SpeedMeter {

    private static final double MEMORY_SECONDS = 2;
    private static final double SHORTEST_SECONDS = 0.1;
    private static final double LEAP = 10;
    private static final Duration LONGEST = Duration.ofHours(100);

    private boolean begun;
    private long bytes;
    private double seconds;
    private double speed;
    private int steps;
    private boolean leapt;

    /** Forgets everything: nothing moves for the time being, and what is told next is a new beginning. */
    void restart() {
        begun = false;
        speed = 0;
        steps = 0;
        leapt = false;
    }

    /** Takes note of {@code bytes} moved in all within {@code active}. */
    void note(long bytes, Duration active) {
        double now = active.toNanos() / 1e9;
        double passed = now - seconds;
        if (!begun || bytes < this.bytes || passed < 0) {
            restart();
            begin(bytes, now);
        } else if (passed >= SHORTEST_SECONDS) {
            step((bytes - this.bytes) / passed, passed);
            begin(bytes, now);
        }
    }

    private void begin(long bytes, double now) {
        begun = true;
        this.bytes = bytes;
        seconds = now;
    }

    /** One step many times as fast as those before is a part that was skipped, and not counted; two are a change of speed. */
    private void step(double latest, double passed) {
        boolean leaps = speed > 0 && latest > LEAP * speed;
        if (leaps && !leapt) {
            leapt = true;
            return;
        }
        leapt = false;
        boolean firstWasLeap = steps == 1 && latest > 0 && speed > LEAP * latest;
        double weight = speed == 0 || firstWasLeap ? 1 : 1 - Math.exp(-passed / MEMORY_SECONDS);
        speed += weight * (latest - speed);
        steps++;
    }

    /** Bytes a second; 0 while unknown. */
    double speed() {
        return Math.max(0, speed);
    }

    /** How long {@code remaining} bytes will take, or null while that is unknown or too far away to be told. */
    @Nullable
    Duration timeFor(long remaining) {
        double left = speed <= 0 ? Double.POSITIVE_INFINITY : remaining / speed;
        return left >= LONGEST.toSeconds() ? null : Duration.ofMillis((long) (left * 1000));
    }
}
