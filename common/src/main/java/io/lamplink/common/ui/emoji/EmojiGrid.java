package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Emoji in rows, of which only those in sight are nodes, and a cursor. The arrows, Home, End (with Ctrl: of all), Page Up
 * and Page Down move it, Enter and the space bar pick.
 */
final class EmojiGrid extends ListView<List<Emoji>> {

    static final int COLUMNS = 9;
    private static final double ROW_HEIGHT = 36;
    private static final int ROWS_A_PAGE = 6;

    private final Consumer<Emoji> onPick;
    private Runnable onLeave = () -> {};
    private Runnable onCursor = () -> {};
    private List<Emoji> shown = List.of();
    private int tone;
    private int cursor;

    EmojiGrid(Texts texts, Consumer<Emoji> onPick) {
        this.onPick = onPick;
        getStyleClass().add("grid");
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(_ -> new EmojiRow(this, texts));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (handle(event)) {
                event.consume();
            }
        });
        accessibleTextProperty().bind(texts.bind("emoji.grid.accessible"));
    }

    /** Called when the cursor leaves the first row upwards. */
    void setOnLeave(Runnable action) {
        onLeave = action;
    }

    /** Called when the cursor is on another emoji. */
    void setOnCursor(Runnable action) {
        onCursor = action;
    }

    /** Shows {@code emoji}, the cursor on the first of them. */
    void show(List<Emoji> emoji, int inTone) {
        shown = emoji;
        tone = inTone;
        getItems()
                .setAll(IntStream.iterate(0, i -> i < emoji.size(), i -> i + COLUMNS)
                        .mapToObj(i -> emoji.subList(i, Math.min(emoji.size(), i + COLUMNS)))
                        .toList());
        scrollTo(0);
        moveTo(0);
    }

    void setTone(int number) {
        tone = number;
        refresh();
        moveTo(cursor);
    }

    /** What the cursor is on, in its skin tone; null if nothing is shown. */
    @Nullable
    Emoji current() {
        return shown.isEmpty() ? null : toned(shown.get(cursor));
    }

    Emoji toned(Emoji emoji) {
        return emoji.toned(tone);
    }

    boolean isCursor(int row, int column) {
        return row * COLUMNS + column == cursor;
    }

    void moveTo(int row, int column) {
        moveTo(row * COLUMNS + column);
    }

    void pick() {
        Emoji picked = current();
        if (picked != null) {
            onPick.accept(picked);
        }
    }

    /** Does what the key of {@code event} means here; false if it means nothing. */
    boolean handle(KeyEvent event) {
        boolean all = event.isShortcutDown();
        int rowStart = cursor - cursor % COLUMNS;
        switch (event.getCode()) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case UP -> up();
            case DOWN -> step(COLUMNS);
            case PAGE_UP -> step(-ROWS_A_PAGE * COLUMNS);
            case PAGE_DOWN -> step(ROWS_A_PAGE * COLUMNS);
            case HOME -> step((all ? 0 : rowStart) - cursor);
            case END -> step((all ? shown.size() : rowStart + COLUMNS - 1) - cursor);
            case ENTER, SPACE -> pick();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void up() {
        if (cursor < COLUMNS) {
            onLeave.run();
        } else {
            step(-COLUMNS);
        }
    }

    private void step(int by) {
        moveTo(cursor + by);
        int row = cursor / COLUMNS;
        scrollTo(Math.max(0, row - ROWS_A_PAGE / 2));
    }

    private void moveTo(int index) {
        cursor = Math.clamp(index, 0, Math.max(0, shown.size() - 1));
        rows().forEach(EmojiRow::showCursor);
        onCursor.run();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    private List<EmojiRow> rows() {
        return lookupAll(".emoji-row").stream().map(EmojiRow.class::cast).toList();
    }

    /** A screen reader follows the cursor, not the row. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.FOCUS_ITEM) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        return rows().stream()
                .filter(row -> !row.isEmpty() && row.getIndex() == cursor / COLUMNS)
                .findFirst()
                .map(row -> row.place(cursor % COLUMNS))
                .map(Node.class::cast)
                .orElse(null);
    }
}
