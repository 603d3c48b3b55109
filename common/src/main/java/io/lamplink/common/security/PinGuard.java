package io.lamplink.common.security;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps PINs from being guessed by trying. After a wrong one an address waits, ever longer, and after some it is locked for
 * minutes; all addresses together have so many wrong ones an hour. A try counts as wrong from its beginning until it is
 * proved right, so that who breaks off, or tries on several connections, gains nothing. Who had it right once from an
 * address keeps a place of its own there, which no stranger can use up. Any thread may call any method.
 */
public final class PinGuard {
    /** After so many wrong ones in a row, an address is locked. */
    public static final int WRONG_BEFORE_LOCK = 5;

    /** After the first wrong one; twice as long after each further one. */
    public static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** For the first time; twice as long after each further wrong one. */
    public static final Duration FIRST_LOCK = Duration.ofMinutes(5);

    /** No lock is longer. */
    public static final Duration LONGEST_LOCK = Duration.ofHours(1);

    /** After so long without a try, the wrong ones of an address are forgotten. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** Wrong ones of all strangers together, at once. */
    public static final int STRANGERS_BURST = 60;

    /** How often strangers get one more, after those. */
    public static final Duration STRANGERS_EVERY = Duration.ofMinutes(2);

    /** Exchanges under way at the same time. */
    public static final int AT_ONCE = 16;

    /** Addresses that are remembered, of strangers and of others each; those that were not seen for the longest are forgotten. */
    static final int MAX_REMEMBERED = 4096;

    private static final Duration CROWD_TOLD_EVERY = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 16;

    private final LongSupplier nanoTime;
    private final Allowance strangers;
    private final Map<AddressBlock, Visitor> seen = new Remembered<>();
    private final Map<InetAddress, Visitor> known = new Remembered<>();
    private int running;
    private boolean crowdTold;
    private long crowdToldAt;

    /** What becomes of the wish to try. */
    public sealed interface Verdict {
        /** It may begin. */
        record Go(Attempt attempt) implements Verdict {}

        /** The address has to wait that long, at most {@link #LONGEST_LOCK}. */
        record Wait(Duration left) implements Verdict {}

        /**
         * So many strangers were wrong that all of them have to wait that long.
         *
         * @param first whether nobody was told so for a while
         */
        record Crowd(Duration left, boolean first) implements Verdict {}

        /** Another one of that address, or as many as there may be at once, are about it; they soon end. */
        record Busy() implements Verdict {}
    }

    /**
     * What a wrong one leads to.
     *
     * @param left how long the address waits
     * @param locked whether it is locked by this, rather than kept waiting for seconds
     */
    public record Wrong(Duration left, boolean locked) {}

    /** No address has tried yet. {@code nanoTime} is a clock for durations. */
    public PinGuard(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.strangers = new Allowance(STRANGERS_BURST, STRANGERS_EVERY.toNanos(), nanoTime.getAsLong());
    }

    /** Somebody at {@code address} wants to try one PIN. A {@link Verdict.Go} is ended by its attempt, once. */
    public synchronized Verdict begin(InetAddress address) {
        long now = nanoTime.getAsLong();
        Visitor friend = known.get(address);
        Visitor visitor =
                friend != null ? friend : seen.computeIfAbsent(AddressBlock.of(address), _ -> new Visitor(now));
        visitor.forget(now);
        if (visitor.trying || running >= AT_ONCE) {
            return new Verdict.Busy();
        }
        if (visitor.until - now > 0) {
            return new Verdict.Wait(Duration.ofNanos(visitor.until - now));
        }
        long crowd = friend == null ? strangers.take(now) : 0;
        if (crowd > 0) {
            return new Verdict.Crowd(Duration.ofNanos(crowd), tellsOfCrowd(now));
        }
        running++;
        visitor.begin(now);
        return new Verdict.Go(new Attempt(address, visitor, friend == null));
    }

    private boolean tellsOfCrowd(long now) {
        boolean tell = !crowdTold || now - crowdToldAt > CROWD_TOLD_EVERY.toNanos();
        if (tell) {
            crowdTold = true;
            crowdToldAt = now;
        }
        return tell;
    }

    /** One try under way. It is ended once; further calls do nothing. */
    public final class Attempt {
        private final InetAddress address;
        private final Visitor visitor;
        private final boolean stranger;
        private boolean over;

        private Attempt(InetAddress address, Visitor visitor, boolean stranger) {
            this.address = address;
            this.visitor = visitor;
            this.stranger = stranger;
        }

        /** It was the right one. */
        public void right() {
            synchronized (PinGuard.this) {
                if (end()) {
                    long now = nanoTime.getAsLong();
                    visitor.right(now);
                    known.putIfAbsent(address, new Visitor(now));
                    if (stranger) {
                        strangers.giveBack();
                    }
                }
            }
        }

        /** It was wrong, or has ended without one knowing. */
        public Wrong wrong() {
            synchronized (PinGuard.this) {
                end();
                long left = Math.max(0, visitor.until - nanoTime.getAsLong());
                return new Wrong(Duration.ofNanos(left), visitor.wrong >= WRONG_BEFORE_LOCK);
            }
        }

        private boolean end() {
            boolean first = !over;
            if (first) {
                over = true;
                running--;
                visitor.trying = false;
            }
            return first;
        }
    }

    private static Duration pause(int wrong) {
        if (wrong < WRONG_BEFORE_LOCK) {
            return FIRST_PAUSE.multipliedBy(1L << (wrong - 1));
        }
        Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(MOST_DOUBLINGS, wrong - WRONG_BEFORE_LOCK));
        return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
    }

    /** What is known of one address, or of a block of them. */
    private static final class Visitor {
        private int wrong;
        private long until;
        private long last;
        private boolean trying;

        Visitor(long now) {
            until = now;
            last = now;
        }

        void forget(long now) {
            if (now - last > FORGOTTEN_AFTER.toNanos()) {
                wrong = 0;
                until = now;
            }
        }

        void begin(long now) {
            trying = true;
            wrong++;
            last = now;
            until = now + pause(wrong).toNanos();
        }

        void right(long now) {
            wrong = 0;
            until = now;
        }
    }

    /** Forgets what was not asked for the longest when there is too much. */
    private static final class Remembered<K> extends LinkedHashMap<K, Visitor> {
        private static final long serialVersionUID = 1;

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<K, Visitor> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }
}
