package io.lamplink.client.view;

import io.lamplink.client.engine.ClientEngine;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.window.ConversationViewModel;
import io.lamplink.common.ui.window.Members;
import io.lamplink.common.ui.window.Port;
import io.lamplink.common.ui.window.Remembered;
import io.lamplink.common.ui.window.Sentences;
import io.lamplink.common.ui.window.SettingsViewModel;
import io.lamplink.common.ui.window.StatusViewModel;
import io.lamplink.common.ui.window.WindowPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the client's window shows and does. Lives on the JavaFX thread. */
public final class ClientViewModel {

    private static final int LOWEST_PORT = 1;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ClientEngine engine;
    private final ConversationViewModel conversation;
    private final StatusViewModel status;
    private final SettingsViewModel choices;
    private final Members members;
    private final StringProperty address;
    private final StringProperty port = new SimpleStringProperty(this, "port", "8080");
    private final ReadOnlyObjectWrapper<@Nullable Phrase> formProblem =
            new ReadOnlyObjectWrapper<>(this, "formProblem");
    private final ReadOnlyObjectWrapper<Phrase> title =
            new ReadOnlyObjectWrapper<>(this, "title", Phrase.of("client.header.idle.title"));
    private final ReadOnlyObjectWrapper<Phrase> about =
            new ReadOnlyObjectWrapper<>(this, "about", Phrase.of("client.header.idle.about"));
    private final ReadOnlyObjectWrapper<Phrase> startWord =
            new ReadOnlyObjectWrapper<>(this, "startWord", Phrase.of("connect.button.connect"));
    private final ReadOnlyObjectWrapper<Phrase> stopWord =
            new ReadOnlyObjectWrapper<>(this, "stopWord", Phrase.of("connect.button.disconnect"));
    private final ReadOnlyBooleanWrapper startable = new ReadOnlyBooleanWrapper(this, "startable", true);
    private final WindowPorts ports;
    private final TrustQuestions questions;
    private final PinQuestions pins;
    private final ReadOnlyBooleanWrapper encrypted = new ReadOnlyBooleanWrapper(this, "encrypted");
    private final ServersViewModel servers;
    private @Nullable Peer server;
    private @Nullable Instant nextTry;
    private @Nullable Subscription counting;
    private final ReadOnlyObjectWrapper<Phrase> sentence =
            new ReadOnlyObjectWrapper<>(this, "sentence", Phrase.of("status.client.idle"));
    private String attempt = "";

    /** A window's model on {@code engine} that remembers nothing. */
    ClientViewModel(ClientEngine engine, WindowPorts ports, HostInfo host) {
        this(engine, ports, host, Settings.inMemory());
    }

    /** A window's model on {@code engine}. */
    public ClientViewModel(ClientEngine engine, WindowPorts ports, HostInfo host, Settings settings) {
        this.engine = engine;
        this.ports = ports;
        members = new Members(ports.clock());
        questions = new TrustQuestions(engine, ports.dialogs(), ports.door());
        pins = new PinQuestions(engine, ports.dialogs(), ports.door());
        conversation = new ConversationViewModel(engine, ports, host);
        status = new StatusViewModel(engine, ports);
        choices = choices(engine, ports, conversation);
        address = new SimpleStringProperty(this, "address", host.recommendedAddress());
        servers = new ServersViewModel(engine.finder(), ports, settings, address, port);
        conversation.setOnFigures(this::showSentence);
        conversation.listen(this::handle);
    }

    /** The chat and the files. */
    public ConversationViewModel conversation() {
        return conversation;
    }

    /** The figures of the link. */
    public StatusViewModel status() {
        return status;
    }

    /** The servers to choose from. */
    public ServersViewModel servers() {
        return servers;
    }

    private static SettingsViewModel choices(
            ClientEngine engine, WindowPorts ports, ConversationViewModel conversation) {
        BooleanProperty comesBack = Remembered.flag(ports.settings(), "reconnect", engine::seekLostLinks);
        SettingsViewModel settings = new SettingsViewModel(engine, ports, conversation);
        settings.add(new SettingsViewModel.Switch(
                "reconnectSetting", "settings.reconnect.switch", "settings.reconnect.detail", comesBack));
        return settings;
    }

