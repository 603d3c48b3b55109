package io.lamplink.common.security;

/** So many at once, and one more every so often. Confined to one lock; all times in nanoseconds of one clock. */
final class Allowance {
    private final long atOnce;
    private final long every;
    private long spentUntil;

    /** All are there at {@code now}. */
    Allowance(int burst, long every, long now) {
        this.every = every;
        this.atOnce = burst * every;
        this.spentUntil = now - atOnce;
    }

    /** Takes one, and answers 0; or takes none, and answers how long there will be none. */
    long take(long now) {
        long from = now - atOnce - spentUntil > 0 ? now - atOnce : spentUntil;
        long missing = from + every - now;
        if (missing > 0) {
            return missing;
        }
        spentUntil = from + every;
        return 0;
    }

    /** Gives one back that was taken. */
    void giveBack() {
        spentUntil -= every;
    }
}
