package io.lamplink.common.transfer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many file bytes a second one program sends, all its links and transfers together. Each chunk waits in one line for its
 * turn and pays when it leaves; the next one leaves when that is paid off, so that the debt of a chunk is the pause after it.
 *
 * <p>The line is ordered by what each link has had, as in start-time fair queueing (Goyal, Vin and Cheng, 1996): links get as
 * many bytes each, however large their chunks are and however many files they carry. The files of one link take turns. What a
 * link has had is told in nanoseconds that the chunks took at the part of the limit that was its own then, so that nobody waits
 * long for a chunk that was large when few were there.
 *
 * <p>Nothing waits here: whoever may not send yet is told when to ask again. From any thread, unless said otherwise.
 */
public final class SendLimit {
    /** As fast as it goes. */
    public static final long OFF = 0;

    /** The least limit, in bytes a second. */
    public static final long LEAST = 16_000;

    /** What was not sent in so short a time may be sent at once; all else that was not sent is forgone. */
    static final Duration BURST = Duration.ofMillis(50);

    /** A receiver hears of each transfer this often, so that it takes none for dead: most wait for half a minute. */
    static final Duration ROUND = Duration.ofSeconds(5);

    /** Chunks are no smaller because of the rate alone: four a second at {@link #LEAST}. */
    static final int SMALL_CHUNK = 4 * 1024;

    /** Nor are they because of how many wait: below that the headers would cost more. */
    static final int LEAST_CHUNK = 256;

    /** Files under way at once on one link, large ones and small ones, however low the limit. */
    private static final int FEW = 8;

    private static final long WORTH_ONE_MORE = 32 * 1024;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Has something run later. */
    @FunctionalInterface
    public interface Later {
        /** Runs {@code task}, which is quick, after {@code delay}, on any thread. */
        void run(Duration delay, Runnable task);
    }

    private final LongSupplier nanoTime;
    private final Later later;
    private final ReentrantLock lock = new ReentrantLock();
    private final SortedSet<Turn> line =
            new TreeSet<>(Comparator.<Turn>comparingLong(turn -> turn.due).thenComparingLong(turn -> turn.number));
    private volatile long perSecond = OFF;
    private long paidOffAt;
    private long served;
    private long numbers;
    private int sharing;
    private boolean alarmed;
    private int changes;

    /**
     * No limit yet.
     *
     * @param nanoTime a clock for durations, in nanoseconds from any start
     * @param later wakes those who wait
     */
    public SendLimit(LongSupplier nanoTime, Later later) {
        this.nanoTime = nanoTime;
        this.later = later;
    }

    /** No limit, ever. */
    static SendLimit none() {
        return new SendLimit(() -> 0, (_, _) -> {});
    }

    /**
     * Takes another limit, at once: what was owed by the old one is forgiven.
     *
     * @param bytesPerSecond {@link #OFF}, or what counts as no less than {@link #LEAST}
     */
    public void set(long bytesPerSecond) {
        List<Turn> waiting;
        lock.lock();
        try {
            perSecond = bytesPerSecond <= OFF ? OFF : Math.max(LEAST, bytesPerSecond);
            paidOffAt = nanoTime.getAsLong();
            changes++;
            alarmed = false;
            waiting = List.copyOf(line);
        } finally {
            lock.unlock();
        }
        waiting.forEach(Turn::wake);
    }

    /** The limit, in bytes a second, or {@link #OFF}. */
    public long perSecond() {
        return perSecond;
    }

    /** How many files a link may have under way at once, {@code most} or fewer: many slow ones would all end late. */
    int atOnce(int most) {
        long rate = perSecond;
        return rate == OFF ? most : Math.clamp(rate / WORTH_ONE_MORE, FEW, most);
    }

    /** How many transfers wait for their turn. */
    int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** For a link that has {@code wake} run, which is quick, when it is worth for one of its transfers to ask again. */
    Share share(Runnable wake) {
        return new Share(wake);
    }

    /** Whoever has been woken by a change of the limit since does not need it any more. */
    private void alarm(int changesBefore) {
        Turn next;
        lock.lock();
        try {
            if (changes != changesBefore) {
                return;
            }
            alarmed = false;
            next = next();
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.wake();
        }
    }

