package io.lamplink.common.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock that stands still unless it is moved. It starts below zero, because {@link System#nanoTime()} may too. */
public final class VirtualClock implements LongSupplier, InstantSource {
    private static final Instant BEGIN = Instant.parse("2026-11-22T18:09:53Z");
    private static final long FIRST_NANOS = -5_000_000_000_000L;

    private long elapsed;

    @Override
    public long getAsLong() {
        return FIRST_NANOS + elapsed;
    }

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(elapsed);
    }

    /** Time since this clock was made. */
    public long elapsed() {
        return elapsed;
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        advanceTo(elapsed + time.toNanos());
    }

    /** Lets time pass until so many nanoseconds have elapsed; never goes back. */
    public void advanceTo(long nanos) {
        elapsed = Math.max(elapsed, nanos);
    }
}
