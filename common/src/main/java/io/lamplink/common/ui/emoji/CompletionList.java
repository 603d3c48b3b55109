package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The few emoji that are offered while one is written, one of them chosen. */
final class CompletionList extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SIZE = 20;

    private final Texts texts;
    private final Consumer<Emoji> onTake;
    private List<Emoji> shown = List.of();
    private int chosen;

    CompletionList(Texts texts, Consumer<Emoji> onTake) {
        this.texts = texts;
        this.onTake = onTake;
        getStyleClass().add("emoji-completion");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        accessibleTextProperty().bind(texts.bind("emoji.grid.accessible"));
    }

    /** Shows {@code emoji}, at least one, the first of them chosen. */
    void show(List<Emoji> emoji, int tone) {
        shown = emoji.stream().map(one -> one.toned(tone)).toList();
        getChildren().setAll(shown.stream().map(this::row).toList());
        choose(0);
    }

    Emoji chosen() {
        return shown.get(chosen);
    }

    /** Chooses another one; after the last comes the first. */
    void move(int step) {
        choose(Math.floorMod(chosen + step, shown.size()));
    }

    private void choose(int number) {
        chosen = number;
        IntStream.range(0, shown.size())
                .forEach(i -> getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == number));
    }

    private Node row(Emoji emoji) {
        Label code = new Label(EmojiSaying.code(emoji));
        code.getStyleClass().add("code");
        Label name = new Label(EmojiSaying.name(emoji, texts));
        name.getStyleClass().add("name");
        HBox row = new HBox(new EmojiView(emoji, SIZE), code, name);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(name.getText());
        row.setOnMouseMoved(_ -> choose(shown.indexOf(emoji)));
        row.setOnMouseClicked(_ -> onTake.accept(emoji));
        return row;
    }
}
