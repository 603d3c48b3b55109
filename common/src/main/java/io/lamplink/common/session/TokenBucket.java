package io.lamplink.common.session;

/** Counts something against a {@link Rate}. May be used from any thread; all times in nanoseconds of one clock. */
public final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Rate rate;
    private double left;
    private long at;

    /** A bucket that is full at {@code now}. */
    public TokenBucket(Rate rate, long now) {
        this.rate = rate;
        this.left = rate.burst();
        this.at = now;
    }

    /** Takes one out; answers after how many nanoseconds nothing is owed any more, 0 if nothing is. */
    public synchronized long spend(long now) {
        double back = Math.max(0, now - at) * (rate.perSecond() / NANOS_PER_SECOND);
        left = Math.min(rate.burst(), left + back) - 1;
        at = now;
        return left >= 0 ? 0 : (long) Math.ceil(-left * NANOS_PER_SECOND / rate.perSecond());
    }

    /** Whether so much is owed that it means no good. */
    public synchronized boolean flooded() {
        return -left > rate.flood();
    }
}
