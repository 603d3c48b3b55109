package io.lamplink.common.ui.window;

import io.lamplink.common.engine.EngineEvent;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who else is in the room that a client is in, as far as the server tells. Lives on the JavaFX thread. */
public final class Members {

    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final Departed departed;
    private final ReadOnlyStringWrapper ownName = new ReadOnlyStringWrapper(this, "ownName", "");

    /** Nobody; {@code clock} tells when somebody was there last. */
    public Members(InstantSource clock) {
        departed = new Departed(clock);
    }

    /** Who has left and is not back. */
    public Departed departed() {
        return departed;
    }

    /** The others' names, sorted. */
    public ObservableList<String> names() {
        return FXCollections.unmodifiableObservableList(names);
    }

    /** What this side is called in the room, if that is not its own name; else empty. */
    public ReadOnlyStringProperty ownNameProperty() {
        return ownName.getReadOnlyProperty();
    }

    /** Somebody is there. */
    public void joined(EngineEvent.MemberJoined member) {
        departed.back(member.name());
        int place = Collections.binarySearch(names, member.name(), ORDER);
        if (place < 0) {
            names.add(-place - 1, member.name());
        }
    }

    /** Somebody has left. */
    public void left(EngineEvent.MemberLeft member) {
        names.remove(member.name());
        departed.left(member.name());
    }

    /** This side has a name that is not its own. */
    public void called(EngineEvent.RoomName own) {
        ownName.set(own.name());
    }

    /** The link is over, and with it the room. */
    public void clear() {
        names.clear();
        departed.clear();
        ownName.set("");
    }
}
