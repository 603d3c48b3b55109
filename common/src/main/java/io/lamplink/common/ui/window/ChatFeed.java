package io.lamplink.common.ui.window;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lines of the chat log, bounded in number and in characters: the oldest make room. */
final class ChatFeed {

    static final int MOST_LINES = 2_000;
    static final int MOST_CHARACTERS = 8_000_000;

    private final ObservableList<ChatEntry> entries = FXCollections.observableArrayList();
    private final Clock clock;
    private long characters;

    ChatFeed(Clock clock) {
        this.clock = clock;
    }

    ObservableList<ChatEntry> entries() {
        return entries;
    }

    /** How many messages of persons are in the log. */
    int messages() {
        return (int) entries.stream()
                .filter(entry -> entry instanceof ChatEntry.Own || entry instanceof ChatEntry.Theirs)
                .count();
    }

    void clear() {
        entries.clear();
        characters = 0;
    }

    void add(HostInfo host) {
        add(new ChatEntry.ThisComputer(UUID.randomUUID(), host));
    }

    void note(Phrase phrase) {
        add(new ChatEntry.Notice(UUID.randomUUID(), clock.instant(), phrase, ChatEntry.Tone.PLAIN));
    }

    void warn(Phrase phrase) {
        add(new ChatEntry.Notice(UUID.randomUUID(), clock.instant(), phrase, ChatEntry.Tone.ERROR));
    }

    void add(EngineEvent.ChatReceived chat) {
        add(new ChatEntry.Theirs(chat.id(), chat.time(), chat.from().name(), chat.text()));
    }

    void add(EngineEvent.ChatSent chat, @Nullable String to, int recipients) {
        add(new ChatEntry.Own(chat.id(), chat.time(), chat.text(), to, recipients, 0, 0));
    }

    void delivered(UUID message) {
        change(message, ChatEntry.Own::deliveredToOneMore);
    }

    void failed(UUID message) {
        change(message, ChatEntry.Own::failedForOneMore);
    }

    private void change(UUID message, UnaryOperator<ChatEntry.Own> change) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof ChatEntry.Own own && own.id().equals(message)) {
                entries.set(i, change.apply(own));
                return;
            }
        }
    }

    private void add(ChatEntry entry) {
        entries.add(entry);
        characters += length(entry);
        while (entries.size() > MOST_LINES || (characters > MOST_CHARACTERS && entries.size() > 1)) {
            characters -= length(entries.removeFirst());
        }
    }

    private static int length(ChatEntry entry) {
        return switch (entry) {
            case ChatEntry.ThisComputer _, ChatEntry.Notice _ -> 0;
            case ChatEntry.Own own -> own.text().length();
            case ChatEntry.Theirs theirs -> theirs.text().length();
        };
    }
}
