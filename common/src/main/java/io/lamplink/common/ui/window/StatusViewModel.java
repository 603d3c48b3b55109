package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.PeerStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the links, asked of the engine each second while somebody looks, and which link is looked at. There may be
 * thousands of links: figures are made ready to show only for those that somebody sees.
 */
public final class StatusViewModel {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Engine engine;
    private final WindowPorts ports;
    private final ObservableList<LinkRow> links = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable LinkRow> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ReadOnlyIntegerWrapper answers = new ReadOnlyIntegerWrapper(this, "answers");
    private Subscription asking = Subscription.EMPTY;

    /** Figures of {@code engine}. */
    public StatusViewModel(Engine engine, WindowPorts ports) {
        this.engine = engine;
        this.ports = ports;
    }

    /** One for each link that is up, in the order in which they came. */
    public ObservableList<LinkRow> links() {
        return links;
    }

    /** The link that is looked at: there is one as long as there are links. */
    public ReadOnlyObjectProperty<@Nullable LinkRow> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Changes whenever there are new figures. */
    public ReadOnlyIntegerProperty answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** Looks at that link; one that has gone changes nothing. */
    public void choose(LinkRow link) {
        if (links.contains(link)) {
            chosen.set(link);
        }
    }

    /** Everything about the link that is looked at. */
    Optional<LinkFigures> figures() {
        return Optional.ofNullable(chosen.get())
                .map(link -> link.figures(ports.clock().instant()));
    }

    /** Starts asking; at once, then each second. */
    public void start() {
        asking.unsubscribe();
        asking = ports.ticker().every(INTERVAL, this::ask);
        ask();
    }

    /** Stops asking. */
    public void stop() {
        asking.unsubscribe();
        asking = Subscription.EMPTY;
    }

    private void ask() {
        ports.door().receive(engine.statistics(), this::show);
    }

    private void show(List<PeerStatistics> figures) {
        Instant now = ports.clock().instant();
        Map<UUID, PeerStatistics> up = new LinkedHashMap<>();
        figures.forEach(one -> up.put(one.peer().id(), one));
        int place = Math.max(0, links.indexOf(chosen.get()));
        links.removeIf(row -> !row.update(up.remove(row.id()), now));
        links.addAll(up.values().stream().map(one -> new LinkRow(one, now)).toList());
        if (!links.contains(chosen.get())) {
            chosen.set(links.isEmpty() ? null : links.get(Math.min(place, links.size() - 1)));
        }
        answers.set(answers.get() + 1);
    }
}
