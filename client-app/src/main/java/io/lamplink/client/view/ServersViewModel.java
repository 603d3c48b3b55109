package io.lamplink.client.view;

import io.lamplink.common.discovery.FoundServer;
import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.discovery.ServerFinder.Findings;
import io.lamplink.common.discovery.ServerFinder.Looking;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.control.ServerChoice;
import io.lamplink.common.ui.fx.FxInbox;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.window.WindowPorts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The servers that a person can choose from instead of writing an address. Lives on the JavaFX thread. */
public final class ServersViewModel {

    /** What is found is one thing, of which only the latest news counts. */
    private static final Object FINDINGS = new Object();

    private final ServerFinder finder;
    private final WindowPorts ports;
    private final StringProperty address;
    private final StringProperty port;
    private final RecentServers used;
    private final ObservableList<ServerChoice> found = FXCollections.observableArrayList();
    private final ObservableList<ServerChoice> recent = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Phrase> hint = new ReadOnlyObjectWrapper<>(this, "hint");
    private @Nullable Looking looking;
    private int search;

    ServersViewModel(
            ServerFinder finder, WindowPorts ports, Settings settings, StringProperty address, StringProperty port) {
        this.finder = finder;
        this.ports = ports;
        this.address = address;
        this.port = port;
        used = new RecentServers(settings);
        recent.setAll(used.all());
    }

    /** Those on the network, as far as they are known by now. */
    public ObservableList<ServerChoice> found() {
        return found;
    }

    /** Those that were used before, the latest first. */
    public ObservableList<ServerChoice> recent() {
        return recent;
    }

    /** What is said while none is found, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Looks on the network from now on: the list is open. */
    public void open() {
        close();
        int current = ++search;
        show(Findings.NONE);
        FxInbox<Findings> inbox = new FxInbox<>(ports.door(), ports.clock(), _ -> FINDINGS, told -> {
            if (current == search) {
                show(told.getLast());
            }
        });
        looking = finder.look(inbox::add);
    }

    /** Looks no more: the list is closed. */
    public void close() {
        Looking current = looking;
        looking = null;
        search++;
        if (current != null) {
            current.stop();
        }
    }

    /** Fills the fields. */
    public void choose(ServerChoice choice) {
        address.set(choice.address());
        port.set(choice.port());
    }

    /** Takes one that was used before off the list. */
    public void forget(ServerChoice choice) {
        used.remove(choice);
        recent.setAll(used.all());
    }

    /** What is in the fields has led to a server. */
    void met(Peer server) {
        used.add(address.get().strip(), port.get().strip(), server.name(), server.encrypted());
        recent.setAll(used.all());
    }

    private void show(Findings findings) {
        found.setAll(findings.servers().stream().map(ServersViewModel::choice).toList());
        if (findings.deaf()) {
            hint.set(Phrase.of("find.network.none"));
        } else {
            hint.set(found.isEmpty() ? Phrase.of("find.network.nobody") : null);
        }
    }

    private static ServerChoice choice(FoundServer server) {
        return new ServerChoice(
                server.name(), server.host(), Integer.toString(server.port()), server.where(), server.encrypted());
    }
}
