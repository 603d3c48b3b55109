package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands in a log that has no lines yet. */
final class EmptyLog extends VBox {

    EmptyLog(Texts texts) {
        Label title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(texts.bind("chat.empty.title"));
        Label detail = new Label();
        detail.getStyleClass().add("detail");
        detail.textProperty().bind(texts.bind("chat.empty.detail"));
        getChildren().addAll(title, detail);
        getStyleClass().add("empty-state");
    }
}
