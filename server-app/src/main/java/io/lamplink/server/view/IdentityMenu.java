package io.lamplink.server.view;

import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.ui.control.CopyButton;
import io.lamplink.common.ui.control.MenuColumn;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What opens beside the address: by what clients know this server, and whether they must encrypt. */
final class IdentityMenu {
    private final Texts texts;
    private final ObservableValue<@Nullable Fingerprint> fingerprint;

    IdentityMenu(Texts texts, ObservableValue<@Nullable Fingerprint> fingerprint) {
        this.texts = texts;
        this.fingerprint = fingerprint;
    }

    /** Fills {@code button}. */
    void fill(MenuButton button, CheckBox unencrypted) {
        VBox content = new MenuColumn(
                text("about", "listen.identity.about"),
                words(),
                digits(),
                copy(),
                unencrypted,
                text("about", "listen.unencrypted.about"));
        content.getStyleClass().add("identity");
        CustomMenuItem item = new CustomMenuItem(content, false);
        item.getStyleClass().add("identity-item");
        button.getItems().setAll(item);
    }

    private Label words() {
        Label words = new WrappedLabel("words");
        words.textProperty().bind(fingerprint.map(Fingerprint::sentence).orElse("…"));
        return words;
    }

    private Label digits() {
        Label digits = new WrappedLabel("digits");
        digits.textProperty().bind(fingerprint.map(Fingerprint::rows).orElse(""));
        return digits;
    }

    private CopyButton copy() {
        return CopyButton.worded(
                texts,
                "listen.identity.copy",
                fingerprint.map(known -> known.sentence() + "\n" + known.hex()).orElse(""));
    }

    private Label text(String style, String key) {
        return new WrappedLabel(style, texts.bind(key));
    }
}
