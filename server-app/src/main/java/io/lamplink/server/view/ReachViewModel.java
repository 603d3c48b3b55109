package io.lamplink.server.view;

import io.lamplink.common.reach.Finding;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.WindowPorts;
import io.lamplink.server.engine.ServerEngine;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What keeps others out, looked for when a person asks. Lives on the JavaFX thread. */
public final class ReachViewModel {

    private final ServerEngine engine;
    private final WindowPorts ports;
    private final ObservableList<ReachItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Phrase> summary =
            new ReadOnlyObjectWrapper<>(this, "summary", Phrase.of("reach.summary.looking"));
    private boolean looking;

    ReachViewModel(ServerEngine engine, WindowPorts ports) {
        this.engine = engine;
        this.ports = ports;
    }

    /** What was seen: what keeps others out first. */
    public ObservableList<ReachItem> items() {
        return items;
    }

    /** All of it in a sentence. */
    public ReadOnlyObjectProperty<Phrase> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Looks, unless it does already. */
    public void look() {
        if (looking) {
            return;
        }
        looking = true;
        summary.set(Phrase.of("reach.summary.looking"));
        ports.door().receive(engine.checkReach(), this::show);
    }

    private void show(List<Finding> findings) {
        looking = false;
        items.setAll(findings.stream().map(ReachItem::of).toList());
        summary.set(summary(findings));
    }

    private static Phrase summary(List<Finding> findings) {
        if (findings.stream().anyMatch(one -> one.weight() == Finding.Weight.BLOCKS)) {
            return Phrase.of("reach.summary.blocked");
        }
        if (findings.stream().anyMatch(one -> one.weight() == Finding.Weight.UNKNOWN)) {
            return Phrase.of("reach.summary.unknown");
        }
        return Phrase.of("reach.summary.nothing");
    }
}
