package io.lamplink.common.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Notices that this machine slept. Some systems stop the clock for durations meanwhile, so that the time of day runs ahead
 * of it; on others it goes on, and who wanted to look after a second looks much later. Confined to one thread at a time.
 */
public final class SleepWatch {
    /** What a busy machine or a clock that is set right may be late by. */
    public static final Duration SLACK = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private long lookedAt;
    private Instant timeThen;

    /**
     * A watch that begins now.
     *
     * @param nanoTime a clock for durations
     * @param clock the time of day
     */
    public SleepWatch(LongSupplier nanoTime, InstantSource clock) {
        this.nanoTime = nanoTime;
        this.clock = clock;
        lookedAt = nanoTime.getAsLong();
        timeThen = clock.instant();
    }

    /**
     * Whether the machine slept since the last look.
     *
     * @param after when it was meant to look again
     */
    public boolean slept(Duration after) {
        long nanos = nanoTime.getAsLong();
        Instant time = clock.instant();
        Duration elapsed = Duration.ofNanos(nanos - lookedAt);
        Duration timeWentOn = Duration.between(timeThen, time);
        lookedAt = nanos;
        timeThen = time;
        return elapsed.compareTo(after.plus(SLACK)) > 0 || timeWentOn.compareTo(elapsed.plus(SLACK)) > 0;
    }
}
