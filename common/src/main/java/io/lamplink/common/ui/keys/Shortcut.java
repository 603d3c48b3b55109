package io.lamplink.common.ui.keys;

import io.lamplink.common.ui.theme.Keyed;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;

/** All that keys do beside moving the focus and pressing what has it. Whoever acts on a key asks here which one it is. */
public enum Shortcut implements Keyed {
    HELP(Area.WINDOW, "keys.window.help", with(KeyCode.F1)),
    ABOUT(Area.WINDOW, "keys.window.about", with(KeyCode.F1, KeyCombination.SHIFT_DOWN)),
    BACK(Area.WINDOW, "keys.window.back", with(KeyCode.ESCAPE)),
    NEXT_PART(Area.WINDOW, "keys.window.next-part", with(KeyCode.F6)),
    PREVIOUS_PART(Area.WINDOW, "keys.window.previous-part", with(KeyCode.F6, KeyCombination.SHIFT_DOWN)),
    FIND(Area.WINDOW, "keys.window.find", with(KeyCode.F, KeyCombination.SHORTCUT_DOWN)),
    FILES(Area.WINDOW, "keys.window.files", with(KeyCode.O, KeyCombination.SHORTCUT_DOWN)),
    FOLDER(Area.WINDOW, "keys.window.folder", with(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
    DOWNLOAD(Area.WINDOW, "keys.window.download", with(KeyCode.S, KeyCombination.SHORTCUT_DOWN)),
    EMOJI(Area.WINDOW, "keys.window.emoji", with(KeyCode.E, KeyCombination.SHORTCUT_DOWN)),
    STATUS(Area.WINDOW, "keys.window.status", with(KeyCode.I, KeyCombination.SHORTCUT_DOWN)),
    SETTINGS(Area.WINDOW, "keys.window.settings", with(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN)),
    EXIT(Area.WINDOW, "keys.window.exit", with(KeyCode.Q, KeyCombination.SHORTCUT_DOWN)),

    SEND(Area.MESSAGE, "keys.message.send", with(KeyCode.ENTER)),
    NEW_LINE(Area.MESSAGE, "keys.message.new-line", with(KeyCode.ENTER, KeyCombination.SHIFT_DOWN)),

    PASTE(Area.MESSAGE, "keys.message.paste", with(KeyCode.V, KeyCombination.SHORTCUT_DOWN)),

    COPY(Area.LOG, "keys.log.copy", with(KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
    SELECT_ALL(Area.LOG, "keys.log.all", with(KeyCode.A, KeyCombination.SHORTCUT_DOWN)),
    SELECT_UP(Area.LOG, "keys.log.up", with(KeyCode.UP, KeyCombination.SHIFT_DOWN)),
    SELECT_DOWN(Area.LOG, "keys.log.down", with(KeyCode.DOWN, KeyCombination.SHIFT_DOWN)),
    SELECT_NOTHING(Area.LOG, "keys.log.nothing", with(KeyCode.ESCAPE)),

    OLDER(Area.SEARCH, "keys.search.older", with(KeyCode.ENTER)),
    NEWER(Area.SEARCH, "keys.search.newer", with(KeyCode.ENTER, KeyCombination.SHIFT_DOWN)),

    SERVERS(
            Area.ADDRESS,
            "keys.address.servers",
            with(KeyCode.F4),
            with(KeyCode.DOWN),
            with(KeyCode.DOWN, KeyCombination.ALT_DOWN)),
    FORGET(Area.ADDRESS, "keys.address.forget", with(KeyCode.DELETE)),

    CHOOSE(Area.CLIENTS, "keys.clients.choose", with(KeyCode.SPACE)),
    WRITE(Area.CLIENTS, "keys.clients.write", with(KeyCode.ENTER)),
    CLIENT_MENU(Area.CLIENTS, "keys.clients.menu", with(KeyCode.F10, KeyCombination.SHIFT_DOWN)),

    ENTER_CARD(Area.TRANSFERS, "keys.transfers.enter", with(KeyCode.ENTER)),

    NEXT_GROUP(Area.EMOJI, "keys.emoji.next", with(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN)),
    PREVIOUS_GROUP(Area.EMOJI, "keys.emoji.previous", with(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN));

    /** Where keys count. */
    public enum Area {
        WINDOW("keys.area.window"),
        MESSAGE("keys.area.message"),
        LOG("keys.area.log"),
        SEARCH("keys.area.search"),
        ADDRESS("keys.area.address"),
        CLIENTS("keys.area.clients"),
        TRANSFERS("keys.area.transfers"),
        EMOJI("keys.area.emoji");

        private final String words;

        Area(String words) {
            this.words = words;
        }

        /** The key of the text that names it. */
        public String words() {
            return words;
        }

        /** What keys do there. */
        public List<Shortcut> shortcuts() {
            return Stream.of(Shortcut.values()).filter(one -> one.area == this).toList();
        }
    }

    private final Area area;
    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // Neither list nor combinations ever change.
    private final List<KeyCodeCombination> ways;

    Shortcut(Area area, String words, KeyCodeCombination... ways) {
        this.area = area;
        this.words = words;
        this.ways = List.of(ways);
    }

    private static KeyCodeCombination with(KeyCode key, Modifier... modifiers) {
        return new KeyCodeCombination(key, modifiers);
    }

    /** Where it counts. */
    public Area area() {
        return area;
    }

    /** The key of the text that says what it does. */
    public String words() {
        return words;
    }

    /** All ways to press it, at least one. */
    public List<KeyCodeCombination> ways() {
        return ways;
    }

    @Override
    public KeyCodeCombination keys() {
        return ways.getFirst();
    }

    /** Whether {@code event} is of its keys. */
    public boolean in(KeyEvent event) {
        return ways.stream().anyMatch(keys -> keys.match(event));
    }
}
