package io.lamplink.tour.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What happened so far, in order. Tests wait here for what they expect, up to a deadline, and never sleep. */
public final class Journal<T> {
    /** How long anything that a test expects may take; far more than it does take, on a laden machine too. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String whose;
    private final List<T> entries = new ArrayList<>();
    private Duration patience = PATIENCE;
    private boolean ended;

    /** An empty journal; {@code whose} begins the sentence when something expected does not come. */
    public Journal(String whose) {
        this.whose = whose;
    }

    /** Adds an entry. */
    public synchronized void add(T entry) {
        entries.add(entry);
        notifyAll();
    }

    /** From now on, who waits here waits so long. */
    public synchronized void patience(Duration longer) {
        patience = longer;
    }

    /** Nothing more will come: who waits need not wait on. */
    public synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** A copy of what there is. */
    public synchronized List<T> all() {
        return List.copyOf(entries);
    }

    /** What there is of one kind. */
    public synchronized List<T> all(Predicate<? super T> which) {
        return entries.stream().filter(which).toList();
    }

    /** The first entry of that kind, now or later. */
    public T await(String what, Predicate<? super T> which) {
        return await(what, 1, which).getFirst();
    }

    /** The first {@code count} entries of that kind. */
    public List<T> await(String what, int count, Predicate<? super T> which) {
        List<T> found = awaitUntil(() -> {
            List<T> now = entries.stream().filter(which).limit(count).toList();
            return now.size() == count || ended ? now : null;
        });
        if (found == null || found.size() < count) {
            throw new AssertionError(
                    whose + (found == null ? " did not tell in time: " : " ended before: ") + what + ".\n" + this);
        }
        return found;
    }

    /** Waits until nothing more can come. */
    public void awaitEnd() {
        if (awaitUntil(() -> ended ? List.of() : null) == null) {
            throw new AssertionError(whose + " did not end in time.\n" + this);
        }
    }

    /** What {@code look} finds, as soon as it is not null; null if the deadline passes. */
    private synchronized List<T> awaitUntil(Supplier<List<T>> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            List<T> found = look.get();
            while (found == null && deadline - System.nanoTime() > 0) {
                wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                found = look.get();
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(whose + " was waited for by a thread that was told to stop.", e);
        }
    }

    @Override
    public synchronized String toString() {
        return entries.stream().map(entry -> "  " + entry).collect(Collectors.joining("\n", whose + ":\n", ""));
    }
}
