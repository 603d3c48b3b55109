package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Copies a text at one click, and says for a moment that it has. */
public final class CopyButton extends Button {

    private static final PseudoClass COPIED = PseudoClass.getPseudoClass("copied");
    private static final Duration SAID_FOR = Duration.seconds(2);

    private final FontIcon icon = new FontIcon(Feather.COPY);
    private final BooleanProperty copied = new SimpleBooleanProperty(this, "copied");
    private final PauseTransition moment = new PauseTransition(SAID_FOR);

    private CopyButton(ObservableValue<String> what) {
        this((Consumer<String> receiver) -> receiver.accept(what.getValue()));
    }

    private CopyButton(Consumer<Consumer<String>> what) {
        getStyleClass().add("copy-button");
        setGraphic(icon);
        copied.subscribe(this::show);
        moment.setOnFinished(_ -> copied.set(false));
        setOnAction(_ -> what.accept(this::take));
    }

    private void take(String text) {
        if (text.isEmpty()) {
            return; // It is not known yet.
        }
        copy(text);
        copied.set(true);
        moment.playFromStart();
    }

    /** A button that is an icon and says which text it copies: what {@code what} is when it is pressed. */
    public static CopyButton icon(Texts texts, ObservableValue<String> what) {
        return icon(texts, what.map(text -> Phrase.of("copy.text.button", text)), what);
    }

    /** The same, and says what {@code key} does. */
    public static CopyButton icon(Texts texts, String key, ObservableValue<String> what) {
        return icon(texts, new SimpleObjectProperty<>(Phrase.of(key)), what);
    }

    private static CopyButton icon(Texts texts, ObservableValue<Phrase> says, ObservableValue<String> what) {
        CopyButton button = new CopyButton(what);
        button.getStyleClass().add("icon-button");
        ObservableValue<String> words = button.words(texts, says);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(words);
        return button;
    }

    /** A button that is an icon, and copies {@code what}. */
    public static CopyButton icon(Texts texts, String what) {
        return icon(texts, new SimpleObjectProperty<>(what));
    }

    /** A button with words of its own, and copies what {@code what} is when it is pressed. */
    public static CopyButton worded(Texts texts, String key, ObservableValue<String> what) {
        return worded(texts, key, new CopyButton(what));
    }

    /** A button with words of its own; when it is pressed, {@code what} is to bring the text, at once or later. */
    public static CopyButton asking(Texts texts, String key, Consumer<Consumer<String>> what) {
        return worded(texts, key, new CopyButton(what));
    }

    private static CopyButton worded(Texts texts, String key, CopyButton button) {
        button.textProperty().bind(button.words(texts, new SimpleObjectProperty<>(Phrase.of(key))));
        return button;
    }

    private ObservableValue<String> words(Texts texts, ObservableValue<Phrase> before) {
        ObservableValue<Phrase> after = new SimpleObjectProperty<>(Phrase.of("copy.done.text"));
        return texts.bind(copied.flatMap(done -> done ? after : before));
    }

    private void show() {
        icon.setIconCode(copied.get() ? Feather.CHECK : Feather.COPY);
        pseudoClassStateChanged(COPIED, copied.get());
    }

    /** Puts {@code text} where other programs paste from. */
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
