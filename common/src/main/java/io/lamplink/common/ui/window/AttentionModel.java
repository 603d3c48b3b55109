package io.lamplink.common.ui.window;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told who looks elsewhere: each message counts until the window is in front again, and a burst of them makes
 * one notification and one sound. Who looks here is told nothing twice. Lives on the JavaFX thread.
 */
public final class AttentionModel {
    /** What follows a notification within this time is part of the same burst. */
    static final Duration BURST = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final WindowPorts ports;
    private final BooleanProperty undisturbed;
    private final BooleanProperty notices;
    private final BooleanProperty words;
    private final BooleanProperty sound;
    private final Set<UUID> underWay = new HashSet<>();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper(this, "unread");
    private final TitleModel title;
    private final ToastModel toasts;
    private final Subscription looking;
    private @Nullable Instant toldAt;

    AttentionModel(WindowPorts ports) {
        this.ports = ports;
        surroundings = ports.surroundings();
        undisturbed = Remembered.off(ports.settings(), "do-not-disturb");
        notices = Remembered.flag(ports.settings(), "notifications", _ -> {});
        words = Remembered.flag(ports.settings(), "notification-text", _ -> {});
        sound = Remembered.off(ports.settings(), "sound");
        title = new TitleModel(ports, unread.getReadOnlyProperty());
        toasts = new ToastModel(ports, () -> inFront() && !undisturbed.get());
        looking = surroundings.inFrontProperty().subscribe(this::look);
    }

    private void look(boolean inFront) {
        if (inFront) {
            unread.set(0);
            toldAt = null;
        }
    }

    /** How many messages came since the window was in front last. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** What the title says. */
    public TitleModel title() {
        return title;
    }

    /** What stands in the window for a moment. */
    public ToastModel toasts() {
        return toasts;
    }

    /** What can be switched. */
    List<SettingsViewModel.Switch> switches() {
        return List.of(
                new SettingsViewModel.Switch(
                        "undisturbedSetting",
                        "settings.undisturbed.switch",
                        "settings.undisturbed.detail",
                        undisturbed),
                new SettingsViewModel.Switch(
                        "noticesSetting", "settings.notices.switch", "settings.notices.detail", notices),
                new SettingsViewModel.Switch(
                        "noticeTextSetting", "settings.words.switch", "settings.words.detail", words),
                new SettingsViewModel.Switch("soundSetting", "settings.sound.switch", "settings.sound.detail", sound));
    }

    /** Takes note of what happened. */
    void handle(EngineEvent event) {
        switch (event) {
            case EngineEvent.ChatReceived chat when !chat.earlier() -> heard(chat);
            case EngineEvent.TransferChanged change -> moved(change.transfer());
            default -> {}
        }
    }

    private void heard(EngineEvent.ChatReceived chat) {
        if (!inFront()) {
            unread.set(unread.get() + 1);
            String writer = chat.writer().isEmpty() ? chat.from().name() : chat.writer();
            Phrase text = words.get() ? plain(chat.text()) : Phrase.of("notice.message.hidden");
            call(plain(writer), text);
        }
    }

    /** Only of what was seen on its way: what an earlier run has received is no news. */
    private void moved(TransferSnapshot now) {
        title.take(now);
        toasts.take(now);
        if (!now.ended()) {
            underWay.add(now.id());
        } else if (underWay.remove(now.id()) && !inFront()) {
            tellEnd(now);
        }
    }

    private void tellEnd(TransferSnapshot now) {
        boolean in = now.direction() == Direction.IN;
        Object name = words.get() ? now.name() : Phrase.of("notice.file.hidden");
        if (now.state() == State.COMPLETE && in) {
            call(Phrase.of("app.name"), Phrase.of("notice.file.arrived", name));
        } else if (now.state() == State.FAILED && now.failure() != FailureReason.CANCELLED) {
            call(Phrase.of("app.name"), Phrase.of(in ? "notice.file.failed" : "notice.file.unsent", name));
        }
    }

    private void call(Phrase from, Phrase text) {
        if (undisturbed.get() || isInBurst()) {
            return;
        }
        toldAt = now();
        if (notices.get()) {
            surroundings.show(from, text);
        }
        if (sound.get()) {
            surroundings.ring();
        }
    }

    private boolean isInBurst() {
        Instant told = toldAt;
        if (told == null) {
            return false;
        }
        Duration passed = Duration.between(told, now());
        return !passed.isNegative() && passed.compareTo(BURST) < 0;
    }

    private static Phrase plain(String text) {
        return Phrase.of("notice.plain", text);
    }

    private boolean inFront() {
        return surroundings.inFrontProperty().get();
    }

    private Instant now() {
        return ports.clock().instant();
    }

    /** Ends what goes on by itself. */
    void close() {
        looking.unsubscribe();
        title.close();
        toasts.close();
    }
}
