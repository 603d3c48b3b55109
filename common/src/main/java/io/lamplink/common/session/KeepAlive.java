package io.lamplink.common.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides when to ping and how long a link may be silent; remembers the last round trips. Confined to one lane. */
final class KeepAlive {
    /** How often the round trip is measured. */
    static final Duration PING_EVERY = Duration.ofSeconds(5);

    /** For so long nothing comes, or is taken, only if something is wrong with the link: two pings have no answer yet. */
    static final Duration QUIET = Duration.ofSeconds(12);

    /** A link from which no byte came for this long is closed. */
    static final Duration SILENCE = Duration.ofSeconds(45);

    /** A link that takes nothing of what is queued for so long is closed. */
    static final Duration STUCK = Duration.ofSeconds(30);

    private final Deque<Duration> roundTrips = new ArrayDeque<>();
    private long pingedAt;
    private @Nullable Long askedAt;

    KeepAlive(long now) {
        pingedAt = now - PING_EVERY.toNanos();
    }

    void pong(long nanos) {
        roundTrips.addLast(Duration.ofNanos(nanos));
        if (roundTrips.size() > Session.ROUND_TRIPS_KEPT) {
            roundTrips.removeFirst();
        }
    }

    /** Whether what stands still on a link may do so because of the link, on which nothing has happened for {@code nanos}. */
    static boolean quiet(long nanos) {
        return nanos > QUIET.toNanos();
    }

    /** Whether a link counts as dead from which no byte, be it a part of a frame, came for {@code nanos}. */
    static boolean silent(long nanos) {
        return nanos > SILENCE.toNanos();
    }

    /** Whether a peer that has taken nothing for {@code nanos} has given up reading. */
    static boolean stuck(long nanos) {
        return nanos > STUCK.toNanos();
    }

    /**
     * Whether this program itself has stood still since this was asked last, because it was stopped or its machine was. What
     * stood still meanwhile did so for that. To be asked every second or so.
     */
    boolean stoodStill(long now) {
        Long before = askedAt;
        askedAt = now;
        return before != null && quiet(now - before);
    }

    /** Whether a ping is due; says so once for each. */
    boolean pingDue(long now) {
        boolean due = now - pingedAt >= PING_EVERY.toNanos();
        if (due) {
            pingedAt = now;
        }
        return due;
    }

    List<Duration> roundTrips() {
        return List.copyOf(roundTrips);
    }
}
