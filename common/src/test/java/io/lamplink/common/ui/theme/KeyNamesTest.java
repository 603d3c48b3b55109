package io.lamplink.common.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/** Keys are called as they are on the keyboard that somebody has. */
final class KeyNamesTest {
    private static final KeyCodeCombination FOLDER =
            new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCodeCombination SETTINGS =
            new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCodeCombination SEND = new KeyCodeCombination(KeyCode.ENTER);
    private static final KeyCodeCombination CHOOSE = new KeyCodeCombination(KeyCode.SPACE);

    private final Texts english = new Texts(Language.ENGLISH, ZoneOffset.UTC);

    @Test
    void mostSystemsWriteWords() {
        KeyNames names = new KeyNames(english, false);
        assertEquals("Ctrl+Shift+O", names.write(FOLDER));
        assertEquals("Ctrl+,", names.write(SETTINGS));
        assertEquals("Enter", names.write(SEND));
        assertEquals("F1", names.write(new KeyCodeCombination(KeyCode.F1)));
    }

    @Test
    void aMacWritesSigns() {
        KeyNames names = new KeyNames(english, true);
        assertEquals("⇧⌘O", names.write(FOLDER));
        assertEquals("⌘,", names.write(SETTINGS));
        assertEquals("↩", names.write(SEND));
    }

    @Test
    void somethingThatKeysDoIsAnArgumentOfATextAndNamesHaveALanguage() {
        assertEquals("空格", new Texts(Language.CHINESE, ZoneOffset.UTC).get((Keyed) () -> CHOOSE));
        assertEquals(
                "Settings (" + english.get((Keyed) () -> SETTINGS) + ")",
                english.bind("settings.title", () -> SETTINGS).get());
    }
}
