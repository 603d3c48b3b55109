package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.theme.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One server of the list: its name over its address, and a lock; one that was used before can be removed. */
final class ServerRow extends HBox {
    private final ServerChoice choice;
    private final Button button = new Button();

    ServerRow(ServerChoice choice, Texts texts, Runnable onChoose) {
        this.choice = choice;
        getStyleClass().add("server-row");
        setAlignment(Pos.CENTER_LEFT);
        button.getStyleClass().add("choice");
        button.setGraphic(content());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(texts.get(
                choice.encrypted() ? "find.row.encrypted.accessible" : "find.row.clear.accessible",
                name(),
                choice.where()));
        button.setTooltip(new Tooltip(button.getAccessibleText()));
        button.setOnAction(_ -> onChoose.run());
        setHgrow(button, Priority.ALWAYS);
        getChildren().add(button);
    }

    /** Adds a button that removes the row from the list. */
    ServerRow withRemove(Texts texts, Runnable onRemove) {
        String words = texts.get("find.remove.button", choice.where());
        Button remove = new Button(null, new FontIcon(Feather.X));
        remove.getStyleClass().addAll("icon-button", "remove");
        remove.setAccessibleText(words);
        remove.setTooltip(new Tooltip(words));
        remove.setFocusTraversable(false); // The Delete key does the same.
        remove.setOnAction(_ -> onRemove.run());
        getChildren().add(remove);
        return this;
    }

    ServerChoice choice() {
        return choice;
    }

    /** What has the focus when this row is the current one. */
    Button button() {
        return button;
    }

    private String name() {
        String name = SafeText.line(choice.name());
        return name.isEmpty() ? choice.where() : name;
    }

    private HBox content() {
        Label name = new Label(name());
        name.getStyleClass().add("name");
        VBox words = new VBox(name);
        if (name().equals(choice.where())) {
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // A link-local address ends with its network and port.
        } else {
            Label where = new Label(choice.where());
            where.getStyleClass().add("where");
            where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            words.getChildren().add(where);
        }
        words.setMinWidth(0);
        setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(words);
        content.getStyleClass().add("content");
        content.setAlignment(Pos.CENTER_LEFT);
        if (choice.encrypted()) {
            content.getChildren().add(new FontIcon(Feather.LOCK));
        }
        return content;
    }
}