    /** What can be chosen. */
    public SettingsViewModel settings() {
        return choices;
    }

    /** Who else is in the room. */
    public Members members() {
        return members;
    }

    /** Where to connect to. */
    public StringProperty addressProperty() {
        return address;
    }

    /** The port, where the address names none. */
    public StringProperty portProperty() {
        return port;
    }

    /** What is wrong with the address or the port, or null. */
    public ReadOnlyObjectProperty<@Nullable Phrase> formProblemProperty() {
        return formProblem.getReadOnlyProperty();
    }

    /** Who is written to. */
    public ReadOnlyObjectProperty<Phrase> titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What is to know of them. */
    public ReadOnlyObjectProperty<Phrase> aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** Whether nobody between can read what is sent. */
    public ReadOnlyBooleanProperty encryptedProperty() {
        return encrypted.getReadOnlyProperty();
    }

    /** The sentence beside the lamp. */
    public ReadOnlyObjectProperty<Phrase> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What the button says that connects, or that ends a pause. */
    public ReadOnlyObjectProperty<Phrase> startWordProperty() {
        return startWord.getReadOnlyProperty();
    }

    /** What the button says that disconnects. */
    public ReadOnlyObjectProperty<Phrase> stopWordProperty() {
        return stopWord.getReadOnlyProperty();
    }

    /** Whether {@link #connect} does anything. */
    public ReadOnlyBooleanProperty startableProperty() {
        return startable.getReadOnlyProperty();
    }

    /** Ends what goes on by itself. */
    public void close() {
        stopCounting();
        servers.close();
        conversation.close();
    }

    /** Connects, if there is an address and the port is one; after a lost link tries at once to get it back. */
    public void connect() {
        if (state() == LinkState.RECONNECTING) {
            engine.tryNow();
            return;
        }
        OptionalInt number = Port.read(port.get(), LOWEST_PORT);
        if (address.get().isBlank()) {
            formProblem.set(Phrase.of("connect.problem.no-address"));
        } else if (number.isEmpty()) {
            formProblem.set(Phrase.of("connect.problem.bad-port"));
        } else {
            formProblem.set(null);
            engine.connect(address.get().strip(), number.getAsInt());
        }
    }

    /** Ends the link, or the attempt to make one. */
    public void disconnect() {
        engine.disconnect();
    }

    private void handle(EngineEvent event) {
        conversation.handle(event);
        switch (event) {
            case EngineEvent.Connecting(String where) -> connecting(where);
            case EngineEvent.Reconnecting(Duration in, int _) -> waitFor(in);
            case EngineEvent.ConnectFailed(ConnectProblem problem, String where) -> failed(problem, where);
            case EngineEvent.IdentityAsked asked -> questions.ask(asked);
            case EngineEvent.ClearAsked asked -> questions.ask(asked);
            case EngineEvent.PinAsked asked -> pins.ask(asked);
            case EngineEvent.PeerJoined(Peer peer) -> joined(peer);
            case EngineEvent.PeerLeft left -> left(left);
            case EngineEvent.MemberJoined member -> joined(member);
            case EngineEvent.MemberLeft member -> left(member);
            case EngineEvent.RoomName own -> called(own);
            case EngineEvent.LinkChanged _ -> showHeader();
            default -> {
                return; // Nothing else changes the sentence.
            }
        }
        showButtons();
        showSentence();
    }

    private LinkState state() {
        return conversation.stateProperty().get();
    }

    private void connecting(String where) {
        attempt = where;
        stopCounting();
        formProblem.set(null);
        if (state() != LinkState.RECONNECTING) { // A night without the server would fill the log.
            conversation.note(Phrase.of("log.connect.started", where));
        }
    }

    private void waitFor(Duration pause) {
        stopCounting();
        nextTry = ports.clock().instant().plus(pause);
        counting = ports.ticker().every(SECOND, this::showSentence);
    }

    private void stopCounting() {
        nextTry = null;
        Subscription ticks = counting;
        counting = null;
        if (ticks != null) {
            ticks.unsubscribe();
        }
    }

    private void showButtons() {
        boolean seeking = state() == LinkState.RECONNECTING;
        startWord.set(Phrase.of(seeking ? "connect.button.now" : "connect.button.connect"));
        stopWord.set(Phrase.of(seeking ? "connect.button.stop" : "connect.button.disconnect"));
        startable.set(state().canStart() || (seeking && nextTry != null));
    }

