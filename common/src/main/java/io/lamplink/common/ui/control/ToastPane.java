package io.lamplink.common.ui.control;

import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.beans.NamedArg;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A few words in the upper corner of the log, which come and go by themselves. They never take the keyboard or the mouse, and
 * fade unless the system asks for reduced motion. A screen reader tells them.
 */
public final class ToastPane extends VBox {
    private static final Duration FADE = Duration.millis(180);

    private final Texts texts;
    private final Map<UUID, Label> labels = new HashMap<>();
    private ObservableList<ToastItem> items = FXCollections.observableArrayList();

    /** A pane that speaks as {@code texts} does. */
    public ToastPane(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().add("toast-pane");
        setMouseTransparent(true);
        setFillWidth(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        texts.languageProperty().subscribe((_, _) -> show());
    }

    /** Shows {@code toasts} and whatever becomes of them. Called once. */
    public void setItems(ObservableList<ToastItem> toasts) {
        items = toasts;
        items.subscribe(this::show);
        show();
    }

    private void show() {
        Set<UUID> wanted = new HashSet<>();
        for (ToastItem item : items) {
            wanted.add(item.id());
            Label label = labels.computeIfAbsent(item.id(), _ -> appear());
            String words = texts.get(item.words());
            if (!words.equals(label.getText())) {
                label.setText(words);
                label.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            }
        }
        labels.entrySet().removeIf(entry -> {
            boolean over = !wanted.contains(entry.getKey());
            if (over) {
                disappear(entry.getValue());
            }
            return over;
        });
    }

    private Label appear() {
        Label label = ColourEmoji.in(new Label());
        label.getStyleClass().add("toast");
        label.setAccessibleRole(AccessibleRole.TEXT);
        label.setMinWidth(0);
        getChildren().add(label);
        if (!isCalm()) {
            fade(label, 0, 1).play();
        }
        return label;
    }

    private void disappear(Label label) {
        if (isCalm()) {
            getChildren().remove(label);
        } else {
            FadeTransition going = fade(label, label.getOpacity(), 0);
            going.setOnFinished(_ -> getChildren().remove(label));
            going.play();
        }
    }

    private static FadeTransition fade(Label label, double from, double to) {
        FadeTransition fade = new FadeTransition(FADE, label);
        fade.setFromValue(from);
        fade.setToValue(to);
        return fade;
    }

    private static boolean isCalm() {
        return Platform.getPreferences().isReducedMotion();
    }
}
