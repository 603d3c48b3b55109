package io.lamplink.common.ui.emoji;

import io.lamplink.common.ui.theme.Texts;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * A row of pictures of which one is chosen. For the keyboard it is one stop: the arrows, Home and End choose.
 */
final class ToggleRow extends HBox {

    private final Texts texts;
    private final IntConsumer onChoose;
    private int chosen = -1;

    ToggleRow(Texts texts, IntConsumer onChoose) {
        this.texts = texts;
        this.onChoose = onChoose;
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Adds one that is called what {@code key} says. */
    void add(Node picture, String key) {
        int number = getChildren().size();
        ToggleButton toggle = new ToggleButton();
        toggle.setGraphic(picture);
        toggle.getStyleClass().add("emoji-toggle");
        toggle.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        toggle.setFocusTraversable(false);
        toggle.accessibleTextProperty().bind(texts.bind(key));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind(key));
        toggle.setTooltip(tooltip);
        toggle.setOnAction(_ -> choose(number));
        getChildren().add(toggle);
    }

    /** Chooses a number, as a person does; shows only, if that one is chosen already. */
    void choose(int number) {
        show(number);
        onChoose.accept(number);
    }

    /** Shows which one is chosen. */
    void show(int number) {
        chosen = number;
        for (int i = 0; i < getChildren().size(); i++) {
            ToggleButton toggle = toggle(i);
            toggle.setSelected(i == number);
            toggle.setFocusTraversable(i == number);
        }
    }

    int chosen() {
        return chosen;
    }

    private ToggleButton toggle(int number) {
        return (ToggleButton) getChildren().get(number);
    }

    private void onKey(KeyEvent event) {
        int last = getChildren().size() - 1;
        int wanted = switch (event.getCode()) {
            case LEFT, UP -> Math.max(0, chosen - 1);
            case RIGHT, DOWN -> Math.min(last, chosen + 1);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (wanted >= 0) {
            event.consume();
            choose(wanted);
            toggle(wanted).requestFocus();
        }
    }
}