    /** Nanoseconds until what was sent is paid off; the lock is held. */
    private long owed() {
        return Math.max(0, paidOffAt - nanoTime.getAsLong());
    }

    private void alarmAfter(long nanos) {
        if (!alarmed) {
            alarmed = true;
            int now = changes;
            later.run(Duration.ofNanos(nanos), () -> alarm(now));
        }
    }

    /** The first one in line if it may send now; else it is seen to later. The lock is held. */
    private @Nullable Turn next() {
        if (line.isEmpty()) {
            return null;
        }
        long owed = owed();
        if (owed > 0) {
            alarmAfter(owed);
            return null;
        }
        return line.first();
    }

    private long price(long bytes) {
        return bytes * SECOND / perSecond;
    }

    /** What the transfers of one link have in common. */
    final class Share {
        private final Runnable wake;
        private long had;
        private int waiting;

        private Share(Runnable wake) {
            this.wake = wake;
        }

        /** The largest chunk of its transfers now, in bytes; the lock is held. */
        private long largest(long rate) {
            long smooth = Math.max(SMALL_CHUNK, rate * BURST.toMillis() / 1000);
            long fair = rate * ROUND.toSeconds() / Math.max(1, sharing) / Math.max(1, waiting);
            return Math.max(LEAST_CHUNK, Math.min(smooth, fair));
        }

        /** Who comes back after a while has saved up nothing. */
        private long due() {
            had = Math.max(had, served);
            return had;
        }

        /** For a transfer that has not asked yet. */
        Turn turn() {
            return new Turn(this);
        }
    }

    /** A transfer's place in the line. Confined to one lane. */
    final class Turn {
        private final Share share;
        private long due;
        private long number;
        private boolean inLine;

        private Turn(Share share) {
            this.share = share;
        }

        private void wake() {
            share.wake.run();
        }

        /** At most {@code bytes}, the size of the next chunk: less if it would keep the others waiting for long. */
        int most(int bytes) {
            long rate = perSecond;
            if (rate == OFF) {
                return bytes;
            }
            lock.lock();
            try {
                return (int) Math.min(bytes, share.largest(rate));
            } finally {
                lock.unlock();
            }
        }

        /** Whether a chunk may leave now, for which {@link #pay} or {@link #pass} is called then; else it stands in line. */
        boolean comes() {
            if (perSecond == OFF && !inLine) {
                return true;
            }
            lock.lock();
            try {
                if (perSecond == OFF) {
                    leave();
                    return true;
                }
                join();
                long owed = owed();
                if (owed > 0) {
                    alarmAfter(owed);
                }
                return owed == 0 && line.first().equals(this);
            } finally {
                lock.unlock();
            }
        }

        /** A chunk of so many bytes leaves. */
        void pay(int bytes) {
            step(bytes);
        }

        /** It does not leave after all: what was paid for it is given back. */
        void giveBack(long bytes) {
            if (bytes == 0 || perSecond == OFF) {
                return;
            }
            lock.lock();
            try {
                if (perSecond != OFF) {
                    paidOffAt -= price(bytes);
                    share.had -= price(bytes) * Math.max(1, sharing);
                }
            } finally {
                lock.unlock();
            }
        }

        /** Nothing is to be sent for the time being. */
        void pass() {
            step(0);
        }

        /** Whether it stands in line. */
        boolean waits() {
            return inLine;
        }

        private void step(int bytes) {
            if (!inLine) {
                return;
            }
            Turn next;
            lock.lock();
            try {
                int links = sharing;
                leave();
                if (bytes > 0 && perSecond != OFF) {
                    long earliest = nanoTime.getAsLong() - BURST.toNanos();
                    paidOffAt = Math.max(paidOffAt, earliest) + price(bytes);
                    served = Math.max(served, due);
                    share.had += price(bytes) * links;
                }
                next = next();
            } finally {
                lock.unlock();
            }
            if (next != null) {
                next.wake();
            }
        }

        private void join() {
            if (!inLine) {
                due = share.due();
                number = numbers++;
                inLine = true;
                line.add(this);
                sharing += share.waiting == 0 ? 1 : 0;
                share.waiting++;
            }
        }

        private void leave() {
            if (inLine) {
                line.remove(this);
                inLine = false;
                share.waiting--;
                sharing -= share.waiting == 0 ? 1 : 0;
            }
        }
    }
}
