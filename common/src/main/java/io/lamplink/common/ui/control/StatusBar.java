package io.lamplink.common.ui.control;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.emoji.ColourEmoji;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The foot of a window: a short sentence and the lamp at the right; at the left, news for a moment. */
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

    /** Shows what stands there for a moment in the room that the sentence leaves. */
    public void setNews(Region news) {
        setHgrow(news, Priority.ALWAYS);
        getChildren().addFirst(news);
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
