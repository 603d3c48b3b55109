package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.TransferActions;
import io.lamplink.common.ui.control.TransferRow;
import io.lamplink.common.ui.fx.FxInbox;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Phrase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What both windows do alike: the chat, the files, who is there and how far away. Lives on the JavaFX thread. */
public final class ConversationViewModel {
    private static final int FEW_MESSAGES = 5;
    private static final Duration POLL = Duration.ofSeconds(2);

    private final Engine engine;
    private final WindowPorts ports;
    private final ChatFeed feed;
    private final TransferBoard board;
    private final PastFeed past;
    private final HistorySearch search;
    private final HistoryActions history;
    private final Audience audience = new Audience();
    private final WritingModel writing;
    private final AttentionModel attention;
    private final Giving giving;
    private final boolean amongMany;
    private final PeerFigures figures = new PeerFigures();
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final ReadOnlyObjectWrapper<LinkState> state = new ReadOnlyObjectWrapper<>(this, "state", LinkState.IDLE);
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper(this, "sendable");
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper(this, "writable");
    private final Retries retries;
    private final ReadOnlyObjectWrapper<LocalDate> today;
    private final Subscription polling;
    private Runnable onFigures = () -> {};

    /** A conversation with one peer through {@code engine} on {@code host}. */
    public ConversationViewModel(Engine engine, WindowPorts ports, HostInfo host) {
        this(engine, ports, host, false);
    }

    /**
     * A conversation through {@code engine} on {@code host}.
     *
     * @param amongMany whether each peer is one of many, told apart by the colours of their names
     */
    public ConversationViewModel(Engine engine, WindowPorts ports, HostInfo host, boolean amongMany) {
        this.engine = engine;
        this.amongMany = amongMany;
        this.ports = ports;
        feed = new ChatFeed(ports.clock());
        board = new TransferBoard(engine, ports, feed);
        feed.add(host);
        past = new PastFeed(
                ports.history(),
                ports.door(),
                feed,
                "chat.divider.start",
                ports.clock().instant());
        search = new HistorySearch(ports.history(), ports.door(), past);
        history = new HistoryActions(ports, feed, past);
        past.begin();
        writing = new WritingModel(engine, ports, audience::ids);
        attention = new AttentionModel(ports);
        feed.setOnNews(attention.toasts()::tell);
        draft.addListener((_, _, text) -> writing.written(text, sendable.get()));
        ports.settings().setOnEvent(event -> ports.door().execute(() -> feed.warn(Sentences.of(event))));
        sendable.bind(
                state.isEqualTo(LinkState.CONNECTED).and(audience.goneProperty().not()));
        giving = new Giving(engine, ports, audience, amongMany, state);
        writable.bind(sendable.or(state.isEqualTo(LinkState.RECONNECTING)));
        retries = new Retries(engine, audience.peers());
        today = new ReadOnlyObjectWrapper<>(this, "today", LocalDate.now(ports.clock()));
        polling = ports.ticker().every(POLL, this::poll);
    }

    /** Lets {@code receiver} hear the engine's events on the JavaFX thread, progress at most ten times a second. */
    public void listen(Consumer<EngineEvent> receiver) {
        FxInbox<EngineEvent> inbox = new FxInbox<>(
                ports.door(),
                ports.clock(),
                ConversationViewModel::replaceableBy,
                events -> feed.gather(() -> events.forEach(receiver)));
        engine.addListener(inbox::add);
    }

    private static @Nullable Object replaceableBy(EngineEvent event) {
        return switch (event) {
            case EngineEvent.TransferChanged change
            when !change.transfer().ended() -> change.transfer().id();
            case EngineEvent.WritingChanged change -> change.from().id() + change.writer();
            default -> null;
        };
    }

    /** The lines of the log, oldest first. */
    public ObservableList<ChatEntry> entries() {
        return feed.entries();
    }

    /** Which day it is here. */
    public ReadOnlyObjectProperty<LocalDate> todayProperty() {
        return today.getReadOnlyProperty();
    }

    /** Brings what was said before the oldest line, if there is anything. */
    public void showEarlier() {
        past.earlier();
    }

    /** Looks for words in what was said. */
    public HistorySearch search() {
        return search;
    }

    /** What can be done with the history. */
    public HistoryActions history() {
        return history;
    }

