package io.lamplink.common.ui.window;

import io.lamplink.common.notice.Notice;
import io.lamplink.common.notice.Signals;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Those of a stage on a desktop. */
final class FrameSurroundings implements Surroundings {
    private final Stage stage;
    private final Texts texts;
    private final Signals signals;
    private final ReadOnlyBooleanWrapper inFront = new ReadOnlyBooleanWrapper(this, "inFront");
    private final Map<Window, Subscription> watched = new HashMap<>();
    private final Subscription watching;

    FrameSurroundings(Stage stage, Texts texts, Signals signals) {
        this.stage = stage;
        this.texts = texts;
        this.signals = signals;
        watching = Window.getWindows().subscribe(this::watch);
        watch();
    }

    /** Windows come and go; each has or has not the keyboard. */
    private void watch() {
        watched.entrySet().removeIf(entry -> {
            boolean gone = !entry.getKey().isShowing();
            if (gone) {
                entry.getValue().unsubscribe();
            }
            return gone;
        });
        for (Window window : Window.getWindows()) {
            if (belongs(window)) {
                watched.computeIfAbsent(window, this::follow);
            }
        }
        look();
    }

    private Subscription follow(Window window) {
        Subscription focus = window.focusedProperty().subscribe((_, _) -> look());
        return window instanceof Stage one ? focus.and(one.iconifiedProperty().subscribe((_, _) -> look())) : focus;
    }

    private boolean belongs(Window window) {
        for (@Nullable Window one = window; one != null; one = ownerOf(one)) {
            if (one.equals(stage)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Window ownerOf(Window window) {
        return switch (window) {
            case Stage one -> one.getOwner();
            case PopupWindow popup -> popup.getOwnerWindow();
            default -> null;
        };
    }

    private void look() {
        inFront.set(watched.keySet().stream().anyMatch(FrameSurroundings::isLookedAt));
    }

    /** Not every platform takes the keyboard from a window that becomes an icon. */
    private static boolean isLookedAt(Window window) {
        return window.isFocused() && !(window instanceof Stage one && one.isIconified());
    }

    @Override
    public ReadOnlyBooleanProperty inFrontProperty() {
        return inFront.getReadOnlyProperty();
    }

    @Override
    public void show(Phrase title, Phrase text) {
        signals.notifier().show(new Notice(texts.get(title), texts.get(text)));
    }

    @Override
    public void ring() {
        signals.bell().ring();
    }

    /** Follows nothing any more. */
    void close() {
        watching.unsubscribe();
        watched.values().forEach(Subscription::unsubscribe);
        watched.clear();
        signals.notifier().close();
    }
}
