package io.lamplink.server.view;

import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.ui.control.CopyButton;
import io.lamplink.common.ui.control.MenuColumn;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The PIN below the address, large enough to be read out, and what opens there to set it. */
final class PinMenu {
    private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass LONGEST = PseudoClass.getPseudoClass("longest");

    /** Characters that fit into the rail in large letters. */
    private static final int SHORT = 8;

    /** Characters that fit there in those of other words. */
    private static final int MIDDLE = 14;

    private final Texts texts;
    private final PinModel model;
    private final ObservableValue<Boolean> asked;
    private final ObservableValue<String> digits;

    PinMenu(Texts texts, PinModel model) {
        this.texts = texts;
        this.model = model;
        asked = model.settingProperty().map(PinSetting::asked).orElse(false);
        digits = model.settingProperty().map(PinSetting::pin).map(Pin::grouped).orElse("");
    }

    /** Fills {@code button}. */
    void fill(MenuButton button) {
        CustomMenuItem item = new CustomMenuItem(content(), false);
        item.getStyleClass().add("identity-item");
        button.getItems().setAll(item);
        asked.subscribe(on -> button.pseudoClassStateChanged(ASKED, on));
        digits.subscribe(pin -> {
            button.pseudoClassStateChanged(LONG, pin.length() > SHORT);
            button.pseudoClassStateChanged(LONGEST, pin.length() > MIDDLE);
        });
        ObservableValue<String> word = texts.bind("listen.pin.button");
        button.textProperty().bind(asked.flatMap(on -> on ? digits : word));
        ObservableValue<String> spoken = texts.bind("listen.pin.tooltip");
        button.accessibleTextProperty()
                .bind(spoken.flatMap(words -> digits.flatMap(pin -> asked.map(on -> on ? words + " " + pin : words))));
    }

    /** Copies the PIN; it is away while none is asked for. */
    CopyButton copy() {
        CopyButton copy = CopyButton.icon(
                texts,
                "listen.pin.copy",
                model.settingProperty().map(PinSetting::pin).map(Pin::digits).orElse(""));
        copy.setId("copyPinButton");
        copy.visibleProperty().bind(asked);
        copy.managedProperty().bind(asked);
        return copy;
    }

    private VBox content() {
        VBox content =
                new MenuColumn(text("listen.pin.about"), ownSwitch(), field(), problem(), text("listen.pin.kept"));
        content.getStyleClass().add("identity");
        return content;
    }

    private CheckBox ownSwitch() {
        CheckBox on = new CheckBox();
        on.setId("pinSwitch");
        on.textProperty().bind(texts.bind("listen.pin.switch"));
        asked.subscribe(on::setSelected);
        on.selectedProperty().addListener((_, _, now) -> model.ask(now));
        return on;
    }

    private HBox field() {
        TextField field = new TextField();
        field.setId("ownPinField");
        field.accessibleTextProperty().bind(texts.bind("listen.pin.field"));
        digits.subscribe(field::setText);
        field.setOnAction(_ -> model.type(field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                model.type(field.getText());
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        Button renew = new Button();
        renew.setId("newPinButton");
        renew.setMinWidth(Region.USE_PREF_SIZE);
        renew.textProperty().bind(texts.bind("listen.pin.renew"));
        renew.setOnAction(_ -> model.renew());
        HBox row = new HBox(field, renew);
        row.getStyleClass().add("pin-row");
        return row;
    }

    private Label problem() {
        Label problem = new WrappedLabel("form-problem");
        ObservableValue<@Nullable String> words = texts.bind(model.problemProperty());
        problem.textProperty().bind(words);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Label text(String key) {
        return new WrappedLabel("about", texts.bind(key));
    }
}
