package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.LastSeen.Gone;
import java.time.InstantSource;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who has left lately and is not back: a few, the last first. Lives on the JavaFX thread. */
public final class Departed {
    /** So many are remembered. */
    static final int MOST = 8;

    private final InstantSource clock;
    private final ObservableList<Gone> gone = FXCollections.observableArrayList();

    /** Nobody. */
    public Departed(InstantSource clock) {
        this.clock = clock;
    }

    /** Who has left. */
    public ObservableList<Gone> list() {
        return FXCollections.unmodifiableObservableList(gone);
    }

    /** {@code name} has left. */
    public void left(String name) {
        back(name);
        gone.addFirst(new Gone(name, clock.instant()));
        if (gone.size() > MOST) {
            gone.removeLast();
        }
    }

    /** {@code name} is there. */
    public void back(String name) {
        gone.removeIf(one -> one.name().equals(name));
    }

    /** It is all another story now. */
    public void clear() {
        gone.clear();
    }
}
