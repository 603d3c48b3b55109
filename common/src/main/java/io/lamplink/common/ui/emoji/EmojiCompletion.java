package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/**
 * Offers emoji while {@code :smi} is written into a field. The keyboard stays in the field: arrows choose from a small list,
 * Enter and Tab take, Escape closes it for this word. A whole {@code :smile:} becomes its emoji at the second colon; undo
 * gives the letters back.
 */
public final class EmojiCompletion {

    private static final int MOST = 7;
    private static final int NONE = -1;

    private final EmojiArea field;
    private final Texts texts;
    private final EmojiMemory memory;
    private final Popup popup = new Popup();
    private final CompletionList list;
    private boolean written;
    private int start = NONE;
    private int refused = NONE;

    /** Completion in {@code field}. */
    public EmojiCompletion(EmojiArea field, Texts texts, EmojiMemory memory) {
        this.field = field;
        this.texts = texts;
        this.memory = memory;
        list = new CompletionList(texts, this::take);
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        popup.setConsumeAutoHidingEvents(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_LEFT);
        popup.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        popup.setOnHidden(_ -> field.setAccessibleHelp(""));
    }

    /** Offers from now on. */
    public void install() {
        field.textProperty().addListener(_ -> written = true);
        field.caretPositionProperty().addListener(_ -> follow());
        field.focusedProperty().addListener(_ -> close());
        field.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
    }

    /** An open popup sees every key before the window does. */
    private void onKey(KeyEvent event) {
        if (!event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown() && handles(event.getCode())) {
            event.consume();
        }
    }

    private boolean handles(KeyCode key) {
        switch (key) {
            case UP -> choose(-1);
            case DOWN -> choose(1);
            case ENTER, TAB -> take(list.chosen());
            case ESCAPE -> refuse();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void follow() {
        Optional<ColonWord> word =
                written ? ColonWord.before(field.getText(), field.getCaretPosition()) : Optional.empty();
        written = false;
        if (word.isEmpty()) {
            refused = NONE;
        }
        List<Emoji> found = word.filter(ColonWord::canBeGuessed)
                .filter(one -> one.start() != refused && field.isFocused())
                .map(one -> EmojiSearch.find(one.word()).stream().limit(MOST).toList())
                .orElse(List.of());
        if (found.isEmpty()) {
            close();
        } else {
            start = word.orElseThrow().start();
            list.show(found, memory.tone());
            open();
        }
    }

    private void open() {
        Scene scene = field.getScene();
        Bounds caret = field.caretBounds().map(field::localToScreen).orElse(null);
        if (scene == null || caret == null) {
            return;
        }
        list.getStylesheets().setAll(scene.getStylesheets());
        say();
        if (!popup.isShowing()) {
            popup.show(field, caret.getMinX(), caret.getMinY() - 4);
        }
    }

    private void close() {
        start = NONE;
        popup.hide();
    }

    private void refuse() {
        refused = start;
        close();
    }

    private void choose(int step) {
        list.move(step);
        say();
    }

    /** The field has the keyboard, so a screen reader hears from it what is offered. */
    private void say() {
        field.setAccessibleHelp(texts.get("emoji.completion.help", EmojiSaying.name(list.chosen(), texts)));
    }

    private void take(Emoji emoji) {
        int from = start;
        close();
        memory.use(emoji);
        field.replaceText(from, field.getCaretPosition(), emoji.sequence());
    }

    private void onTyped(KeyEvent event) {
        if (!event.getCharacter().equals(":") || field.getSelection().getLength() > 0 || !field.isEditable()) {
            return;
        }
        Optional<ColonWord> word = ColonWord.before(field.getText(), field.getCaretPosition());
        Optional<Emoji> named = word.flatMap(one -> EmojiSearch.named(one.word()));
        if (named.isPresent()) {
            event.consume();
            field.insertText(field.getCaretPosition(), ":"); // A step of its own, for undo.
            start = word.orElseThrow().start();
            take(named.get().toned(memory.tone()));
        }
    }
}
