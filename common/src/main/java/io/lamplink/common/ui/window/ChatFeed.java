package io.lamplink.common.ui.window;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the chat log, bounded in number and in characters: the oldest make room. Before those of this start stand the
 * ones that were brought from the history, as many as somebody wanted to see, with a bound of their own.
 */
final class ChatFeed {

    static final int MOST_LINES = 200_000;
    static final int MOST_CHARACTERS = 32_000_000;

    /** Of every ten lines nine stay when there are too many: to let go of one at a time would move all others each time. */
    private static final double STAYS = 0.9;

    /** How many lines can be brought from before. */
    static final int MOST_PAST = 200_000;

    private static final UUID DIVIDER = new UUID(0, 0);

    private final ObservableList<ChatEntry> entries = FXCollections.observableArrayList();
    private final Clock clock;
    private final Set<UUID> heard = new HashSet<>();
    private final Set<UUID> puzzling = new HashSet<>();
    private final List<ChatEntry> gathered = new ArrayList<>();
    private boolean gathering;
    private Runnable onTrimmed = () -> {};
    private News onNews = (_, _, _) -> {};
    private int past;
    private long characters;
    private long pastCharacters;
    private boolean lastIsEarlier;

    /** Hears of lines that somebody waits for, or should know of. */
    @FunctionalInterface
    interface News {
        /**
         * There is such a line.
         *
         * @param trouble whether something went wrong
         * @param card names the card of the transfer that says the same; null if none does
         */
        void tell(Phrase phrase, boolean trouble, @Nullable UUID card);
    }

    ChatFeed(Clock clock) {
        this.clock = clock;
    }

    ObservableList<ChatEntry> entries() {
        return entries;
    }

    /**
     * Does {@code work} and puts the lines that it adds into the log together: what follows the log is told once of all, and not of
     * each.
     */
    void gather(Runnable work) {
        boolean before = gathering;
        gathering = true;
        try {
            work.run();
        } finally {
            gathering = before;
            putDown();
        }
    }

    /** What was gathered is in the log now; to be called before anything else is done to the log. */
    private void putDown() {
        if (!gathered.isEmpty()) {
            List<ChatEntry> lines = List.copyOf(gathered);
            gathered.clear();
            entries.addAll(lines);
            makeRoom();
        }
    }

    /** How many messages of persons are in the log. */
    int messages() {
        putDown();
        return (int) entries.stream()
                .filter(entry -> entry instanceof ChatEntry.Own || entry instanceof ChatEntry.Theirs)
                .count();
    }

    void clear() {
        gathered.clear();
        entries.clear();
        heard.clear();
        characters = 0;
        past = 0;
        pastCharacters = 0;
        lastIsEarlier = false;
    }

    /** Called when lines have made room: what {@link #prepend} brought is gone, and so are the oldest after it. */
    void setOnTrimmed(Runnable action) {
        onTrimmed = action;
    }

    /** Called with each line that somebody waits for, or should know of. */
    void setOnNews(News news) {
        onNews = news;
    }

    /** Whether a line has that id. */
    boolean has(UUID id) {
        return heard.contains(id);
    }

    /** Whether lines from before can still be brought. */
    boolean hasRoom() {
        return past < MOST_PAST && pastCharacters < MOST_CHARACTERS;
    }

    /**
     * Brings lines from before all others.
     *
     * @param earlier oldest first
     * @param divider names what parts the first that come from those that are there
     */
    void prepend(List<ChatEntry> earlier, String divider) {
        if (earlier.isEmpty()) {
            return;
        }
        putDown();
        List<ChatEntry> lines = new ArrayList<>(earlier);
        if (past == 0 && !entries.isEmpty()) {
            lines.add(new ChatEntry.Divider(DIVIDER, Phrase.of(divider)));
        }
        earlier.forEach(entry -> heard.add(entry.id()));
        past += earlier.size();
        long length = earlier.stream().mapToLong(ChatFeed::length).sum();
        pastCharacters += length;
        characters += length;
        entries.addAll(0, lines);
    }

    /** Takes away what {@link #prepend} has brought. */
    void dropPast() {
        putDown();
        entries.subList(0, past).forEach(entry -> heard.remove(entry.id()));
        entries.remove(0, past);
        entries.removeIf(entry -> entry.id().equals(DIVIDER));
        characters -= pastCharacters;
        pastCharacters = 0;
        past = 0;
    }

    /** The line with that id; of what has a line of another name, the first notice from that time on. */
    Optional<UUID> lineOf(UUID id, Instant time) {
        if (has(id)) {
            return Optional.of(id);
        }
        putDown();
        return entries.stream()
                .filter(ChatEntry.Notice.class::isInstance)
                .map(ChatEntry.Notice.class::cast)
                .filter(notice -> !notice.time().isBefore(time))
                .map(ChatEntry.Notice::id)
                .findFirst();
    }

    void add(HostInfo host) {
        add(new ChatEntry.ThisComputer(UUID.randomUUID(), host));
    }

    /** Adds a line of the program; answers with what names it. */
    UUID note(Phrase phrase) {
        return add(phrase, ChatEntry.Tone.PLAIN, null);
    }

