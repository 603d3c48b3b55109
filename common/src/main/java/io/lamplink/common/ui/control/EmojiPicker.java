package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * A small window of emoji: search, categories, a grid and the skin tone. The search field keeps the keyboard: arrows move
 * through the grid, Enter picks, Escape closes.
 */
final class EmojiPicker extends VBox {

    static final int COLUMNS = 9;
    private static final String[] CATEGORY_ICONS = {"😀", "👋", "🐻", "🍎", "🚗", "⚽", "💡", "💯", "🏁"};
    private static final String[] CATEGORY_KEYS = {
        "emoji.category.smileys", "emoji.category.people", "emoji.category.nature", "emoji.category.food",
        "emoji.category.travel", "emoji.category.activities", "emoji.category.objects", "emoji.category.symbols",
        "emoji.category.flags"
    };
    private static final String HAND = "✋";
    private static final String[] TONE_KEYS = {
        "emoji.tone.none",
        "emoji.tone.light",
        "emoji.tone.medium-light",
        "emoji.tone.medium",
        "emoji.tone.medium-dark",
        "emoji.tone.dark"
    };
    private static final double WIDTH = 364;
    private static final double HEIGHT = 356;

    private final Texts texts;
    private final Consumer<String> onPick;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<List<Emoji>> grid = new ListView<>();
    private final HBox tabs = new HBox();
    private final HBox tones = new HBox();
    private final Label name = new Label();
    private List<Emoji> shown = List.of();
    private int category;
    private int tone;
    private int cursor;

    EmojiPicker(Texts texts, Consumer<String> onPick) {
        this.texts = texts;
        this.onPick = onPick;
        getStyleClass().add("emoji-picker");
        setPrefSize(WIDTH, HEIGHT);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(this);
    }

    /** Opens above {@code button}, or closes if it is open. */
    void showAbove(Node button) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        if (getChildren().isEmpty()) {
            fill();
        }
        search.clear();
        choose(category);
        getStylesheets().setAll(button.getScene().getStylesheets());
        Bounds bounds = button.localToScreen(button.getBoundsInLocal());
        popup.show(button, bounds.getMinX(), bounds.getMinY() - HEIGHT - 8);
        search.requestFocus();
    }

    /** What the cursor is on, as a sequence of characters; empty if nothing was found. */
    String current() {
        return shown.isEmpty() ? "" : shown.get(cursor).toned(tone).sequence();
    }

    private void fill() {
        search.promptTextProperty().bind(texts.bind("emoji.search.prompt"));
        search.textProperty().subscribe(this::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        HBox.setHgrow(search, Priority.ALWAYS);
        ToggleGroup categories = new ToggleGroup();
        for (int i = 0; i < CATEGORY_ICONS.length; i++) {
            int number = i;
            tabs.getChildren().add(toggle(categories, CATEGORY_ICONS[i], CATEGORY_KEYS[i], () -> choose(number)));
        }
        tabs.getStyleClass().add("tabs");
        fillTones();
        grid.getStyleClass().add("grid");
        grid.setFocusTraversable(false);
        grid.setCellFactory(_ -> new EmojiRow(this));
        setVgrow(grid, Priority.ALWAYS);
        name.getStyleClass().add("name");
        HBox foot = new HBox(name, tones);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(tabs, search, grid, foot);
    }

    private void fillTones() {
        tones.getStyleClass().add("tones");
        ToggleGroup group = new ToggleGroup();
        Emoji hand = EmojiSheet.get().at(HAND, 0).orElseThrow().emoji();
        for (int i = 0; i < TONE_KEYS.length; i++) {
            int number = i;
            tones.getChildren().add(toggle(group, hand.toned(i).sequence(), TONE_KEYS[i], () -> setTone(number)));
        }
    }

    private ToggleButton toggle(ToggleGroup group, String emoji, String key, Runnable action) {
        ToggleButton toggle = new ToggleButton();
        toggle.setGraphic(
                new EmojiView(EmojiSheet.get().at(emoji, 0).orElseThrow().emoji(), 20));
        toggle.setToggleGroup(group);
        toggle.setSelected(group.getToggles().size() == 1);
        toggle.getStyleClass().add("emoji-toggle");
        toggle.setFocusTraversable(false);
        toggle.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        toggle.setTooltip(tooltip);
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            action.run();
            search.requestFocus();
        });
        return toggle;
    }

    private void choose(int number) {
        category = number;
        search.clear();
        show(EmojiSheet.get().all().stream()
                .filter(emoji -> emoji.category() == number)
                .toList());
    }

    private void find() {
        String query = search.getText().strip().toLowerCase(Locale.ROOT);
        if (query.isEmpty()) {
            int number = category;
            show(EmojiSheet.get().all().stream()
                    .filter(emoji -> emoji.category() == number)
                    .toList());
        } else {
            show(EmojiSheet.get().all().stream()
                    .filter(emoji -> emoji.matches(query))
                    .limit(200)
                    .toList());
        }
    }

    private void setTone(int number) {
        tone = number;
        grid.refresh();
        moveTo(cursor);
    }

    private void show(List<Emoji> emoji) {
        shown = emoji;
        List<List<Emoji>> rows = new ArrayList<>();
        IntStream.iterate(0, i -> i < emoji.size(), i -> i + COLUMNS)
                .forEach(i -> rows.add(emoji.subList(i, Math.min(emoji.size(), i + COLUMNS))));
        grid.getItems().setAll(rows);
        moveTo(0);
    }

    private void onKey(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -COLUMNS;
            case DOWN -> COLUMNS;
            default -> 0;
        };
        if (step != 0) {
            moveTo(cursor + step);
            grid.scrollTo(Math.max(0, cursor / COLUMNS - 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            pick();
            event.consume();
        }
    }

    private void moveTo(int index) {
        cursor = Math.clamp(index, 0, Math.max(0, shown.size() - 1));
        name.setText(
                shown.isEmpty()
                        ? texts.get("emoji.search.nothing")
                        : shown.get(cursor).name());
        search.setAccessibleHelp(name.getText());
        grid.lookupAll(".emoji-row").forEach(row -> ((EmojiRow) row).showCursor());
    }

    boolean isCursor(int row, int column) {
        return row * COLUMNS + column == cursor;
    }

    int tone() {
        return tone;
    }

    void hover(int row, int column) {
        moveTo(row * COLUMNS + column);
    }

    void pick() {
        String picked = current();
        if (!picked.isEmpty()) {
            popup.hide();
            onPick.accept(picked);
        }
    }
}