    /** Who writes just now. */
    public WritingModel writing() {
        return writing;
    }

    /** What is told to a person who looks elsewhere. */
    public AttentionModel attention() {
        return attention;
    }

    /** The transfers, newest first. */
    public ObservableList<TransferRow> transfers() {
        return board.rows();
    }

    /** How many transfers are under way, in words. */
    public ReadOnlyObjectProperty<Phrase> transferSummaryProperty() {
        return board.summaryProperty();
    }

    /** What the buttons of transfer cards do. */
    public TransferActions transferActions() {
        return board;
    }

    /** Who is there, in the order they came. */
    public ObservableList<Peer> peers() {
        return audience.peers();
    }

    /** The message as far as it is written. */
    public StringProperty draftProperty() {
        return draft;
    }

    /** What the lamp shows. */
    public ReadOnlyObjectProperty<LinkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there is somebody to write to. */
    public ReadOnlyBooleanProperty sendableProperty() {
        return sendable.getReadOnlyProperty();
    }

    /** Whether a message can be written: to somebody who is there, or to one who is being sought and gets it then. */
    public ReadOnlyBooleanProperty writableProperty() {
        return writable.getReadOnlyProperty();
    }

    /** Whether a file has arrived that was not saved yet. */
    public ReadOnlyBooleanProperty downloadableProperty() {
        return board.downloadableProperty();
    }

    /** Who is written to; empty for everyone. */
    public ReadOnlyObjectProperty<List<Peer>> chosenProperty() {
        return audience.chosenProperty();
    }

    /** Who is written to, in words; null for everyone. */
    public ReadOnlyObjectProperty<@Nullable Phrase> recipientsProperty() {
        return audience.wordsProperty();
    }

    /** Whether those who were chosen have left, so that nothing can be sent until others are. */
    public ReadOnlyBooleanProperty goneProperty() {
        return audience.goneProperty();
    }

    /** How long a message and its answer take; empty while unknown. */
    public Optional<Duration> roundTrip(Peer peer) {
        return figures.roundTrip(peer);
    }

    /** Whether what goes to and fro is encrypted, as far as is known yet. */
    public boolean encrypted(Peer peer) {
        return figures.encrypted(peer);
    }

    /** Called when round trips and other figures may have changed. */
    public void setOnFigures(Runnable action) {
        onFigures = action;
    }

    /** Writes to these from now on, or to everyone if there are none. */
    public void writeTo(Set<UUID> peers) {
        audience.choose(peers);
    }

    /** Sends what is written. */
    public void send() {
        String text = draft.get().strip();
        if (writable.get() && !text.isEmpty()) {
            engine.say(text, audience.ids());
            draft.set("");
        }
    }

    /** Sends a message once more to those it did not reach. */
    public void sendAgain(ChatEntry.Own message) {
        switch (retries.again(message, state.get() == LinkState.RECONNECTING)) {
            case BEGUN -> {}
            case NOBODY_THERE -> feed.warn(Phrase.of("chat.retry.nobody"));
            case UNKNOWN -> feed.warn(Phrase.of("chat.retry.unknown"));
        }
    }

    /** Says that the end of a text was left away because no message can be that long. */
    public void tellCut() {
        feed.warn(Phrase.of("composer.message.cut", ProtocolLimits.MAX_CHAT_CHARS));
    }

    /** How files get to those who are written to, or to others. */
    public Giving giving() {
        return giving;
    }

    /** Sends files and folders without a question. */
    public void sendFiles(List<Path> files) {
        if (!audience.goneProperty().get()) {
            files.forEach(file -> engine.sendFile(file, audience.ids()));
        }
    }

    /** Saves the newest file that has arrived and was not saved yet. */
    public void downloadNewest() {
        board.downloadNewest();
    }

    /** The files that are shown as pictures in the chat. */
    public ArrivedPictures pictures() {
        return board;
    }

    /** Opens a web page that was clicked in the chat. */
    public void browse(URI address) {
        ports.opener().browse(address);
    }

