package io.lamplink.common.ui.window;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The speed of one transfer over its last moments, so that neither a hiccup nor a burst makes the figure jump. */
final class SpeedMeter {

    private static final double MEMORY_SECONDS = 2;
    private static final double SHORTEST_SECONDS = 0.1;

    private long bytes;
    private double seconds;
    private double speed;

    /** Takes note of {@code bytes} moved in all within {@code active}. */
    void note(long bytes, Duration active) {
        double now = active.toNanos() / 1e9;
        double passed = now - seconds;
        if (passed < SHORTEST_SECONDS) {
            return;
        }
        double latest = (bytes - this.bytes) / passed;
        double weight = speed == 0 ? 1 : 1 - Math.exp(-passed / MEMORY_SECONDS);
        speed += weight * (latest - speed);
        this.bytes = bytes;
        seconds = now;
    }

    /** Bytes a second; 0 while unknown. */
    double speed() {
        return Math.max(0, speed);
    }

    /** How long {@code remaining} bytes will take, or null while unknown. */
    @Nullable
    Duration timeFor(long remaining) {
        return speed <= 0 ? null : Duration.ofMillis((long) (remaining / speed * 1000));
    }
}
