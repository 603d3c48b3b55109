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
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The few words that stand for a moment in a window that somebody looks at, of what they would otherwise not see: all of it
 * has a line in the log, so there are none while the newest line is in sight, and none of a transfer whose card is. Many of a
 * kind are one. Lives on the JavaFX thread.
 */
public final class ToastModel {
    /** So long after its last change a toast stands. */
    static final Duration LASTS = Duration.ofSeconds(4);

    /** The same of one that something went wrong: that takes longer to read. */
    static final Duration TROUBLE_LASTS = Duration.ofSeconds(8);

    private static final Duration EVERY = Duration.ofMillis(500);

    /** What matters most comes first. */
    private enum Kind {
        TROUBLE,
        RESULT,
        SAVED,
        ARRIVED
    }

    private record Shown(ToastItem item, int count, Instant since) {}

    private final WindowPorts ports;
    private final BooleanSupplier wanted;
    private final BooleanProperty newestInSight = new SimpleBooleanProperty(this, "newestInSight", true);
    private final Set<UUID> underWay = new HashSet<>();
    private final Map<Kind, Shown> shown = new EnumMap<>(Kind.class);
    private final ObservableList<ToastItem> items = FXCollections.observableArrayList();
    private Predicate<UUID> cardInSight = _ -> false;
    private @Nullable Subscription ticking;

    /** No toasts; {@code wanted} says whether somebody looks and wants to be told. */
    ToastModel(WindowPorts ports, BooleanSupplier wanted) {
        this.ports = ports;
        this.wanted = wanted;
        newestInSight.subscribe(this::look);
    }

    /** What stands there now; one is seen at a time, the first. */
    public ObservableList<ToastItem> items() {
        return items;
    }

    /** Whether the newest line of the log is in sight. Toasts go when it comes into sight: it says the same. */
    public BooleanProperty newestInSightProperty() {
        return newestInSight;
    }

    /** Lets {@code card} say whether the card of a transfer is in sight. */
    public void setCardInSight(Predicate<UUID> card) {
        cardInSight = card;
    }

    private void look(boolean newest) {
        if (newest) {
            shown.clear();
            items.clear();
            close();
        }
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
                    showFile(Kind.ARRIVED, now.id(), now.name());
                }
            }
            case SAVED -> showFile(Kind.SAVED, now.id(), savedName(now));
            case FAILED -> underWay.remove(now.id());
        }
    }

    /**
     * Takes note of a line of the log that somebody waits for, or should know of.
     *
     * @param trouble whether something went wrong
     * @param card the card that says the same; null if there is none
     */
    void tell(Phrase words, boolean trouble, @Nullable UUID card) {
        show(trouble ? Kind.TROUBLE : Kind.RESULT, card, _ -> words);
    }

    private static String savedName(TransferSnapshot now) {
        return now.file() == null || now.file().getFileName() == null
                ? now.name()
                : now.file().getFileName().toString();
    }

    private void showFile(Kind kind, UUID card, String name) {
        boolean saved = kind == Kind.SAVED;
        String one = saved ? "toast.file.saved" : "toast.file.arrived";
        String many = saved ? "toast.files.saved" : "toast.files.arrived";
        show(kind, card, count -> count == 1 ? Phrase.of(one, name) : Phrase.of(many, count));
    }

    private void show(Kind kind, @Nullable UUID card, IntFunction<Phrase> words) {
        if (newestInSight.get() || !wanted.getAsBoolean() || (card != null && cardInSight.test(card))) {
            return;
        }
        Shown before = shown.get(kind);
        int count = before == null ? 1 : before.count() + 1;
        UUID id = before == null ? UUID.randomUUID() : before.item().id();
        ToastItem item = new ToastItem(id, words.apply(count), kind == Kind.TROUBLE);
        shown.put(kind, new Shown(item, count, ports.clock().instant()));
        list();
        if (ticking == null) {
            ticking = ports.ticker().every(EVERY, this::tick);
        }
    }

    private void list() {
        items.setAll(shown.values().stream().map(Shown::item).toList());
    }

    private void tick() {
        Instant now = ports.clock().instant();
        boolean any = shown.values().removeIf(one -> isOver(one, now));
        if (any) {
            list();
        }
        if (shown.isEmpty()) {
            close();
        }
    }

    private static boolean isOver(Shown one, Instant now) {
        Duration passed = Duration.between(one.since(), now);
        return passed.isNegative() || passed.compareTo(one.item().trouble() ? TROUBLE_LASTS : LASTS) >= 0;
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
