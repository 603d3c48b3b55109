package io.lamplink.common.ui.window;

import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.ui.control.ToastItem;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The few words that stand for a moment in a window that somebody looks at: that a file has arrived, or was saved. Many of a
 * kind are one. Lives on the JavaFX thread.
 */
public final class ToastModel {
    /** So long after its last change a toast stands. */
    static final Duration LASTS = Duration.ofSeconds(4);

    private static final Duration EVERY = Duration.ofMillis(500);

    private enum Kind {
        ARRIVED,
        SAVED
    }

    private record Shown(UUID id, int count, Instant since) {}

    private final WindowPorts ports;
    private final BooleanSupplier wanted;
    private final Set<UUID> underWay = new HashSet<>();
    private final Map<Kind, Shown> shown = new EnumMap<>(Kind.class);
    private final ObservableList<ToastItem> items = FXCollections.observableArrayList();
    private @Nullable Subscription ticking;

    /** No toasts; {@code wanted} says whether somebody looks and wants to be told. */
    ToastModel(WindowPorts ports, BooleanSupplier wanted) {
        this.ports = ports;
        this.wanted = wanted;
    }

    /** What stands there now, oldest first. */
    public ObservableList<ToastItem> items() {
        return items;
    }

    /** Takes note of how a transfer stands. What an earlier run has received is no news. */
    void take(TransferSnapshot now) {
        if (now.direction() == Direction.OUT) {
            return;
        }
        switch (now.state()) {
            case OFFERED, ACTIVE, PAUSED, VERIFYING -> underWay.add(now.id());
            case COMPLETE -> {
                if (underWay.remove(now.id())) {
                    show(Kind.ARRIVED, now.name());
                }
            }
            case SAVED -> show(Kind.SAVED, savedName(now));
            case FAILED -> underWay.remove(now.id());
        }
    }

    private static String savedName(TransferSnapshot now) {
        return now.file() == null || now.file().getFileName() == null
                ? now.name()
                : now.file().getFileName().toString();
    }

    private void show(Kind kind, String name) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        Shown before = shown.get(kind);
        Shown now = before == null
                ? new Shown(UUID.randomUUID(), 1, ports.clock().instant())
                : new Shown(before.id(), before.count() + 1, ports.clock().instant());
        shown.put(kind, now);
        put(new ToastItem(now.id(), words(kind, now.count(), name)));
        if (ticking == null) {
            ticking = ports.ticker().every(EVERY, this::tick);
        }
    }

    private static Phrase words(Kind kind, int count, String name) {
        return switch (kind) {
            case ARRIVED ->
                count == 1 ? Phrase.of("toast.file.arrived", name) : Phrase.of("toast.files.arrived", count);
            case SAVED -> count == 1 ? Phrase.of("toast.file.saved", name) : Phrase.of("toast.files.saved", count);
        };
    }

    private void put(ToastItem item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).id().equals(item.id())) {
                items.set(i, item);
                return;
            }
        }
        items.add(item);
    }

    private void tick() {
        Instant now = ports.clock().instant();
        shown.values().removeIf(one -> {
            Duration passed = Duration.between(one.since(), now);
            boolean over = passed.isNegative() || passed.compareTo(LASTS) >= 0;
            if (over) {
                items.removeIf(item -> item.id().equals(one.id()));
            }
            return over;
        });
        if (shown.isEmpty()) {
            close();
        }
    }

    /** Ends what goes on by itself. */
    void close() {
        Subscription ticks = ticking;
        ticking = null;
        if (ticks != null) {
            ticks.unsubscribe();
        }
    }
}
