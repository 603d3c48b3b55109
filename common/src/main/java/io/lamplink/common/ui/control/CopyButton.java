package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
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

    /**
     * A button that is an icon.
     *
     * @param what is copied, asked for at each click
     */
    public CopyButton(Texts texts, Supplier<String> what) {
        getStyleClass().addAll("icon-button", "copy-button");
        setGraphic(icon);
        Tooltip tooltip = new Tooltip();
        setTooltip(tooltip);
        Runnable name = () -> {
            String words = copied.get() ? texts.get("copy.done.text") : texts.get("copy.text.button", what.get());
            tooltip.setText(words);
            setAccessibleText(words);
        };
        copied.subscribe(name);
        texts.languageProperty().subscribe(name);
        copied.subscribe(this::show);
        moment.setOnFinished(_ -> copied.set(false));
        setOnAction(_ -> {
            copy(what.get());
            copied.set(true);
            moment.playFromStart();
        });
    }

    private void show() {
        icon.setIconCode(copied.get() ? Feather.CHECK : Feather.COPY);
        pseudoClassStateChanged(COPIED, copied.get());
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
