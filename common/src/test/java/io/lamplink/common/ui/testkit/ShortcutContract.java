package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What keys do in either window is what F1 tells. */
public abstract class ShortcutContract<E extends FakeEngine> extends WindowFixture<E> {
    private final Set<Shortcut> missing;

    /**
     * A contract for a window.
     *
     * @param missing what only the other window has
     */
    protected ShortcutContract(PlayedProgram<E> program, Set<Shortcut> missing) {
        super(program);
        this.missing = missing;
    }

    @Test
    void f1ListsAllOfThem() {
        press(Shortcut.HELP);
        Hands list = new Hands(beside().orElseThrow());
        Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
        assertEquals(there().map(one -> texts.get(one.words())).toList(), words(list, ".keys-row > .words"));
        assertEquals(
                there().flatMap(one -> one.ways().stream())
                        .map(way -> texts.get(() -> way))
                        .toList(),
                words(list, ".key-cap"));
        assertTrue(words(list, ".key-cap").containsAll(List.of("F1", "Ctrl+F", "Ctrl+,", "Shift+Enter", "Esc")));
        list.close();
    }

    @Test
    void theListFollowsTheLanguage() {
        press(Shortcut.HELP);
        Hands list = new Hands(beside().orElseThrow());
        choose("#languageButton", 1);
        assertEquals("键盘快捷键", list.stage().getTitle());
        assertEquals("任何位置", words(list, ".keys-group > .heading").getFirst());
        assertTrue(words(list, ".keys-row > .words").contains("发送消息"));
        list.close();
    }

    @Test
    void theSettingsLeadToTheList() {
        press(Shortcut.SETTINGS);
        Hands settings = new Hands(beside().orElseThrow());
        settings.click("#keysButton");
        assertTrue(windows().anyMatch(stage -> stage.getTitle().equals("Keyboard shortcuts")));
        Fx.run(() -> windows().filter(stage -> stage.getOwner() != null).forEach(Stage::hide));
    }

    @Test
    void theSearchTheStatusAndTheSettingsOpen() {
        press(Shortcut.FIND);
        assertTrue(node("#searchField").isFocused());
        for (Shortcut one : List.of(Shortcut.STATUS, Shortcut.SETTINGS)) {
            press(one);
            Stage opened = beside().orElseThrow();
            assertEquals(one == Shortcut.STATUS ? "Connection status" : "Settings", opened.getTitle());
            Fx.run(opened::hide);
        }
    }

    @Test
    void filesFoldersAndEmojiAreChosen() {
        connect();
        dialogs.files = List.of(Path.of("/tmp/a"));
        press(Shortcut.FILES);
        dialogs.folder = Optional.of(Path.of("/tmp/photos"));
        press(Shortcut.FOLDER);
        assertEquals(2, engine.sent.size());
        press(Shortcut.EMOJI);
        PopupWindow picker = Fx.get(() -> (PopupWindow) Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && !(window instanceof Tooltip))
                .findFirst()
                .orElseThrow());
        Fx.run(picker::hide);
    }

    @Test
    void nothingIsSentToNobody() {
        dialogs.files = List.of(Path.of("/tmp/a"));
        press(Shortcut.FILES);
        assertEquals(List.of(), engine.sent);
    }

    @Test
    void aKeyLeadsFromPartToPart() {
        connect();
        hands().click("#messageField");
        press(Shortcut.NEXT_PART);
        assertTrue(isIn(".rail"));
        press(Shortcut.NEXT_PART);
        assertTrue(isIn(".header"));
        press(Shortcut.NEXT_PART);
        assertTrue(isIn(".chat-log"));
        press(Shortcut.NEXT_PART);
        assertTrue(isIn(".composer"));
        press(Shortcut.PREVIOUS_PART);
        assertTrue(isIn(".chat-log"));
        assertTrue(node(".entries").isFocusVisible());
    }

    @Test
    void theWindowCloses() {
        press(Shortcut.EXIT);
        assertFalse(hands().stage().isShowing());
    }

    private Stream<Shortcut> there() {
        return Arrays.stream(Shortcut.values()).filter(one -> !missing.contains(one));
    }

    private boolean isIn(String selector) {
        return Fx.get(() -> {
            Node node = hands().stage().getScene().getFocusOwner();
            while (node != null && !node.getStyleClass().contains(selector.substring(1))) {
                node = node.getParent();
            }
            return node != null;
        });
    }

    private void press(Shortcut shortcut) {
        KeyCodeCombination keys = shortcut.keys();
        hands().press(Stream.of(
                        Optional.of(KeyCode.CONTROL).filter(_ -> keys.getShortcut() == ModifierValue.DOWN),
                        Optional.of(KeyCode.SHIFT).filter(_ -> keys.getShift() == ModifierValue.DOWN),
                        Optional.of(keys.getCode()))
                .flatMap(Optional::stream)
                .toArray(KeyCode[]::new));
    }

    private Optional<Stage> beside() {
        return Fx.get(() ->
                windows().filter(one -> hands().stage().equals(one.getOwner())).findFirst());
    }

    private static Stream<Stage> windows() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast);
    }

    private static List<String> words(Hands hands, String selector) {
        return hands.findAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