    /** Empties the log on screen; asks first if that is more than a little. What is in the history stays there. */
    public void clear() {
        int messages = feed.messages();
        boolean kept = history.keepingProperty().get().on();
        if (messages <= FEW_MESSAGES
                || ports.dialogs()
                        .confirm(
                                Phrase.of("clear.confirm.question"),
                                Phrase.of(
                                        kept ? "clear.confirm.detail" : "clear.confirm.detail.off",
                                        messages,
                                        Shortcut.FIND),
                                Phrase.of("clear.confirm.yes"))) {
            feed.clear();
            past.restart(ports.clock().instant());
            if (kept) {
                feed.note(Phrase.of("clear.done", Shortcut.FIND));
            }
        }
    }

    /** Whether the window may close; asks if something would be left for the next start. */
    public boolean mayClose() {
        return board.mayEnd();
    }

    /** Ends what goes on by itself. */
    public void close() {
        polling.unsubscribe();
        writing.close();
        attention.close();
    }

    /** Adds a line that something went wrong. */
    public void warn(Phrase phrase) {
        feed.warn(phrase);
    }

    /** Adds a line that something happened. */
    public void note(Phrase phrase) {
        feed.note(phrase);
    }

    /** Takes note of what happened. What is said of listening and connecting is the window's own affair. */
    public void handle(EngineEvent event) {
        writing.handle(event);
        attention.handle(event);
        switch (event) {
            case EngineEvent.LinkChanged(LinkState now) -> state.set(now);
            case EngineEvent.PeerJoined(Peer peer) -> audience.join(peer);
            case EngineEvent.PeerLeft left -> leave(left);
            case EngineEvent.ChatReceived chat -> feed.add(chat, amongMany);
            case EngineEvent.ChatSent chat -> sent(chat);
            case EngineEvent.ChatDelivered delivered ->
                feed.delivered(delivered.id(), delivered.by().size());
            case EngineEvent.ChatFailed failed -> {
                feed.failed(failed.id());
                retries.failed(failed.id(), failed.peer());
            }
            case EngineEvent.ChatWaiting waiting -> feed.waits(waiting.id(), waiting.waiting());
            case EngineEvent.ChatSentAgain again ->
                feed.sentAgain(again.id(), again.to().size());
            case EngineEvent.TransferChanged change -> board.take(change);
            case EngineEvent.SendFailed failed ->
                feed.warn(Sentences.of(
                        failed.problem(), String.valueOf(failed.file().getFileName())));
            case EngineEvent.FrameIgnored ignored -> feed.notUnderstood(ignored.peer());
            case EngineEvent.FileAskedFor asked ->
                feed.note(Phrase.of("log.file.asked-for", asked.peer().name(), asked.path()));
            case EngineEvent.Listening _,
                    EngineEvent.ListenFailed _,
                    EngineEvent.ListeningStopped _,
                    EngineEvent.AnnouncementChanged _,
                    EngineEvent.Connecting _,
                    EngineEvent.Reconnecting _,
                    EngineEvent.ConnectFailed _,
                    EngineEvent.MemberJoined _,
                    EngineEvent.MemberLeft _,
                    EngineEvent.RoomName _,
                    EngineEvent.WritingChanged _,
                    EngineEvent.IdentityAsked _,
                    EngineEvent.ClearAsked _,
                    EngineEvent.ClearTurnedAway _,
                    EngineEvent.PinAsked _,
                    EngineEvent.PinMissing _,
                    EngineEvent.PinLocked _,
                    EngineEvent.PinCrowd _ -> {}
        }
    }

    private void leave(EngineEvent.PeerLeft left) {
        audience.leave(left.peer().id(), !draft.get().isBlank());
        figures.forget(left.peer().id());
        retries.gone(left.peer());
    }

    private void sent(EngineEvent.ChatSent chat) {
        List<Peer> to = chat.to();
        int there = peers().size();
        if (chat.automatic() && !to.isEmpty() && there > 1) {
            return; // A greeting to each of a crowd would bury what is said; who came is told anyway.
        }
        feed.add(chat, there < 2 ? List.of() : to.stream().map(Peer::name).toList(), to.isEmpty() ? there : to.size());
    }

    private void poll() {
        LocalDate day = LocalDate.now(ports.clock());
        today.set(day.equals(today.get()) ? today.get() : day); // or the log would make all its lines anew
        if (!peers().isEmpty()) {
            ports.door().receive(engine.statistics(), now -> {
                figures.take(now);
                onFigures.run();
            });
        }
    }
}
