package io.lamplink.server.view;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ClientActions;
import io.lamplink.common.ui.control.ClientRow;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.window.ConversationViewModel;
import io.lamplink.common.ui.window.Departed;
import io.lamplink.common.ui.window.Port;
import io.lamplink.common.ui.window.Remembered;
import io.lamplink.common.ui.window.Sentences;
import io.lamplink.common.ui.window.SettingsViewModel;
import io.lamplink.common.ui.window.StatusViewModel;
import io.lamplink.common.ui.window.WindowPorts;
import io.lamplink.server.engine.ServerEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the server's window shows and does. Lives on the JavaFX thread. */
public final class ServerViewModel implements ClientActions {

    private static final int ANY_FREE_PORT = 0;

    private final ServerEngine engine;
    private final ConversationViewModel conversation;
    private final StatusViewModel status;
    private final StringProperty address;
    private final StringProperty port = new SimpleStringProperty(this, "port", "8080");
    private final Clients clients;
    private final PinModel pin;
    private final BooleanProperty share;
    private final BooleanProperty catchUp;
    private final BooleanProperty unencrypted;
    private final SettingsViewModel choices;
    private final ReadOnlyObjectWrapper<@Nullable Phrase> formProblem =
            new ReadOnlyObjectWrapper<>(this, "formProblem");
    private final ReadOnlyObjectWrapper<Phrase> sentence =
            new ReadOnlyObjectWrapper<>(this, "sentence", Phrase.of("status.server.idle"));
    private final ReadOnlyObjectWrapper<Phrase> title =
            new ReadOnlyObjectWrapper<>(this, "title", Phrase.of("client.everyone.name"));
    private final ReadOnlyObjectWrapper<Phrase> about =
            new ReadOnlyObjectWrapper<>(this, "about", Phrase.of("server.header.idle.about"));
    private final ReadOnlyObjectWrapper<Phrase> hint =
            new ReadOnlyObjectWrapper<>(this, "hint", Phrase.of("client.empty.idle"));
    private Runnable onWrite = () -> {};
    private final ReadOnlyObjectWrapper<@Nullable Fingerprint> fingerprint =
            new ReadOnlyObjectWrapper<>(this, "fingerprint");
    private final AddressesViewModel addresses;
    private final ReachViewModel reach;
    private @Nullable InetSocketAddress listening;

    /** A window's model on {@code engine} that remembers nothing. */
    ServerViewModel(ServerEngine engine, WindowPorts ports, HostInfo host) {
        this(engine, ports, () -> host, Settings.inMemory());
    }

    /**
     * A window's model on {@code engine}.
     *
     * @param hosts reads what is known of this machine; may take a while
     */
    public ServerViewModel(ServerEngine engine, WindowPorts ports, Supplier<HostInfo> hosts, Settings settings) {
        HostInfo host = hosts.get();
        this.engine = engine;
        conversation = new ConversationViewModel(engine, ports, host, true);
        clients = new Clients(conversation, new Departed(ports.clock()));
        status = new StatusViewModel(engine, ports);
        address = new SimpleStringProperty(this, "address", host.recommendedAddress());
        addresses = new AddressesViewModel(engine, ports, host, hosts, settings, port, conversation::note);
        reach = new ReachViewModel(engine, ports);
        conversation.setOnFigures(clients::figuresChanged);
        conversation.listen(this::handle);
        share = Remembered.flag(ports.settings(), "share", engine::share);
        catchUp = Remembered.flag(ports.settings(), "catch-up", engine::catchUp);
        unencrypted = new SimpleBooleanProperty(this, "unencrypted", engine.unencryptedAllowed());
        unencrypted.addListener((_, _, on) -> engine.allowUnencrypted(on));
        choices = new SettingsViewModel(engine, ports, conversation);
        addSettings();
        ports.door().receive(CompletableFuture.supplyAsync(engine::fingerprint), fingerprint::set);
        pin = new PinModel(engine, ports.door(), new SecureRandom());
    }

