package io.lamplink.common.session;

import io.lamplink.common.protocol.CloseReason;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How long a client that lost its link waits before each try: longer from try to try, and never exactly as long as others
 * wait, so that the clients of a server that starts again don't all come back at the same moment. Confined to one lane.
 */
public final class ReconnectPolicy {
    /** Before the first try. */
    public static final Duration FIRST = Duration.ofMillis(500);

    /** Pauses double up to this one; jitter comes on top. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    /** The share by which chance makes a pause shorter or longer. */
    public static final double JITTER = 0.25;

    /** After a link that held for so long, pauses begin with the first again. */
    public static final Duration LASTED = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final DoubleSupplier chance;
    private final Duration longest;
    private int attempt;
    private long upSince;

    /**
     * One wait.
     *
     * @param length how long
     * @param attempt the number of the try that follows, from 1
     */
    public record Pause(Duration length, int attempt) {}

    /**
     * A policy.
     *
     * @param nanoTime a clock for durations
     * @param chance a number from 0 to 1 for each pause, 1 excluded
     */
    public ReconnectPolicy(LongSupplier nanoTime, DoubleSupplier chance) {
        this(nanoTime, chance, LONGEST);
    }

    /** The same with another limit for pauses, for tests that lose many links. */
    public ReconnectPolicy(LongSupplier nanoTime, DoubleSupplier chance, Duration longest) {
        this.nanoTime = nanoTime;
        this.chance = chance;
        this.longest = longest;
    }

    /** The link is there. */
    public void up() {
        upSince = nanoTime.getAsLong();
    }

    /** The link is lost. */
    public void lost() {
        if (nanoTime.getAsLong() - upSince >= LASTED.toNanos()) {
            attempt = 0;
        }
    }

    /** Something changed that may help: pauses are short again. */
    public void startOver() {
        attempt = 0;
    }

    /** How long to wait now; each call is one more try. */
    public Pause next() {
        int doublings = Math.min(attempt, Integer.SIZE - 2);
        attempt++;
        double nanos = Math.min(FIRST.toNanos() * (double) (1 << doublings), (double) longest.toNanos());
        double jittered = nanos * (1 - JITTER + 2 * JITTER * chance.getAsDouble());
        return new Pause(Duration.ofNanos((long) jittered), attempt);
    }

    /**
     * Whether a link that ended so may come about again. Where a person ended it, another link took its place, or a rule was
     * broken, a new one would end the same way or is not wanted.
     */
    public static boolean comesBack(CloseReason reason) {
        return switch (reason.code()) {
            case CloseReason.GOING_AWAY,
                    CloseReason.ABNORMAL,
                    CloseReason.SERVER_ERROR,
                    CloseReason.RESTARTING,
                    CloseReason.TRY_LATER,
                    CloseReason.SILENT -> true;
            default -> false;
        };
    }
}
