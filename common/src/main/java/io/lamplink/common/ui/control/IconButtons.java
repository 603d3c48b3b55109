package io.lamplink.common.ui.control;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons that show an icon alone: a tooltip and what a screen reader says tell what they do. */
final class IconButtons {
    private IconButtons() {}

    /** A button that does what {@code key} says. */
    static Button make(Texts texts, Ikon icon, String key) {
        return make(icon, texts.bind(key), texts.bind(key));
    }

    /** The same, whose tooltip names the keys of {@code shortcut} too. */
    static Button make(Texts texts, Ikon icon, String key, Shortcut shortcut) {
        return make(icon, texts.bind(key), texts.bind(key, shortcut));
    }

    private static Button make(Ikon icon, ObservableValue<String> spoken, ObservableValue<String> told) {
        Button button = new Button();
        button.getStyleClass().add("icon-button");
        button.setGraphic(new FontIcon(icon));
        button.accessibleTextProperty().bind(spoken);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(told);
        button.setTooltip(tooltip);
        return button;
    }
}
