package io.lamplink.common.ui.control;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A row of the picker's grid. */
final class EmojiRow extends ListCell<List<Emoji>> {

    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final double SIZE = 24;

    private final EmojiPicker picker;
    private final HBox row = new HBox();

    EmojiRow(EmojiPicker picker) {
        this.picker = picker;
        getStyleClass().add("emoji-row");
        row.getStyleClass().add("row");
    }

    @Override
    protected void updateItem(@Nullable List<Emoji> emoji, boolean empty) {
        super.updateItem(emoji, empty);
        row.getChildren().clear();
        if (emoji == null || empty) {
            setGraphic(null);
            return;
        }
        for (int column = 0; column < emoji.size(); column++) {
            row.getChildren().add(place(emoji.get(column).toned(picker.tone()), column));
        }
        setGraphic(row);
        showCursor();
    }

    void showCursor() {
        for (int column = 0; column < row.getChildren().size(); column++) {
            row.getChildren().get(column).pseudoClassStateChanged(CURSOR, picker.isCursor(getIndex(), column));
        }
    }

    private StackPane place(Emoji emoji, int column) {
        StackPane place = new StackPane(new EmojiView(emoji, SIZE));
        place.getStyleClass().add("place");
        place.setAccessibleRole(AccessibleRole.BUTTON);
        place.setAccessibleText(emoji.name());
        place.setOnMouseEntered(_ -> picker.hover(getIndex(), column));
        place.setOnMouseClicked(_ -> {
            picker.hover(getIndex(), column);
            picker.pick();
        });
        return place;
    }
}
