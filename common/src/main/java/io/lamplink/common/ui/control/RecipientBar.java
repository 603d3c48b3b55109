package io.lamplink.common.ui.control;

import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.NamedArg;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says above the message whom it goes to, and leads back to everyone. It is away while everyone is written to. */
public final class RecipientBar extends HBox {

    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final ObjectProperty<@Nullable Phrase> recipients = new SimpleObjectProperty<>(this, "recipients");
    private final BooleanProperty gone = new SimpleBooleanProperty(this, "gone");
    private final Button back;

    /** A bar that speaks as {@code texts} does. */
    public RecipientBar(@NamedArg("texts") Texts texts) {
        getStyleClass().add("recipient-bar");
        Label words = Whole.inTooltip(ColourEmoji.in(new Label()));
        words.getStyleClass().add("words");
        words.textProperty().bind(texts.bind(recipients));
        words.setMinWidth(0);
        back = IconButtons.make(texts, Feather.X, "recipient.everyone.button", Shortcut.BACK);
        back.setId("everyoneAgainButton");
        HBox chip = new HBox(Ornament.of(Feather.AT_SIGN), words, back);
        chip.getStyleClass().add("chip");
        getChildren().add(chip);
        visibleProperty().bind(recipients.isNotNull());
        managedProperty().bind(visibleProperty());
        gone.subscribe(now -> pseudoClassStateChanged(GONE, now));
    }

    /** Who is written to, in words, or null for everyone. */
    public ObjectProperty<@Nullable Phrase> recipientsProperty() {
        return recipients;
    }

    /** Whether they have all left, so that nothing can be sent to them. */
    public BooleanProperty goneProperty() {
        return gone;
    }

    /** Called when everyone shall be written to again. */
    public void setOnEveryone(Runnable action) {
        back.setOnAction(_ -> action.run());
    }
}
