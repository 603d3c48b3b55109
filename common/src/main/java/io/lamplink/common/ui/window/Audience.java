package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.theme.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Who is there, and who of them is written to: the chosen ones, or with nobody chosen everyone. */
final class Audience {

    private final ObservableList<Peer> peers = FXCollections.observableArrayList();
    private final Set<UUID> present = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<Peer>> chosen = new ReadOnlyObjectWrapper<>(this, "chosen", List.of());
    private final ReadOnlyObjectWrapper<@Nullable Phrase> words = new ReadOnlyObjectWrapper<>(this, "words");
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(this, "gone");

    /** Who is there, in the order they came. */
    ObservableList<Peer> peers() {
        return peers;
    }

    /** Who is written to; empty for everyone. */
    ReadOnlyObjectProperty<List<Peer>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The same in words; null for everyone. */
    ReadOnlyObjectProperty<@Nullable Phrase> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Whether those who were chosen have all left. */
    ReadOnlyBooleanProperty goneProperty() {
        return gone.getReadOnlyProperty();
    }

    void join(Peer peer) {
        if (present.add(peer.id())) {
            peers.add(peer);
        }
    }

    /**
     * A peer is no longer there.
     *
     * @param holdOn whether the last of the chosen stays so though it has gone: what was begun for it alone must not go to
     *     everyone
     */
    void leave(UUID peer, boolean holdOn) {
        if (present.remove(peer)) {
            peers.removeIf(one -> one.id().equals(peer));
        }
        List<Peer> left =
                chosen.get().stream().filter(one -> present.contains(one.id())).toList();
        if (!left.isEmpty() || !holdOn) {
            chosen.set(left);
        }
        say();
    }

    /** Writes to those of {@code ids} who are there, from now on; to everyone if there are none. */
    void choose(Set<UUID> ids) {
        chosen.set(peers.stream().filter(peer -> ids.contains(peer.id())).toList());
        say();
    }

    /** The chosen who are there; empty for everyone, and also if they have all gone. */
    Set<UUID> ids() {
        return chosen.get().stream().map(Peer::id).filter(present::contains).collect(Collectors.toUnmodifiableSet());
    }

    private void say() {
        List<Peer> now = chosen.get();
        gone.set(!now.isEmpty() && ids().isEmpty());
        if (now.isEmpty()) {
            words.set(null);
        } else if (gone.get()) {
            words.set(Phrase.of("recipient.gone", now.getFirst().name()));
        } else if (now.size() == 1) {
            words.set(Phrase.of("recipient.one", now.getFirst().name()));
        } else {
            words.set(Phrase.of("recipient.some", now.size()));
        }
    }
}
