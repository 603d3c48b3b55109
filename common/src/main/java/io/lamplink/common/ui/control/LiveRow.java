package io.lamplink.common.ui.control;

import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.binding.ObjectBinding;
import javafx.util.Subscription;

/**
 * A place in a list whose row stays the same while what it stands for moves on. What a cell shows is worked out only when a
 * cell in sight asks for it, so that rows out of sight cost next to nothing. Lives on the JavaFX thread.
 *
 * @param <T> what a cell shows, immutable
 */
public abstract sealed class LiveRow<T> permits ClientRow, TransferRow {

    private final UUID id;
    private final Latest<T> latest;

    LiveRow(UUID id, Supplier<T> item) {
        this.id = id;
        latest = new Latest<>(item);
    }

    /** Names what it stands for. */
    public final UUID id() {
        return id;
    }

    /** How it stands. */
    public final T item() {
        return latest.get();
    }

    /** Its item is another one now. */
    public final void changed() {
        latest.invalidate();
    }

    /** Calls {@code action} at the first change after each {@link #item()}. */
    final Subscription onChange(Runnable action) {
        return latest.subscribe(action);
    }

    private static final class Latest<T> extends ObjectBinding<T> {
        private final Supplier<T> item;

        Latest(Supplier<T> item) {
            this.item = item;
        }

        @Override
        protected T computeValue() {
            return item.get();
        }
    }
}