    private void addSettings() {
        choices.add(new SettingsViewModel.Switch("shareSetting", "room.share.switch", "settings.share.detail", share));
        choices.add(new SettingsViewModel.Switch(
                "catchUpSetting", "room.catch-up.switch", "settings.catch-up.detail", catchUp));
        choices.add(new SettingsViewModel.Switch(
                "announceSetting", "announce.switch.text", "settings.announce.detail", addresses.announceProperty()));
        choices.add(new SettingsViewModel.Switch(
                "unencryptedSetting", "listen.unencrypted.switch", "settings.unencrypted.detail", unencrypted));
    }

    /** What can be chosen. */
    public SettingsViewModel settings() {
        return choices;
    }

    /** The chat and the files. */
    public ConversationViewModel conversation() {
        return conversation;
    }

    /** The figures of the links. */
    public StatusViewModel status() {
        return status;
    }

    /** How others get to this server. */
    public AddressesViewModel addresses() {
        return addresses;
    }

    /** What keeps others out. */
    public ReachViewModel reach() {
        return reach;
    }

    /** The address to listen on. */
    public StringProperty addressProperty() {
        return address;
    }

    /** The port to listen on. */
    public StringProperty portProperty() {
        return port;
    }

    /** What is wrong with the address or the port, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> formProblemProperty() {
        return formProblem.getReadOnlyProperty();
    }

    /** By what clients know this server; null until that has been read. */
    public ReadOnlyObjectProperty<@Nullable Fingerprint> fingerprintProperty() {
        return fingerprint.getReadOnlyProperty();
    }

    /** The PIN that clients are asked for. */
    public PinModel pin() {
        return pin;
    }

    /** Whether clients on other machines may do without encryption; forgotten with the program. */
    public BooleanProperty unencryptedProperty() {
        return unencrypted;
    }

    /** The sentence beside the lamp. */
    public ReadOnlyObjectProperty<Phrase> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Who is written to. */
    public ReadOnlyObjectProperty<Phrase> titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What that means. */
    public ReadOnlyObjectProperty<Phrase> aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** Who is connected, in the order they came. */
    public ObservableList<ClientRow> clients() {
        return clients.rows();
    }

    /** Who was connected and has left. */
    public Departed departed() {
        return clients.departed();
    }

    /** What to do while nobody is connected. */
    public ReadOnlyObjectProperty<Phrase> hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Whether a text of a client goes to all other clients too; remembered. */
    public BooleanProperty shareProperty() {
        return share;
    }

    /** Whether a client that comes late gets the last messages and files; remembered. */
    public BooleanProperty catchUpProperty() {
        return catchUp;
    }

    /** Called when a message to one client is to be written. */
    void setOnWrite(Runnable action) {
        onWrite = action;
    }

    /** Starts to listen, if the port is one. */
    public void listen() {
        OptionalInt number = Port.read(port.get(), ANY_FREE_PORT);
        if (number.isEmpty()) {
            formProblem.set(Phrase.of("listen.problem.bad-port"));
            return;
        }
        formProblem.set(null);
        engine.listen(address.get().strip(), number.getAsInt());
    }

    /** Stops listening and ends every link. */
    public void stop() {
        engine.stop();
    }

    @Override
    public void choose(Set<UUID> chosen) {
        conversation.writeTo(chosen);
        showHeader();
    }

    @Override
    public void write(UUID client) {
        choose(Set.of(client));
        onWrite.run();
    }

    @Override
    public void sendFiles(UUID client) {
        conversation.giving().chooseFilesFor(Set.of(client));
    }

    @Override
    public void give(Set<UUID> clients, List<Path> files) {
        conversation.giving().offer(files, clients);
    }

    @Override
    public void pointAt(@Nullable Set<UUID> clients) {
        conversation.giving().pointAt(clients);
    }

    @Override
    public void letGo(UUID client) {
        engine.remove(client);
    }

    private void handle(EngineEvent event) {
        conversation.handle(event);
        handleOwn(event);
        addresses.take(event);
    }

