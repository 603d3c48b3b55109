package io.lamplink.common.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

/** Menu buttons that show their icon alone. */
public final class IconMenus {
    private IconMenus() {}

    /** Names {@code button}: JavaFX tells screen readers the text of a menu button, so it has one that is not shown. */
    public static void name(MenuButton button, ObservableValue<String> words) {
        button.textProperty().bind(words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
    }
}
