package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * A small window of emoji: groups, search, a grid and the skin tone. It opens with the keyboard in the search field, from
 * where arrows lead into the grid; letters typed in the grid search. Enter picks, Escape closes, Ctrl+Page Up and Ctrl+Page
 * Down change the group.
 */
public final class EmojiPicker extends VBox {

    private static final PseudoClass SEARCHING = PseudoClass.getPseudoClass("searching");
    private static final int RECENT = 0;
    private static final String[] ICONS = {"🕘", "😀", "👋", "🐻", "🍎", "🚗", "⚽", "💡", "💯", "🏁"};
    private static final String[] KEYS = {
        "emoji.category.recent",
        "emoji.category.smileys",
        "emoji.category.people",
        "emoji.category.nature",
        "emoji.category.food",
        "emoji.category.travel",
        "emoji.category.activities",
        "emoji.category.objects",
        "emoji.category.symbols",
        "emoji.category.flags"
    };
    private static final String HAND = "✋";
    private static final double ICON_SIZE = 20;
    private static final double WIDTH = 364;
    private static final double HEIGHT = 376;

    private final Texts texts;
    private final EmojiMemory memory;
    private final Consumer<String> onPick;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final EmojiGrid grid;
    private final ToggleRow tabs;
    private final ToggleRow tones;
    private final Label name = new Label();
    private final Label code = new Label();
    private final Label nothing = new Label();

    /** A picker that speaks as {@code texts} does and tells {@code onPick} the characters that were picked. */
    public EmojiPicker(Texts texts, EmojiMemory memory, Consumer<String> onPick) {
        this.texts = texts;
        this.memory = memory;
        this.onPick = onPick;
        grid = new EmojiGrid(texts, this::picked);
        tabs = new ToggleRow(texts, this::showGroup);
        tones = new ToggleRow(texts, this::setTone);
        getStyleClass().add("emoji-picker");
        setPrefSize(WIDTH, HEIGHT);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(this);
    }

    /** Opens above {@code button}, or closes if it is open. */
    public void showAbove(Node button) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        begin(button);
        Bounds bounds = button.localToScreen(button.getBoundsInLocal());
        popup.show(button, bounds.getMinX(), bounds.getMinY() - HEIGHT - 8);
        search.requestFocus();
    }

    /** Does what takes time before {@code button} is pressed, so that the first opening is as quick as the others. */
    public void prepare(Node button) {
        if (getChildren().isEmpty()) {
            begin(button);
            applyCss();
            autosize(); // Its popup gives it a size only when it opens.
            layout();
        }
    }

    private void begin(Node button) {
        if (getChildren().isEmpty()) {
            fill();
        }
        tones.show(memory.tone());
        search.clear();
        tabs.choose(memory.recent().isEmpty() ? RECENT + 1 : RECENT);
        dressLike(button.getScene());
    }

    /** As its popup does when it opens: before, the colours that sheets name were nowhere to be found. */
    private void dressLike(Scene owner) {
        Scene own = popup.getScene();
        own.setUserAgentStylesheet(owner.getUserAgentStylesheet());
        own.getStylesheets().setAll(owner.getStylesheets());
    }

    private void fill() {
        fillSearch();
        for (int i = 0; i < ICONS.length; i++) {
            tabs.add(icon(emoji(ICONS[i])), KEYS[i]);
        }
        tabs.getStyleClass().add("tabs");
        for (int i = 0; i <= Emoji.TONES; i++) {
            tones.add(icon(emoji(HAND).toned(i)), EmojiSaying.TONE_KEYS[i]);
        }
        tones.getStyleClass().add("tones");
        grid.setOnCursor(this::say);
        grid.setOnLeave(search::requestFocus);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typedInGrid);
        grid.setPlaceholder(nothing);
        nothing.getStyleClass().add("nothing");
        nothing.setWrapText(true);
        setVgrow(grid, Priority.ALWAYS);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().setAll(tabs, search, grid, foot());
    }

    private void fillSearch() {
        search.promptTextProperty().bind(texts.bind("emoji.search.prompt"));
        search.accessibleTextProperty().bind(texts.bind("emoji.search.prompt"));
        search.textProperty().subscribe(this::find);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInSearch);
    }

    private HBox foot() {
        name.getStyleClass().add("name");
        name.setMinWidth(0);
        code.getStyleClass().add("code");
        code.setMinWidth(0);
        VBox words = new VBox(name, code);
        words.getStyleClass().add("words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        tones.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(words, tones);
        foot.getStyleClass().add("foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static EmojiView icon(Emoji emoji) {
        return new EmojiView(emoji, ICON_SIZE);
    }

    private static Emoji emoji(String sequence) {
        return EmojiSet.get().find(sequence).orElseThrow();
    }

    private void showGroup(int tab) {
        if (!search.getText().isEmpty()) {
            search.clear(); // which comes back here
            return;
        }
        List<Emoji> group = tab == RECENT
                ? memory.recent()
                : EmojiSet.get().all().stream()
                        .filter(emoji -> emoji.group() == tab - 1)
                        .toList();
        nothing.setText(texts.get("emoji.recent.nothing"));
        grid.show(group, memory.tone());
    }

    private void find() {
        if (tabs.getChildren().isEmpty()) {
            return;
        }
        pseudoClassStateChanged(SEARCHING, !search.getText().isBlank());
        if (search.getText().isBlank()) {
            showGroup(tabs.chosen());
        } else {
            nothing.setText(texts.get("emoji.search.nothing"));
            grid.show(EmojiSearch.find(search.getText()), memory.tone());
        }
    }

    private void setTone(int tone) {
        memory.setTone(tone);
        grid.setTone(tone);
    }

    private void say() {
        Emoji emoji = grid.current();
        name.setText(emoji == null ? "" : EmojiSaying.name(emoji, texts));
        code.setText(emoji == null ? "" : EmojiSaying.code(emoji));
        search.setAccessibleHelp(emoji == null ? nothing.getText() : name.getText());
    }

    /** The arrows lead into the grid; to the left and to the right only where they have no letters to pass. */
    private void keyInSearch(KeyEvent event) {
        KeyCode key = event.getCode();
        boolean sideways = (key == KeyCode.LEFT || key == KeyCode.RIGHT)
                && search.getText().isEmpty();
        boolean down = key == KeyCode.DOWN || key == KeyCode.PAGE_DOWN;
        if ((sideways || down) && !event.isShortcutDown()) {
            grid.requestFocus();
            grid.handle(event);
            event.consume();
        } else if (key == KeyCode.ENTER) {
            grid.pick();
            event.consume();
        }
    }

    private void typedInGrid(KeyEvent event) {
        String typed = event.getCharacter();
        boolean erases = typed.equals("\b");
        boolean letter = !typed.isBlank() && !Character.isISOControl(typed.charAt(0)) && !event.isShortcutDown();
        if (letter || erases) {
            search.requestFocus();
            search.end();
            if (erases) {
                search.deletePreviousChar();
            } else {
                search.appendText(typed);
            }
            event.consume();
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) { // A list keeps this key to itself.
            popup.hide();
            event.consume();
        } else {
            changeGroup(event);
        }
    }

    private void changeGroup(KeyEvent event) {
        int step = (Shortcut.NEXT_GROUP.in(event) ? 1 : 0) - (Shortcut.PREVIOUS_GROUP.in(event) ? 1 : 0);
        if (step != 0) {
            tabs.choose(Math.floorMod(tabs.chosen() + step, ICONS.length));
            event.consume();
        }
    }

    private void picked(Emoji emoji) {
        memory.use(emoji);
        popup.hide();
        onPick.accept(emoji.sequence());
    }
}
