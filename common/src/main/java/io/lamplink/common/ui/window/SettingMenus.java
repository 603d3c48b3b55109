package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.IconMenus;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.theme.ThemeChoice;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Fills the menus by which a person chooses theme and language. */
final class SettingMenus {

    private SettingMenus() {}

    static void themes(MenuButton button, Look look, Texts texts) {
        IconMenus.name(button, texts.bind("settings.theme.button"));
        Runnable fill = () -> {
            ToggleGroup group = new ToggleGroup();
            button.getItems()
                    .setAll(look.choices().stream()
                            .map(choice -> {
                                RadioMenuItem item = item(group, look.choiceProperty(), choice, choice.token());
                                item.textProperty()
                                        .bind(texts.languageProperty().map(_ -> words(choice, texts)));
                                return item;
                            })
                            .toList());
        };
        fill.run();
        look.choices().subscribe(fill);
    }

    /** How a theme is called. */
    static String words(ThemeChoice choice, Texts texts) {
        return switch (choice) {
            case ThemeChoice.Own(Theme theme) -> texts.get(key(theme));
            case ThemeChoice.AsSystem() -> texts.get("settings.theme.system");
            case ThemeChoice.Sheet(String name) -> name;
        };
    }

    private static String key(Theme theme) {
        return switch (theme) {
            case MIDNIGHT -> "settings.theme.midnight";
            case DAYLIGHT -> "settings.theme.daylight";
            case HIGH_CONTRAST -> "settings.theme.high-contrast";
        };
    }

    static void languages(MenuButton button, Texts texts) {
        IconMenus.name(button, texts.bind("settings.language.button"));
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = item(group, texts.languageProperty(), language, language.token());
            item.setText(language.ownName());
            button.getItems().add(item);
        }
    }

    private static <T> RadioMenuItem item(ToggleGroup group, ObjectProperty<T> chosen, T value, String id) {
        RadioMenuItem item = new RadioMenuItem();
        item.setId(id);
        item.setToggleGroup(group);
        item.setOnAction(_ -> chosen.set(value));
        chosen.subscribe(now -> item.setSelected(value.equals(now)));
        return item;
    }
}
