package io.lamplink.common.ui.window;

import io.lamplink.common.history.HistoryAccess;
import io.lamplink.common.history.HistoryHits;
import io.lamplink.common.history.HistoryHits.Hit;
import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.theme.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in the history while somebody types them, and goes from one hit to the next, newest first. Lives on the
 * JavaFX thread; one question is on its way at a time.
 */
public final class HistorySearch {
    private static final int PAGE = 50;
    private static final HistoryQuery NOTHING = HistoryQuery.of("");

    private final HistoryAccess history;
    private final FxDoor door;
    private final PastFeed past;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final ReadOnlyObjectWrapper<HistoryQuery> query = new ReadOnlyObjectWrapper<>(this, "query", NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Phrase> position = new ReadOnlyObjectWrapper<>(this, "position");
    private final ReadOnlyObjectWrapper<@Nullable UUID> line = new ReadOnlyObjectWrapper<>(this, "line");
    private final List<Hit> hits = new ArrayList<>();
    private long total;
    private int at;
    private boolean more;
    private boolean asking;

    /** What a search has brought. */
    private record Answer(HistoryQuery to, HistoryHits hits, long total) {}

    HistorySearch(HistoryAccess history, FxDoor door, PastFeed past) {
        this.history = history;
        this.door = door;
        this.past = past;
        typed.subscribe(this::changed);
    }

    /** Whether somebody is searching. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What is typed. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** What is looked for; its words are to be marked in the log. */
    public ReadOnlyObjectProperty<HistoryQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /** Which of how many hits is shown, in words; null while nothing is looked for. */
    public ReadOnlyObjectProperty<@Nullable Phrase> positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The line of the log that has the present hit, by its id; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable UUID> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Begins to search; what was typed the last time is still there. */
    public void open() {
        open.set(true);
        changed();
    }

    /** Ends the search; the log stays where it is. */
    public void close() {
        open.set(false);
        query.set(NOTHING);
        none();
    }

    /** Goes to the next older hit. */
    public void older() {
        if (at + 1 < hits.size()) {
            goTo(at + 1);
        } else if (more && !asking) {
            HistoryQuery to = query.get();
            asking = true;
            door.receive(
                    history.search(to, hits.getLast().entry().key(), PAGE), next -> answered(to, () -> take(next)));
        }
    }

    /** Goes to the next newer hit. */
    public void newer() {
        if (at > 0) {
            goTo(at - 1);
        }
    }

    private void take(HistoryHits next) {
        hits.addAll(next.hits());
        more = next.more();
        if (at + 1 < hits.size()) {
            goTo(at + 1);
        }
    }

    private void changed() {
        if (open.get()) {
            query.set(HistoryQuery.of(typed.get()));
            if (query.get().isEmpty()) {
                none();
            } else if (!asking) {
                ask();
            }
        }
    }

    private void none() {
        hits.clear();
        more = false;
        total = 0;
        at = 0;
        position.set(null);
        line.set(null);
    }

    private void ask() {
        HistoryQuery to = query.get();
        asking = true;
        door.receive(
                history.search(to, Long.MAX_VALUE, PAGE)
                        .thenCombine(history.count(to), (found, count) -> new Answer(to, found, count)),
                answer -> answered(to, () -> show(answer)));
    }

    /** An answer to what is no longer asked is worth nothing. */
    private void answered(HistoryQuery to, Runnable use) {
        asking = false;
        if (!open.get() || query.get().isEmpty()) {
            return;
        }
        if (to.equals(query.get())) {
            use.run();
        } else {
            ask();
        }
    }

    private void show(Answer answer) {
        none();
        hits.addAll(answer.hits().hits());
        more = answer.hits().more();
        total = Math.max(answer.total(), hits.size());
        if (hits.isEmpty()) {
            position.set(Phrase.of("history.search.none"));
        } else {
            goTo(0);
        }
    }

    private void goTo(int hit) {
        at = hit;
        position.set(Phrase.of("history.search.position", hit + 1, total));
        past.reach(hits.get(hit).entry(), line::set);
    }
}
