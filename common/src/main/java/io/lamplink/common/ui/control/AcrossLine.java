package io.lamplink.common.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A word in the middle of a line across the log: a day that begins, or what nobody has read yet. */
final class AcrossLine extends HBox {

    private final Label word = new Label();

    /** A line that is not shown before it has a word. */
    AcrossLine(String styleClass) {
        getStyleClass().addAll("across", styleClass);
        setAlignment(Pos.CENTER);
        word.getStyleClass().add("word");
        word.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(rule(), word, rule());
        show("");
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        setHgrow(rule, Priority.ALWAYS);
        return rule;
    }

    /** Shows {@code text}, or takes no room if it is empty. */
    void show(String text) {
        word.setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
