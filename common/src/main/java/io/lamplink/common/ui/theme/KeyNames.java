package io.lamplink.common.ui.theme;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** How keys are called: as on the keyboards of the system, and in the language of the window where they have a name. */
final class KeyNames {
    private final Texts texts;
    private final boolean mac;

    KeyNames(Texts texts, boolean mac) {
        this.texts = texts;
        this.mac = mac;
    }

    /** Names for the system that this runs on. */
    static KeyNames ofSystem(Texts texts) {
        return new KeyNames(
                texts,
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac"));
    }

    /** Keys that are pressed together, such as Ctrl+F or ⌘F. */
    String write(KeyCodeCombination keys) {
        StringBuilder names = new StringBuilder();
        if (mac) { // in the order that each system writes them
            add(names, keys.getAlt(), "⌥");
            add(names, keys.getShift(), "⇧");
            add(names, keys.getShortcut(), "⌘");
        } else {
            add(names, keys.getShortcut(), "Ctrl+");
            add(names, keys.getAlt(), "Alt+");
            add(names, keys.getShift(), "Shift+");
        }
        return names.append(name(keys.getCode())).toString();
    }

    private static void add(StringBuilder names, ModifierValue modifier, String name) {
        if (modifier == ModifierValue.DOWN) {
            names.append(name);
        }
    }

    private String name(KeyCode key) {
        return switch (key) {
            case SPACE -> texts.get("keys.name.space");
            case ENTER -> mac ? "↩" : texts.get("keys.name.enter");
            case DELETE -> mac ? "⌦" : texts.get("keys.name.delete");
            case ESCAPE -> "Esc";
            case PAGE_UP -> texts.get("keys.name.page-up");
            case PAGE_DOWN -> texts.get("keys.name.page-down");
            case UP -> "↑";
            case DOWN -> "↓";
            case COMMA -> ",";
            default -> key.getName();
        };
    }
}
