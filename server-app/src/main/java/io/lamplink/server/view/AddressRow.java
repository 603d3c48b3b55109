package io.lamplink.server.view;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.control.CopyButton;
import io.lamplink.common.ui.theme.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One address: pressed, its code is shown; the button beside it copies it. */
final class AddressRow extends HBox {

    private static final PseudoClass RECOMMENDED = PseudoClass.getPseudoClass("recommended");

    private final AddressItem item;
    private final ToggleButton toggle = new ToggleButton();

    AddressRow(AddressItem item, Texts texts, Runnable onChoose) {
        this.item = item;
        getStyleClass().add("address-row");
        setAlignment(Pos.CENTER_LEFT);
        String about = SafeText.line(item.card()) + " · " + texts.get(item.remark());
        Label where = label(item.where(), "where");
        Label remark = label(about, "remark");
        remark.pseudoClassStateChanged(RECOMMENDED, item.recommended());
        toggle.setGraphic(new VBox(where, remark));
        toggle.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        toggle.getStyleClass().add("choice");
        toggle.setAccessibleText(item.where() + ", " + about);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            onChoose.run();
        });
        setHgrow(toggle, Priority.ALWAYS);
        getChildren().addAll(toggle, CopyButton.icon(texts, item.where()));
    }

    AddressItem item() {
        return item;
    }

    void select(boolean selected) {
        toggle.setSelected(selected);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
