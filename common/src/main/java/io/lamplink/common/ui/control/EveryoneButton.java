package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The row above all clients: chosen while everyone is written to. It stays in sight however long the list is. */
final class EveryoneButton extends ToggleButton {

    private final IntegerProperty clients = new SimpleIntegerProperty(this, "clients");

    EveryoneButton(Texts texts) {
        setId("everyoneButton");
        getStyleClass().add("everyone");
        Label name = new Label();
        name.getStyleClass().add("name");
        name.textProperty().bind(texts.bind("client.everyone.name"));
        Label about = new Label();
        about.getStyleClass().add("about");
        about.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("client.everyone.about", clients.get()), clients, texts.languageProperty()));
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        HBox row = new HBox(dot, new VBox(name, about));
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        accessibleTextProperty().bind(Bindings.concat(name.textProperty(), ", ", about.textProperty()));
    }

    /** Says how many there are. */
    void count(int now) {
        clients.set(now);
    }
}