    /** Adds a line that something was done which somebody has asked for. */
    void result(Phrase phrase) {
        note(phrase);
        onNews.tell(phrase, false, null);
    }

    /** Adds a line that something went wrong; answers with what names it. */
    UUID warn(Phrase phrase) {
        return warn(phrase, null);
    }

    /** The same, of a transfer whose card says it too. */
    UUID warn(Phrase phrase, @Nullable UUID card) {
        UUID line = add(phrase, ChatEntry.Tone.ERROR, null);
        onNews.tell(phrase, true, card);
        return line;
    }

    /** Says that something of {@code peer} made no sense: once for each link, however much more of it comes. */
    void notUnderstood(Peer peer) {
        if (puzzling.add(peer.id())) {
            warn(Phrase.of("log.frame.ignored", peer.name()));
        }
    }

    /** Adds a line of the program that shows the file of a transfer small; answers with what names it. */
    UUID show(Phrase phrase, UUID transfer) {
        return add(phrase, ChatEntry.Tone.PLAIN, transfer);
    }

    private UUID add(Phrase phrase, ChatEntry.Tone tone, @Nullable UUID picture) {
        UUID id = UUID.randomUUID();
        add(new ChatEntry.Notice(id, clock.instant(), phrase, tone, picture));
        return id;
    }

    /** Lets a line of the program say something else, if it is still there. */
    void rephrase(UUID line, Phrase phrase) {
        putDown();
        for (int i = heard.contains(line) ? entries.size() - 1 : -1; i >= 0; i--) {
            if (entries.get(i) instanceof ChatEntry.Notice notice && notice.id().equals(line)) {
                entries.set(i, new ChatEntry.Notice(line, notice.time(), phrase, notice.tone(), notice.picture()));
                return;
            }
        }
    }

    /**
     * Adds a text that came. What was said earlier stands behind a divider, and is not told twice to who comes back.
     *
     * @param among whether its author is one of many
     */
    void add(EngineEvent.ChatReceived chat, boolean among) {
        if (chat.earlier() && heard.contains(chat.id())) {
            return;
        }
        part(chat.earlier());
        boolean passedOn = !chat.writer().isEmpty();
        String author = passedOn ? chat.writer() : chat.from().name();
        boolean direct =
                chat.direct() && !among; // A client's greeting is for the server alone, and needs no word of it.
        add(new ChatEntry.Theirs(chat.id(), chat.time(), author, chat.text(), passedOn || among, direct));
        lastIsEarlier = chat.earlier();
    }

    private void part(boolean earlier) {
        if (earlier != lastIsEarlier) {
            add(new ChatEntry.Divider(
                    UUID.randomUUID(), Phrase.of(earlier ? "chat.divider.earlier" : "chat.divider.now")));
        }
    }

    /**
     * Adds a text of ours.
     *
     * @param to the names of those it went to; empty for everyone
     */
    void add(EngineEvent.ChatSent chat, List<String> to, int recipients) {
        part(false);
        lastIsEarlier = false;
        add(new ChatEntry.Own(chat.id(), chat.time(), chat.text(), to, recipients, 0, 0));
    }

    void delivered(UUID message, int peers) {
        change(message, own -> own.deliveredToMore(peers));
    }

    void failed(UUID message) {
        change(message, ChatEntry.Own::failedForOneMore);
    }

    /** A message waits for one peer more, or for one less. */
    void waits(UUID message, boolean oneMore) {
        change(message, own -> own.waitingFor(oneMore));
    }

    /** A message goes out once more to some who could not be reached. */
    void sentAgain(UUID message, int peers) {
        change(message, own -> own.sentAgainTo(peers));
    }

    private void change(UUID message, UnaryOperator<ChatEntry.Own> change) {
        putDown();
        for (int i = heard.contains(message) ? entries.size() - 1 : -1; i >= 0; i--) {
            if (entries.get(i) instanceof ChatEntry.Own own && own.id().equals(message)) {
                entries.set(i, change.apply(own));
                return;
            }
        }
    }

    private void add(ChatEntry entry) {
        heard.add(entry.id());
        characters += length(entry);
        gathered.add(entry);
        if (!gathering) {
            putDown();
        }
    }

    private void makeRoom() {
        if (entries.size() - past > MOST_LINES || characters - pastCharacters > MOST_CHARACTERS) {
            dropPast();
            trim();
            onTrimmed.run();
        }
    }

    /** Lets go of the oldest lines, but never of the newest one. */
    private void trim() {
        int gone = 0;
        while (gone < entries.size() - 1
                && (entries.size() - gone > MOST_LINES * STAYS || characters > MOST_CHARACTERS * STAYS)) {
            ChatEntry oldest = entries.get(gone++);
            heard.remove(oldest.id());
            characters -= length(oldest);
        }
        entries.remove(0, gone);
    }

    private static int length(ChatEntry entry) {
        return switch (entry) {
            case ChatEntry.ThisComputer _, ChatEntry.Notice _, ChatEntry.Divider _ -> 0;
            case ChatEntry.Own own -> own.text().length();
            case ChatEntry.Theirs theirs -> theirs.text().length();
        };
    }
}
