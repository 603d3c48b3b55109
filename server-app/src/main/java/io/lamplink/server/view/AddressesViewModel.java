package io.lamplink.server.view;

import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.host.AddressScope;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.ui.control.HostWords;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.window.Port;
import io.lamplink.common.ui.window.WindowPorts;
import io.lamplink.server.engine.ServerEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How others get to this server: its addresses, and whether the network is told of it. Lives on the JavaFX thread. */
public final class AddressesViewModel {

    private static final String ANNOUNCE = "announce";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final ServerEngine engine;
    private final WindowPorts ports;
    private final Supplier<HostInfo> hosts;
    private final Settings settings;
    private final ObservableValue<String> portField;
    private final Consumer<Phrase> log;
    private final ObservableList<AddressItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable AddressItem> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ReadOnlyStringWrapper all = new ReadOnlyStringWrapper(this, "all", "");
    private final BooleanProperty announce = new SimpleBooleanProperty(this, "announce");
    private final ReadOnlyObjectWrapper<@Nullable Phrase> announceNote =
            new ReadOnlyObjectWrapper<>(this, "announceNote");
    private final ReadOnlyObjectWrapper<@Nullable Phrase> note = new ReadOnlyObjectWrapper<>(this, "note");
    private AnnounceState state = AnnounceState.OFF;
    private @Nullable InetSocketAddress listening;
    private HostInfo host;

    /**
     * A model on {@code engine}.
     *
     * @param hosts reads what is known of this machine; may take a while
     * @param portField the port that a person wants
     * @param log what is told in the log
     */
    AddressesViewModel(
            ServerEngine engine,
            WindowPorts ports,
            HostInfo host,
            Supplier<HostInfo> hosts,
            Settings settings,
            ObservableValue<String> portField,
            Consumer<Phrase> log) {
        this.engine = engine;
        this.ports = ports;
        this.host = host;
        this.hosts = hosts;
        this.settings = settings;
        this.portField = portField;
        this.log = log;
        announce.set(settings.get(ANNOUNCE).filter(YES::equals).isPresent());
        announce.subscribe(this::announce);
        if (announce.get()) {
            engine.announce(true);
        }
        portField.subscribe(this::show);
    }

    /** One for each address, the most useful first. */
    public ObservableList<AddressItem> items() {
        return items;
    }

    /** All of them, one a line. */
    public ReadOnlyStringProperty allProperty() {
        return all.getReadOnlyProperty();
    }

    /** The one whose code is shown; null if there is none. */
    public ObjectProperty<@Nullable AddressItem> chosenProperty() {
        return chosen;
    }

    /** What is to know before an address is given away, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Whether the network is told of this server; remembered. */
    public BooleanProperty announceProperty() {
        return announce;
    }

    /** What has come of that, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> announceNoteProperty() {
        return announceNote.getReadOnlyProperty();
    }

    /** What everybody reads if the network is told. */
    public String name() {
        return engine.name();
    }

    /** Reads the addresses anew, since networks come and go. */
    public void refresh() {
        ports.door().receive(CompletableFuture.supplyAsync(hosts), now -> {
            host = now;
            show();
        });
    }

    /** Takes note of what happened. */
    void take(EngineEvent event) {
        switch (event) {
            case EngineEvent.Listening(InetSocketAddress where) -> {
                listening = where;
                tellOnce(where);
            }
            case EngineEvent.ListeningStopped _, EngineEvent.ListenFailed _ -> listening = null;
            case EngineEvent.AnnouncementChanged(AnnounceState now, String name) -> {
                state = now;
                if (now == AnnounceState.ANNOUNCED) {
                    log.accept(Phrase.of("log.announce.on", name));
                }
            }
            default -> {
                return;
            }
        }
        show();
    }

    /** Who never had to do with the switch hears of it, once. */
    private void tellOnce(InetSocketAddress where) {
        if (!where.getAddress().isLoopbackAddress() && settings.get(ANNOUNCE).isEmpty()) {
            settings.put(ANNOUNCE, NO);
            log.accept(Phrase.of("log.announce.hint"));
        }
    }

    private void announce(boolean on) {
        if (on != settings.get(ANNOUNCE).filter(YES::equals).isPresent()) {
            settings.put(ANNOUNCE, on ? YES : NO);
            engine.announce(on);
        }
        show();
    }

    private void show() {
        List<AddressItem> now = host.addresses().stream()
                .filter(this::isListenedOn)
                .map(this::item)
                .toList();
        if (!items.equals(now)) {
            AddressItem before = chosen.get();
            items.setAll(now);
            all.set(now.stream().map(AddressItem::where).collect(Collectors.joining("\n")));
            chosen.set(now.stream()
                    .filter(item -> before != null
                            && item.card().equals(before.card())
                            && item.where().equals(before.where()))
                    .findFirst()
                    .or(() -> now.stream().filter(AddressItem::recommended).findFirst())
                    .or(() -> now.stream().findFirst())
                    .orElse(null));
        }
        note.set(note());
        announceNote.set(announceNote());
    }

    private boolean isListenedOn(HostAddress one) {
        InetSocketAddress where = listening;
        boolean beyond = one.scope() != AddressScope.LOOPBACK;
        if (where == null) {
            return beyond;
        }
        InetAddress address = where.getAddress();
        return address.isAnyLocalAddress() ? beyond : one.address().equals(address);
    }

    private AddressItem item(HostAddress one) {
        OptionalInt port = port();
        boolean recommended = host.isRecommended(one);
        if (port.isEmpty()) {
            return new AddressItem(one.text(), "", one.interfaceName(), HostWords.remark(host, one), recommended);
        }
        String where = AddressText.of(new InetSocketAddress(one.address(), port.getAsInt()));
        return new AddressItem(where, "wss://" + where, one.interfaceName(), HostWords.remark(host, one), recommended);
    }

    private OptionalInt port() {
        InetSocketAddress where = listening;
        return where == null ? Port.read(portField.getValue(), 1) : OptionalInt.of(where.getPort());
    }

    private @Nullable Phrase note() {
        InetSocketAddress where = listening;
        if (items.isEmpty()) {
            return Phrase.of("address.note.none");
        }
        if (where == null) {
            return Phrase.of("address.note.idle");
        }
        return where.getAddress().isLoopbackAddress() ? Phrase.of("address.note.loopback") : null;
    }

    private @Nullable Phrase announceNote() {
        if (!announce.get()) {
            return null;
        }
        return switch (state) {
            case OFF -> Phrase.of("announce.state.waiting");
            case ANNOUNCED -> Phrase.of("announce.state.on");
            case THIS_COMPUTER_ONLY -> Phrase.of("announce.state.loopback");
            case NO_NETWORK -> Phrase.of("announce.state.no-network");
            case FAILED -> Phrase.of("announce.state.failed");
        };
    }
}
