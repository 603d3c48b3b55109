package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.PeerStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The figures of the links, asked of the engine each second while somebody looks. */
public final class StatusViewModel {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Engine engine;
    private final WindowPorts ports;
    private final ObservableList<LinkFigures> links = FXCollections.observableArrayList();
    private Subscription asking = Subscription.EMPTY;

    /** Figures of {@code engine}. */
    public StatusViewModel(Engine engine, WindowPorts ports) {
        this.engine = engine;
        this.ports = ports;
    }

    /** One for each link that is up. */
    public ObservableList<LinkFigures> links() {
        return links;
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
        links.setAll(figures.stream().map(one -> LinkFigures.of(one, now)).toList());
    }
}
