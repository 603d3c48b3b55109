package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A row of the picker's grid. Its places are made once and filled again for each row it shows. */
final class EmojiRow extends ListCell<List<Emoji>> {

    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final double SIZE = 24;

    private final EmojiGrid grid;
    private final Texts texts;
    private final HBox row = new HBox();
    private final List<Place> places = new ArrayList<>();

    EmojiRow(EmojiGrid grid, Texts texts) {
        this.grid = grid;
        this.texts = texts;
        getStyleClass().add("emoji-row");
        setAccessibleRole(AccessibleRole.NODE); // Its places are told of, one by one.
        row.getStyleClass().add("row");
    }

    @Override
    protected void updateItem(@Nullable List<Emoji> emoji, boolean empty) {
        super.updateItem(emoji, empty);
        if (emoji == null || empty) {
            setGraphic(null);
            return;
        }
        for (int column = 0; column < emoji.size(); column++) {
            if (column == places.size()) {
                places.add(new Place(column, grid.toned(emoji.get(column))));
            }
            places.get(column).show(grid.toned(emoji.get(column)));
        }
        row.getChildren().setAll(places.subList(0, emoji.size()));
        setGraphic(row);
        showCursor();
    }

    void showCursor() {
        for (int column = 0; column < places.size(); column++) {
            places.get(column).pseudoClassStateChanged(CURSOR, grid.isCursor(getIndex(), column));
        }
    }

    StackPane place(int column) {
        return places.get(column);
    }

    /** Where one emoji is. */
    private final class Place extends StackPane {

        private final EmojiView picture;

        private Place(int column, Emoji first) {
            picture = new EmojiView(first, SIZE);
            getChildren().add(picture);
            getStyleClass().add("place");
            setAccessibleRole(AccessibleRole.BUTTON);
            setOnMouseMoved(_ -> {
                if (!grid.isCursor(getIndex(), column)) {
                    grid.moveTo(getIndex(), column);
                }
            });
            setOnMouseClicked(_ -> {
                grid.moveTo(getIndex(), column);
                grid.pick();
            });
        }

        private void show(Emoji emoji) {
            picture.show(emoji);
            setAccessibleText(EmojiSaying.name(emoji, texts));
        }
    }
}
