package io.lamplink.common.ui.control;

import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.binding.ObjectBinding;
import javafx.util.Subscription;

/**
 * A transfer's place in the list. The row stays the same while its transfer moves; what its card shows is worked out only
 * when a card in sight asks for it, so that rows out of sight cost next to nothing.
 */
public final class TransferRow {

    private final UUID id;
    private final Latest latest;

    /** A row whose card shows what {@code item} gives at the time. */
    public TransferRow(UUID id, Supplier<TransferItem> item) {
        this.id = id;
        latest = new Latest(item);
    }

    /** Names the transfer. */
    public UUID id() {
        return id;
    }

    /** How it stands. */
    public TransferItem item() {
        return latest.get();
    }

    /** Its item is another one now. */
    public void changed() {
        latest.invalidate();
    }

    /** Calls {@code action} at the first change after each {@link #item()}. */
    Subscription onChange(Runnable action) {
        return latest.subscribe(action);
    }

    private static final class Latest extends ObjectBinding<TransferItem> {
        private final Supplier<TransferItem> item;

        Latest(Supplier<TransferItem> item) {
            this.item = item;
        }

        @Override
        protected TransferItem computeValue() {
            return item.get();
        }
    }
}
