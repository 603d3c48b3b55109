package io.lamplink.common.ui.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How fast bytes went each way over the last two minutes, by how many had gone whenever somebody looked: at most once a second.
 * While nobody looks nothing is read, so what was between is one step of its average. Confined to one thread.
 */
final class Throughput {

    /** How far back it goes. */
    static final Duration SPAN = Duration.ofMinutes(2);

    /** A second, but for the ticker, which is not that exact. */
    private static final Duration LEAST = Duration.ofMillis(800);

    private final Deque<Reading> readings = new ArrayDeque<>();

    private record Reading(Instant at, long out, long in) {}

    /**
     * What went over a link until {@code at}, from the rate before on.
     *
     * @param out bytes a second to the peer, 0 or more
     * @param in bytes a second from the peer, 0 or more
     */
    record Rate(Instant at, double out, double in) {}

    /** Takes down how many bytes have gone so far; what comes too soon after the one before is passed over. */
    void read(Instant now, long out, long in) {
        if (!readings.isEmpty()) {
            Reading last = readings.getLast();
            if (now.isBefore(last.at())) {
                readings.clear(); // Somebody has set the clock.
            } else if (Duration.between(last.at(), now).compareTo(LEAST) < 0) {
                return;
            }
        }
        readings.add(new Reading(now, out, in));
        while (readings.getFirst().at().isBefore(now.minus(SPAN))) {
            readings.removeFirst();
        }
    }

    /** The rates from one reading to the next, oldest first. */
    List<Rate> rates() {
        List<Rate> rates = new ArrayList<>();
        Reading before = null;
        for (Reading reading : readings) {
            if (before != null) {
                double seconds = Duration.between(before.at(), reading.at()).toNanos() / 1e9;
                rates.add(new Rate(
                        reading.at(),
                        Math.max(0, reading.out() - before.out()) / seconds,
                        Math.max(0, reading.in() - before.in()) / seconds));
            }
            before = reading;
        }
        return rates;
    }
}
