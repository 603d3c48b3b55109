package io.lamplink.server.view;

import io.lamplink.common.ui.control.IconMenus;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/** Fills the menu of what clients get of each other. */
final class RoomMenu {

    private RoomMenu() {}

    static void fill(MenuButton button, ServerViewModel model, Texts texts) {
        IconMenus.name(button, texts.bind("room.button.tooltip"));
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
