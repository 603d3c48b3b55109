package io.lamplink.common.ui.control;

import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.NamedArg;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Says quietly above the message who else writes one. Its place is kept while nobody does, so that nothing moves. */
public final class WritingLine extends HBox {

    private final ObjectProperty<@Nullable Phrase> words = new SimpleObjectProperty<>(this, "words");

    /** A line that speaks as {@code texts} does. */
    public WritingLine(@NamedArg("texts") Texts texts) {
        getStyleClass().add("writing-line");
        Label label = Whole.inTooltip(ColourEmoji.in(new Label()));
        label.setId("writingText");
        label.textProperty().bind(texts.bind(words));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.setMinWidth(0);
        getChildren().add(label);
    }

    /** Who writes, or null for nobody. */
    public ObjectProperty<@Nullable Phrase> wordsProperty() {
        return words;
    }
}
