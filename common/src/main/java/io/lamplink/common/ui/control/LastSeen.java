package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Texts;
import java.time.Instant;
import java.util.stream.Collectors;
import javafx.beans.NamedArg;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Who has left and when, the last first, on one line; all of them in its tooltip. It is away while nobody has left. */
public final class LastSeen extends Label {
    private final Texts texts;
    private final BooleanProperty roomy = new SimpleBooleanProperty(this, "roomy", true);

    /**
     * Somebody who has left. Immutable.
     *
     * @param name what they were called
     * @param at when they were there last
     */
    public record Gone(String name, Instant at) {}

    /** A line that speaks as {@code texts} does. */
    public LastSeen(@NamedArg("texts") Texts texts) {
        this.texts = texts;
        getStyleClass().add("last-seen");
        ColourEmoji.in(this);
        setMinWidth(0);
        show(FXCollections.emptyObservableList());
    }

    /** Tells of {@code gone} and whatever becomes of them. */
    public void show(ObservableList<Gone> gone) {
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("client.gone.line", written(gone, ", ")), gone, texts.languageProperty()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(() -> written(gone, "\n"), gone, texts.languageProperty()));
        setTooltip(tooltip);
        visibleProperty().bind(Bindings.isNotEmpty(gone).and(roomy));
        managedProperty().bind(visibleProperty());
    }

    /** Whether there is room for it. */
    public BooleanProperty roomyProperty() {
        return roomy;
    }

    private String written(ObservableList<Gone> gone, String between) {
        return gone.stream()
                .map(one -> texts.get("client.gone.one", SafeText.line(one.name()), new Amount.TimeOfDay(one.at())))
                .collect(Collectors.joining(between));
    }
}
