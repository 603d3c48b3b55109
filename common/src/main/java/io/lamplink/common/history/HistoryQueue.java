package io.lamplink.common.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the writing thread: changes, bounded in number and in characters, and requests, which are few. Whoever adds
 * something never waits; what finds no room is lost and counted.
 */
final class HistoryQueue {
    /** Ten seconds of two thousand texts each. */
    static final int MOST_CHANGES = 20_000;

    static final int MOST_CHARACTERS = 16_000_000;

    /** How many changes are written at once: enough for speed, few enough that they are soon there for readers. */
    private static final int BATCH = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Queue<HistoryChange> changes = new ArrayDeque<>();
    private final Queue<Runnable> requests = new ArrayDeque<>();
    private long characters;
    private int lost;
    private boolean closing;

    /** What is to be done next. */
    sealed interface Work {
        /** To be written together, at least one. */
        record Batch(List<HistoryChange> changes) implements Work {}

        record Request(Runnable task) implements Work {}

        /** Time has passed. */
        record Nothing() implements Work {}

        /** Nothing will come any more. */
        record End() implements Work {}
    }

    /** Adds a change; from any thread. */
    void add(HistoryChange change) {
        lock.lock();
        try {
            boolean room = changes.size() < MOST_CHANGES && characters + change.characters() <= MOST_CHARACTERS;
            if (closing || !room) {
                lost++;
                return;
            }
            changes.add(change);
            characters += change.characters();
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a request, which gets its turn after the changes that came before; from any thread.
     *
     * @return whether it will
     */
    boolean ask(Runnable task) {
        lock.lock();
        try {
            if (!closing) {
                requests.add(task);
                news.signal();
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more in. */
    void close() {
        lock.lock();
        try {
            closing = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How many changes were lost since this was asked last. */
    int takeLost() {
        lock.lock();
        try {
            int count = lost;
            lost = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for something to do, for {@code nanos} at most.
     *
     * @param writable whether changes can be written; otherwise they stay
     */
    Work take(long nanos, boolean writable) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && !closing && requests.isEmpty() && !(writable && !changes.isEmpty())) {
                left = news.awaitNanos(left);
            }
            if (writable && !changes.isEmpty()) {
                return new Work.Batch(takeBatch());
            }
            Runnable request = requests.poll();
            if (request != null) {
                return new Work.Request(request);
            }
            return closing ? new Work.End() : new Work.Nothing();
        } finally {
            lock.unlock();
        }
    }

    private List<HistoryChange> takeBatch() {
        List<HistoryChange> batch = new ArrayList<>();
        while (batch.size() < BATCH && !changes.isEmpty()) {
            HistoryChange change = changes.remove();
            characters -= change.characters();
            batch.add(change);
        }
        return batch;
    }
}
