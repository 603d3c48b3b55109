package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Keyed;
import io.lamplink.common.ui.theme.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows which keys do what in a window. */
final class KeysWindow {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 560;

    private final WindowFrame frame;
    private final Texts texts;
    private final Keyboard keyboard;
    private final OnDemand<SideWindow> window = new OnDemand<>(this::build);

    KeysWindow(WindowFrame frame, Keyboard keyboard) {
        this.frame = frame;
        this.texts = frame.texts();
        this.keyboard = keyboard;
    }

    /** Opens it, or brings it to the front. */
    void show() {
        window.get().show();
    }

    private SideWindow build() {
        return new SideWindow(frame, "keys.title", "keysPane", content(), WIDTH, HEIGHT);
    }

    private ReadingScroll content() {
        VBox groups = new VBox();
        groups.getStyleClass().add("settings-pane");
        for (Shortcut.Area area : Shortcut.Area.values()) {
            List<Shortcut> there = keyboard.shortcuts().stream()
                    .filter(one -> one.area() == area)
                    .toList();
            if (!there.isEmpty()) {
                groups.getChildren().add(group(area, there));
            }
        }
        ReadingScroll scroll = new ReadingScroll(groups);
        scroll.accessibleTextProperty().bind(texts.bind("keys.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private VBox group(Shortcut.Area area, List<Shortcut> shortcuts) {
        Label heading = new WrappedLabel("heading", texts.bind(area.words()));
        VBox group = new VBox(heading);
        group.getStyleClass().addAll("settings-group", "keys-group");
        shortcuts.forEach(one -> group.getChildren().add(row(one)));
        return group;
    }

    private HBox row(Shortcut shortcut) {
        Label words = new WrappedLabel("words", texts.bind(shortcut.words()));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        FlowPane keys = new FlowPane();
        keys.getStyleClass().add("keys");
        shortcut.ways().forEach(way -> keys.getChildren().add(cap(way)));
        HBox row = new HBox(words, keys);
        row.getStyleClass().add("keys-row");
        return row;
    }

    private Label cap(KeyCodeCombination way) {
        Keyed keyed = () -> way;
        Label cap = new WrappedLabel("key-cap", texts.languageProperty().map(_ -> texts.get(keyed)));
        cap.setWrapText(false);
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }
}
