package io.lamplink.common.ui.control;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.emoji.ColourEmoji;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The foot of a window: a short sentence and the lamp at the right. */
public final class StatusBar extends HBox {

    private final Label text = ColourEmoji.in(new Label());
    private final StatusLamp lamp = new StatusLamp();

    /** A bar with a dark lamp and no sentence. */
    public StatusBar() {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_RIGHT);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        text.setId("statusText");
        lamp.setId("statusLamp");
        lamp.accessibleTextProperty().bind(text.textProperty());
        getChildren().addAll(text, lamp);
    }

    /** The sentence. */
    public StringProperty textProperty() {
        return text.textProperty();
    }

    /** What the lamp shows. */
    public ObjectProperty<LinkState> stateProperty() {
        return lamp.stateProperty();
    }
}
