package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class ChoiceTest {

    @Test
    void whatIsChosenIsShownThoughItIsOfferedNoLonger() {
        ObservableList<String> choices = FXCollections.observableArrayList("night", "rosy");
        SimpleObjectProperty<String> chosen = new SimpleObjectProperty<>("rosy");
        Function<String, ObservableValue<String>> words = one -> new SimpleStringProperty(one.toUpperCase(Locale.ROOT));
        Hands hands = Hands.show(
                Fx.get(() -> new StackPane(new Choice<>("choice", choices, words, chosen, chosen::set))), 200, 100);
        try {
            ListCell<?> shown = hands.find(ListCell.class, "#choice > .list-cell");
            assertEquals("ROSY", shown.getText());
            Fx.run(() -> choices.remove("rosy"));
            Fx.settle();
            assertEquals("ROSY", shown.getText());
            Fx.run(() -> chosen.set("night"));
            assertEquals("NIGHT", shown.getText());
            Fx.run(() -> chosen.set("rosy"));
            assertEquals("ROSY", shown.getText());
        } finally {
            hands.close();
        }
    }
}
