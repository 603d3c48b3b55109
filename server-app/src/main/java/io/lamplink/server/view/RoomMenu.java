package io.lamplink.server.view;

import io.lamplink.common.ui.theme.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

/** Fills the menu of what clients get of each other. */
final class RoomMenu {

    private RoomMenu() {}

    static void fill(MenuButton button, ServerViewModel model, Texts texts) {
        ObservableValue<String> words = texts.bind("room.button.tooltip");
        button.textProperty().bind(words); // What a screen reader is told of a menu button; the icon alone is shown.
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        button.getItems()
                .setAll(
                        item("shareSwitch", texts.bind("room.share.switch"), model.shareProperty()),
                        item("catchUpSwitch", texts.bind("room.catch-up.switch"), model.catchUpProperty()));
    }

    private static CheckMenuItem item(String id, ObservableValue<String> words, BooleanProperty on) {
        CheckMenuItem item = new CheckMenuItem();
        item.setId(id);
        item.textProperty().bind(words);
        item.selectedProperty().bindBidirectional(on);
        return item;
    }
}
