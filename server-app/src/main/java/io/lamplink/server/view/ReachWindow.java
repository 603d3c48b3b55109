package io.lamplink.server.view;

import io.lamplink.common.reach.Finding;
import io.lamplink.common.ui.control.CopyButton;
import io.lamplink.common.ui.control.Ornament;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.window.SideWindow;
import io.lamplink.common.ui.window.WindowFrame;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Answers "Can others reach me?": what was looked at, what was seen, and what to do. */
final class ReachWindow {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 560;

    private final ReachViewModel model;
    private final Texts texts;
    private final SideWindow window;
    private final VBox findings = new VBox();
    private final Button again;

    ReachWindow(WindowFrame frame, ReachViewModel model) {
        this.model = model;
        texts = frame.texts();
        again = new Button(null, new FontIcon(Feather.REFRESH_CW));
        again.setId("reachAgainButton");
        again.textProperty().bind(texts.bind("reach.again.button"));
        again.setOnAction(
                _ -> model.look()); // Never disabled: Close would get the keyboard, and the next press of a key.
        window = new SideWindow(frame, "reach.window.title", "reachPane", content(), WIDTH, HEIGHT, again);
        model.items().subscribe(this::refresh);
        texts.languageProperty().subscribe(this::refresh);
    }

    /** Opens it, or brings it to the front, and looks anew. */
    void show() {
        model.look();
        window.show();
        again.requestFocus(); // Findings may be there already, or come later.
    }

    private Node content() {
        Label summary = new WrappedLabel("summary").whole();
        summary.setId("reachSummary");
        summary.textProperty().bind(texts.bind(model.summaryProperty()));
        findings.getStyleClass().add("findings");
        ScrollPane scroll = new ScrollPane(findings);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox content = new VBox(summary, scroll);
        content.getStyleClass().add("reach");
        VBox.setVgrow(content, Priority.ALWAYS);
        return content;
    }

    private void refresh() {
        findings.getChildren().setAll(model.items().stream().map(this::card).toList());
    }

    private Node card(ReachItem item) {
        Label title = new WrappedLabel("title").whole();
        title.setText(texts.get(item.title()));
        Label detail = new WrappedLabel("detail").whole();
        detail.setText(texts.get(item.detail()));
        VBox words = new VBox(title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!item.command().isEmpty()) {
            words.getChildren().add(command(item.command()));
        }
        FontIcon icon = Ornament.of(icon(item.weight()));
        HBox card = new HBox(icon, words);
        card.getStyleClass().addAll("finding", item.weight().name().toLowerCase(Locale.ROOT));
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(
                texts.get("reach.finding.accessible", word(item.weight()), title.getText(), detail.getText()));
        return card;
    }

    private Node command(String command) {
        Label text = new WrappedLabel("command").whole();
        text.setText(command);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(text, CopyButton.icon(texts, command));
        line.getStyleClass().add("command-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String word(Finding.Weight weight) {
        return texts.get(
                switch (weight) {
                    case GOOD -> "reach.weight.good";
                    case BLOCKS -> "reach.weight.blocks";
                    case UNKNOWN -> "reach.weight.unknown";
                    case HINT -> "reach.weight.hint";
                });
    }

    private static Feather icon(Finding.Weight weight) {
        return switch (weight) {
            case GOOD -> Feather.CHECK_CIRCLE;
            case BLOCKS -> Feather.X_CIRCLE;
            case UNKNOWN -> Feather.ALERT_TRIANGLE;
            case HINT -> Feather.INFO;
        };
    }
}
