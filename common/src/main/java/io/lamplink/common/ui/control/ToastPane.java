package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.emoji.EmojiSet;
import io.lamplink.common.ui.theme.Texts;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.beans.NamedArg;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A few words on one line, which come and go by themselves: the first of the items. It takes the room that is left to it and
 * asks for none, never takes the keyboard, and fades unless the system asks for reduced motion. A screen reader tells it.
 */
public final class ToastPane extends HBox {
    private static final Duration FADE = Duration.millis(180);
    private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

    private final Texts texts;
    private final Label label = ColourEmoji.in(new Label());
    private final Tooltip whole = ColourEmoji.in(new Tooltip());
    private final FontIcon sign = Ornament.of(Feather.CHECK);
    private final HBox toast = new HBox(sign, label);
    private final FadeTransition fade = new FadeTransition(FADE, toast);
    private ObservableList<ToastItem> items = FXCollections.observableArrayList();
    private boolean standing;

    /** A pane that speaks as {@code texts} does. */
    public ToastPane(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().add("toast-pane");
        setMinWidth(0);
        setPrefWidth(0);
        toast.getStyleClass().add("toast");
        toast.setMinWidth(0);
        label.setId("toastText");
        label.setAccessibleRole(AccessibleRole.TEXT);
        label.setMinWidth(0);
        label.setTooltip(whole);
        toast.setVisible(false);
        getChildren().add(toast);
        fade.setOnFinished(_ -> toast.setVisible(standing));
        texts.languageProperty().subscribe((_, _) -> show());
    }

    /** Shows {@code toasts} and whatever becomes of them. Called once. */
    public void setItems(ObservableList<ToastItem> toasts) {
        items = toasts;
        items.subscribe(this::show);
        show();
    }

    private void show() {
        boolean any = !items.isEmpty();
        if (any) {
            write(items.getFirst());
        }
        if (any != standing) {
            standing = any;
            appear(any);
        }
    }

    private void write(ToastItem item) {
        String words = SafeText.line(texts.get(item.words()));
        toast.pseudoClassStateChanged(TROUBLE, item.trouble());
        sign.setManaged(
                EmojiSet.get().at(words + ' ', 0).isEmpty()); // Most lines of the log begin with a sign of their own.
        sign.setVisible(sign.isManaged());
        sign.setIconCode(item.trouble() ? Feather.ALERT_TRIANGLE : Feather.CHECK);
        if (!words.equals(label.getText())) {
            label.setText(words);
            whole.setText(words);
            label.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private void appear(boolean on) {
        fade.stop();
        if (Platform.getPreferences().isReducedMotion()) {
            toast.setOpacity(1);
            toast.setVisible(on);
            return;
        }
        fade.setFromValue(on ? 0 : 1);
        fade.setToValue(on ? 1 : 0);
        toast.setVisible(true);
        fade.play();
    }
}
