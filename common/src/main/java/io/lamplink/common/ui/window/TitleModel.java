package io.lamplink.common.ui.window;

import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a window's title says besides its name: how many messages are unread, and how far the transfers are that move, those of
 * the same run that have ended included. Lives on the JavaFX thread.
 */
public final class TitleModel {
    /** The title changes no more often than this. */
    static final Duration EVERY = Duration.ofMillis(500);

    private static final int NOTHING_MOVES = -1;

    private final WindowPorts ports;
    private final ReadOnlyIntegerProperty unread;
    private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(this, "percent", NOTHING_MOVES);
    private final Map<UUID, Part> running = new HashMap<>();
    private long size;
    private long moved;
    private int moving;
    private @Nullable Subscription ticking;

    private record Part(long size, long moved, boolean moves) {}

    TitleModel(WindowPorts ports, ReadOnlyIntegerProperty unread) {
        this.ports = ports;
        this.unread = unread;
    }

    /** The whole title of a window whose name has the key {@code name}. */
    public ObservableValue<Phrase> title(String name) {
        return Bindings.createObjectBinding(() -> title(Phrase.of(name)), unread, percent);
    }

    private Phrase title(Phrase name) {
        Phrase title = percent.get() == NOTHING_MOVES ? name : Phrase.of("title.progress", percent.get(), name);
        return unread.get() == 0 ? title : Phrase.of("title.unread", unread.get(), title);
    }

    /** Takes note of how a transfer stands; costs the same however many there are. What is held up is left out until it goes on. */
    void take(TransferSnapshot now) {
        Part before = running.remove(now.id());
        if (before != null) {
            count(before, -1);
        }
        if (!now.ended() && now.state() != State.PAUSED) {
            boolean moves = now.state() == State.ACTIVE || now.state() == State.VERIFYING;
            Part part = new Part(now.size(), now.transferred(), moves);
            running.put(now.id(), part);
            count(part, 1);
        } else if (before != null && now.ended() && now.state() != State.FAILED) {
            count(new Part(now.size(), now.size(), false), 1);
        }
        if (running.isEmpty()) {
            size = 0;
            moved = 0;
        }
        follow();
    }

    private void count(Part part, int sign) {
        size += sign * part.size();
        moved += sign * part.moved();
        moving += part.moves() ? sign : 0;
    }

    private void follow() {
        if (moving == 0) {
            close();
            percent.set(NOTHING_MOVES);
        } else if (ticking == null) {
            ticking = ports.ticker().every(EVERY, this::show);
        }
    }

    private void show() {
        percent.set(size <= 0 ? 0 : (int) Math.clamp(100 * ((double) moved / size), 0, 100));
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