    private void failed(ConnectProblem problem, String where) {
        Phrase phrase = Sentences.of(problem, where);
        if (problem == ConnectProblem.CANCELLED) {
            conversation.note(phrase);
        } else {
            formProblem.set(phrase);
            conversation.warn(phrase);
        }
    }

    private void joined(Peer peer) {
        enter(peer);
        servers.met(peer);
        formProblem.set(null);
        String key = peer.isQt() ? "log.server.joined.original" : "log.server.joined";
        conversation.note(Phrase.of(key, AddressText.withZone(peer.address())));
    }

    private void left(EngineEvent.PeerLeft left) {
        enter(null);
        String where = AddressText.withZone(left.peer().address());
        if (left.byUs() && left.reason().orderly()) {
            conversation.note(Phrase.of("log.server.left", where));
        } else if (left.reason().orderly()) {
            conversation.note(Phrase.of("log.server.closed", where));
        } else {
            conversation.warn(Sentences.cause(left.reason())
                    .map(cause -> Phrase.of("log.server.lost.cause", where, cause))
                    .orElse(Phrase.of("log.server.lost", where)));
        }
    }

    /** Who was there already is told by the number in the header, not by a line for each. */
    private void joined(EngineEvent.MemberJoined member) {
        members.joined(member);
        if (!member.already()) {
            conversation.note(Phrase.of("log.member.joined", member.name()));
        }
    }

    private void left(EngineEvent.MemberLeft member) {
        members.left(member);
        conversation.note(Phrase.of("log.member.left", member.name()));
    }

    private void called(EngineEvent.RoomName own) {
        members.called(own);
        conversation.note(Phrase.of("log.member.name", own.name()));
    }

    private static String aboutKey(Peer peer) {
        if (peer.encrypted()) {
            return "client.header.about.encrypted";
        }
        return peer.isQt() ? "client.header.about.original" : "client.header.about.own";
    }

    private void enter(@Nullable Peer peer) {
        server = peer;
        if (peer == null) {
            members.clear();
        }
        encrypted.set(peer != null && peer.encrypted());
        showHeader();
    }

    private void showHeader() {
        Peer peer = server;
        if (!state().expectant()) {
            stopCounting();
        }
        if (state() == LinkState.RECONNECTING) {
            title.set(Phrase.of("client.header.lost.title"));
            about.set(Phrase.of("client.header.lost.about"));
        } else if (peer == null && state() == LinkState.WAITING) {
            title.set(Phrase.of("client.header.waiting.title"));
            about.set(Phrase.of("client.header.waiting.about"));
        } else if (peer == null) {
            title.set(Phrase.of("client.header.idle.title"));
            about.set(Phrase.of("client.header.idle.about"));
        } else {
            title.set(Phrase.of("header.title.name", peer.name()));
            about.set(Phrase.of(aboutKey(peer)));
        }
    }

    private void showSentence() {
        sentence.set(sentence());
    }

    private Phrase sentence() {
        Peer peer = server;
        return switch (state()) {
            case IDLE -> Phrase.of("status.client.idle");
            case WAITING -> Phrase.of("status.client.waiting", attempt);
            case CONNECTED -> peer == null ? Phrase.of("status.client.waiting", attempt) : connected(peer);
            case RECONNECTING -> reconnecting();
            case LOST -> Phrase.of("status.client.lost", attempt);
        };
    }

    private Phrase reconnecting() {
        Instant next = nextTry;
        if (next == null) {
            return Phrase.of("status.client.retrying");
        }
        long millis =
                Math.max(1, Duration.between(ports.clock().instant(), next).toMillis());
        Duration left = Duration.ofSeconds(Math.ceilDiv(millis, SECOND.toMillis()));
        return Phrase.of("status.client.reconnecting", new Amount.Span(left));
    }

    private Phrase connected(Peer peer) {
        String where = AddressText.withZone(peer.address());
        return conversation
                .roundTrip(peer)
                .map(delay -> Phrase.of("status.client.connected.delay", where, new Amount.Delay(delay)))
                .orElse(Phrase.of("status.client.connected", where));
    }
}
