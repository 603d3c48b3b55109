package io.lamplink.common.ui.fx;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what other threads have to say and hands it over on the JavaFX thread, with one visit there at a time. Items of
 * the same key replace each other, so that the latest wins, and wait until {@link #INTERVAL} has passed since the last
 * visit; items without a key are never dropped and don't wait. Order is kept, except that a replaced item keeps the place
 * of the first of its key. A visit brings {@link #MOST_AT_ONCE} items at most; the rest comes with the next, and what else waits
 * for the JavaFX thread, such as a pulse or a key that was pressed, has its turn in between.
 */
public final class FxInbox<T> {

    /**
     * The shortest time between two visits that bring only items that can be replaced: ten a second. More would be easy, but
     * drawing takes its time from the transfer that it shows.
     */
    public static final Duration INTERVAL = Duration.ofMillis(100);

    /** The most items of one visit: about as much as can be taken in within a frame. */
    public static final int MOST_AT_ONCE = 200;

    private final FxDoor door;
    private final Clock clock;
    private final Function<? super T, ? extends @Nullable Object> keyOf;
    private final Consumer<? super List<T>> receiver;

    private final Map<Object, T> waiting = new LinkedHashMap<>();
    private boolean visitIsDue;
    private boolean visitIsUrgent;
    private boolean someAreLeft;
    private long lastVisit = Long.MIN_VALUE;

    /**
     * An inbox that empties itself into {@code receiver}, which gets all items of a visit together.
     *
     * @param keyOf what an item is the latest news of, or null if it is news that must not be dropped
     */
    public FxInbox(
            FxDoor door,
            Clock clock,
            Function<? super T, ? extends @Nullable Object> keyOf,
            Consumer<? super List<T>> receiver) {
        this.door = door;
        this.clock = clock;
        this.keyOf = keyOf;
        this.receiver = receiver;
    }

    /** Adds an item; from any thread. */
    public synchronized void add(T item) {
        @Nullable Object key = keyOf.apply(item);
        if (key == null) {
            waiting.put(new Object(), item);
            visitAtOnce();
        } else {
            waiting.put(key, item);
            visitInTime();
        }
    }

    private void visitAtOnce() {
        if (!visitIsUrgent) {
            visitIsDue = true;
            visitIsUrgent = true;
            door.execute(this::visit);
        }
    }

    private void visitInTime() {
        if (visitIsDue) {
            return;
        }
        visitIsDue = true;
        long passed = lastVisit == Long.MIN_VALUE ? Long.MAX_VALUE : clock.millis() - lastVisit;
        if (passed < 0 || passed >= INTERVAL.toMillis()) {
            visitIsUrgent = true;
            door.execute(this::visit);
        } else {
            door.executeLater(INTERVAL.minusMillis(passed), this::visit);
        }
    }

    private void visit() {
        List<T> items = take();
        try {
            if (!items.isEmpty()) {
                receiver.accept(items);
            }
        } finally {
            comeAgainForTheRest();
        }
    }

    private synchronized List<T> take() {
        List<T> items = new ArrayList<>();
        for (Iterator<T> next = waiting.values().iterator(); next.hasNext() && items.size() < MOST_AT_ONCE; ) {
            items.add(next.next());
            next.remove();
        }
        visitIsDue = false;
        visitIsUrgent = false;
        lastVisit = clock.millis();
        someAreLeft = !waiting.isEmpty();
        return items;
    }

    private synchronized void comeAgainForTheRest() {
        if (someAreLeft) {
            someAreLeft = false;
            visitAtOnce();
        }
    }
}
