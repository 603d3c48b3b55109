package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What lies over the room while files are held above the window: whom they would go to. It takes no part in dragging itself. */
public final class DropHint extends VBox {

    private final ObjectProperty<Phrase> words =
            new SimpleObjectProperty<>(this, "words", Phrase.of("drop.hint.nobody"));

    /** A hint that speaks as {@code texts} does. */
    public DropHint(Texts texts) {
        getStyleClass().add("drop-hint");
        setMouseTransparent(true);
        Label title = new Label();
        title.getStyleClass().add("title");
        title.setWrapText(true);
        title.textProperty().bind(texts.bind(words));
        getChildren().addAll(Ornament.of(Feather.UPLOAD), title);
    }

    /** What it says. */
    public ObjectProperty<Phrase> wordsProperty() {
        return words;
    }
}
