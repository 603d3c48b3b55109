package io.lamplink.common.ui.window;

import io.lamplink.common.history.HistoryFormat;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.control.IconMenus;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Fills the menu of the history. */
final class HistoryMenu {
    /** For how many days something can be kept; 0 for ever. */
    static final List<Integer> DAYS = List.of(0, 365, 90, 30, 7);

    private final Texts texts;
    private final HistoryActions actions;

    HistoryMenu(Texts texts, HistoryActions actions) {
        this.texts = texts;
        this.actions = actions;
    }

    void fill(MenuButton button, HistorySearch search) {
        IconMenus.name(button, texts.bind("history.menu.button"));
        MenuItem find = item("historyFind", "history.menu.search", search::open);
        find.setAccelerator(Shortcut.FIND.keys());
        button.getItems()
                .setAll(
                        find,
                        new SeparatorMenuItem(),
                        export(HistoryFormat.TEXT, "history.menu.export.text"),
                        export(HistoryFormat.HTML, "history.menu.export.html"),
                        export(HistoryFormat.JSON, "history.menu.export.json"),
                        new SeparatorMenuItem(),
                        keep(),
                        item("historyFile", "history.menu.file", actions::showFile),
                        item("historyClear", "history.menu.clear", actions::clear));
    }

    private MenuItem export(HistoryFormat format, String key) {
        String id = "history-" + format.extension();
        return item(id, key, () -> actions.export(format, new ExportWords(texts)));
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(texts.bind(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Menu keep() {
        Menu menu = new Menu();
        menu.setId("historyKeep");
        menu.textProperty().bind(texts.bind("history.menu.keep"));
        Map<RadioMenuItem, Predicate<Keeping>> choices = new LinkedHashMap<>();
        Runnable show = () -> choices.forEach((item, stands) ->
                item.setSelected(stands.test(actions.keepingProperty().get())));
        for (int days : DAYS) {
            Keeping keeping = new Keeping(true, days);
            RadioMenuItem item = choice("historyDays" + days, () -> actions.keep(keeping), show);
            item.textProperty().bind(words(days));
            choices.put(item, keeping::equals);
        }
        RadioMenuItem off = choice("historyOff", actions::keepNothingMore, show);
        off.textProperty().bind(texts.bind("history.menu.keep.off"));
        choices.put(off, now -> !now.on());
        menu.getItems().addAll(choices.keySet());
        menu.getItems().add(DAYS.size(), new SeparatorMenuItem());
        actions.keepingProperty().subscribe(_ -> show.run());
        return menu;
    }

    private ObservableValue<String> words(int days) {
        return days == 0
                ? texts.bind("history.menu.keep.ever")
                : texts.languageProperty().map(_ -> texts.get("history.menu.keep.days", days));
    }

    /** A choice stands for what is kept, also after a question about it was answered with no. */
    private static RadioMenuItem choice(String id, Runnable choose, Runnable show) {
        RadioMenuItem item = new RadioMenuItem();
        item.setId(id);
        item.setOnAction(_ -> {
            choose.run();
            show.run();
        });
        return item;
    }
}