    private void handleOwn(EngineEvent event) {
        switch (event) {
            case EngineEvent.TransferChanged change -> {
                clients.take(change);
                return;
            }
            case EngineEvent.Listening(InetSocketAddress where) -> listening(where);
            case EngineEvent.ListenFailed failed -> failed(failed);
            case EngineEvent.ListeningStopped _ -> conversation.note(Phrase.of("log.listen.stopped"));
            case EngineEvent.ClearTurnedAway(InetAddress where) ->
                conversation.note(Phrase.of("log.client.unencrypted", AddressText.withZone(where)));
            case EngineEvent.PinMissing(InetAddress where) ->
                conversation.note(Phrase.of("log.pin.missing", AddressText.withZone(where)));
            case EngineEvent.PinLocked(InetAddress where, Duration left) ->
                conversation.note(Phrase.of("log.pin.locked", AddressText.withZone(where), new Amount.Span(left)));
            case EngineEvent.PinCrowd _ -> conversation.warn(Phrase.of("log.pin.crowd"));
            case EngineEvent.PeerJoined(Peer peer) -> joined(peer);
            case EngineEvent.PeerLeft left -> left(left);
            case EngineEvent.LinkChanged _ -> {}
            default -> {
                return; // Nothing else changes the list or the sentence.
            }
        }
        showHeader();
        sentence.set(sentence());
        hint.set(hint());
    }

    private void listening(InetSocketAddress where) {
        listening = where;
        departed().clear();
        formProblem.set(null);
        conversation.note(Phrase.of("log.listen.started", place(where)));
    }

    private void failed(EngineEvent.ListenFailed failed) {
        Phrase problem = Sentences.of(failed.problem(), failed.host(), failed.port());
        formProblem.set(problem);
        conversation.warn(problem);
    }

    private void joined(Peer peer) {
        clients.joined(peer);
        String key = peer.isQt() ? "log.client.joined.original" : "log.client.joined";
        conversation.note(Phrase.of(key, peer.name(), AddressText.withZone(peer.address())));
    }

    private void left(EngineEvent.PeerLeft left) {
        clients.left(left.peer());
        String name = left.peer().name();
        if (left.byUs() && left.reason().orderly()) {
            conversation.note(Phrase.of("log.client.sent-away", name));
        } else if (left.reason().orderly()) {
            conversation.note(Phrase.of("log.client.left", name));
        } else {
            conversation.warn(Sentences.cause(left.reason())
                    .map(cause -> Phrase.of("log.client.lost.cause", name, cause))
                    .orElse(Phrase.of("log.client.lost", name)));
        }
    }

    private void showHeader() {
        List<Peer> chosen = conversation.chosenProperty().get();
        if (conversation.goneProperty().get()) {
            title.set(Phrase.of("header.title.name", chosen.getFirst().name()));
            about.set(Phrase.of("server.header.gone.about"));
        } else if (chosen.size() == 1) {
            title.set(Phrase.of("header.title.name", chosen.getFirst().name()));
            about.set(Phrase.of("server.header.client.about", chosen.getFirst().name()));
        } else if (!chosen.isEmpty()) {
            title.set(Phrase.of("server.header.some.title", chosen.size()));
            about.set(Phrase.of("server.header.some.about", chosen.size()));
        } else {
            boolean idle = conversation.stateProperty().get().canStart();
            title.set(Phrase.of("client.everyone.name"));
            about.set(Phrase.of(idle ? "server.header.idle.about" : "server.header.everyone.about"));
        }
    }

    private Phrase hint() {
        InetSocketAddress where = listening;
        boolean idle = conversation.stateProperty().get().canStart();
        return idle || where == null ? Phrase.of("client.empty.idle") : Phrase.of("client.empty.waiting", place(where));
    }

    private Phrase sentence() {
        InetSocketAddress where = listening;
        LinkState state = conversation.stateProperty().get();
        if (state == LinkState.IDLE) {
            return Phrase.of("status.server.idle");
        }
        if (where == null) {
            return Phrase.of(state == LinkState.LOST ? "status.server.lost" : "status.server.starting");
        }
        return switch (state) {
            case IDLE, LOST, RECONNECTING -> Phrase.of("status.server.lost");
            case WAITING -> Phrase.of("status.server.waiting", place(where));
            case CONNECTED ->
                Phrase.of(
                        "status.server.connected",
                        place(where),
                        conversation.peers().size());
        };
    }

    private static Object place(InetSocketAddress where) {
        boolean everywhere = where.getAddress() != null && where.getAddress().isAnyLocalAddress();
        return everywhere ? Phrase.of("address.everywhere", Integer.toString(where.getPort())) : AddressText.of(where);
    }
}
