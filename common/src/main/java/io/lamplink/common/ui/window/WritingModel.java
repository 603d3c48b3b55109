package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Who writes a text just now: others, in words, and the person here, which others are told. Lives on the JavaFX thread. */
public final class WritingModel {
    /** So long after it was told last that the person here writes it is told again; half of what it lasts. */
    static final Duration AGAIN_AFTER = EngineEvent.WritingChanged.LASTS.dividedBy(2);

    /** So many are counted; a server that tells of more is not believed. */
    static final int MOST = 20;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Engine engine;
    private final WindowPorts ports;
    private final Supplier<Set<UUID>> recipients;
    private final BooleanProperty told;
    private final Map<String, Instant> others = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Phrase> words = new ReadOnlyObjectWrapper<>(this, "words");
    private String draft = "";
    private @Nullable Telling telling;
    private @Nullable Subscription ticking;

    private record Telling(Set<UUID> to, Instant at) {}

    /** Nobody writes; {@code recipients} are those who would get what is written, empty for everyone. */
    WritingModel(Engine engine, WindowPorts ports, Supplier<Set<UUID>> recipients) {
        this.engine = engine;
        this.ports = ports;
        this.recipients = recipients;
        told = Remembered.flag(ports.settings(), "tell-writing", _ -> {});
        told.subscribe(() -> written(draft, true));
    }

    /** Whether others are told when the person here writes; remembered. */
    public BooleanProperty toldProperty() {
        return told;
    }

    /** Who else writes, in words; null for nobody. */
    public ReadOnlyObjectProperty<@Nullable Phrase> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /**
     * The person has changed what is written.
     *
     * @param anybody whether there is somebody who would get it
     */
    void written(String text, boolean anybody) {
        boolean grown = !text.equals(draft);
        draft = text;
        Set<UUID> to = recipients.get();
        boolean writes = anybody && told.get() && !text.isBlank();
        Telling before = telling;
        if (before != null && (!writes || !before.to().equals(to))) {
            engine.writing(false, before.to());
            telling = null;
        }
        if (writes && grown && (telling == null || isOver(telling.at(), AGAIN_AFTER))) {
            engine.writing(true, to);
            telling = new Telling(to, now());
        }
    }

    /** Takes note of what happened. */
    void handle(EngineEvent event) {
        switch (event) {
            case EngineEvent.WritingChanged(Peer from, String writer, boolean on) -> {
                String name = writer.isEmpty() ? from.name() : writer;
                if (!on) {
                    others.remove(name);
                } else if (others.size() < MOST || others.containsKey(name)) {
                    others.put(name, now());
                }
            }
            case EngineEvent.ChatReceived chat ->
                others.remove(chat.writer().isEmpty() ? chat.from().name() : chat.writer());
            case EngineEvent.MemberLeft member -> others.remove(member.name());
            case EngineEvent.PeerLeft left -> others.remove(left.peer().name());
            case EngineEvent.LinkChanged(LinkState now) when now != LinkState.CONNECTED -> others.clear();
            default -> {
                return;
            }
        }
        show();
    }

    private void tick() {
        others.values().removeIf(at -> isOver(at, EngineEvent.WritingChanged.LASTS));
        show();
    }

    private void show() {
        words.set(words());
        if (others.isEmpty() && ticking != null) {
            ticking.unsubscribe();
            ticking = null;
        } else if (!others.isEmpty() && ticking == null) {
            ticking = ports.ticker().every(SECOND, this::tick);
        }
    }

    private @Nullable Phrase words() {
        Iterator<String> names = others.keySet().iterator();
        return switch (others.size()) {
            case 0 -> null;
            case 1 -> Phrase.of("writing.one", names.next());
            case 2 -> Phrase.of("writing.two", names.next(), names.next());
            default -> Phrase.of("writing.many", others.size());
        };
    }

    /** Also if somebody has set the clock back. */
    private boolean isOver(Instant since, Duration time) {
        Duration passed = Duration.between(since, now());
        return passed.isNegative() || passed.compareTo(time) >= 0;
    }

    private Instant now() {
        return ports.clock().instant();
    }

    /** Ends what goes on by itself. */
    void close() {
        others.clear();
        show();
    }
}
