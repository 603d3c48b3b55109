package io.lamplink.common.ui.window;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.StatusBar;
import io.lamplink.common.ui.theme.Phrase;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Shows the figures of the links while it is open. */
public final class StatusWindow {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 460;

    private final WindowFrame frame;
    private final StatusViewModel model;
    private final ListChangeListener<LinkFigures> onChange = _ -> refresh();
    private final Stage stage = new Stage();
    private final VBox panes = new VBox();

    /**
     * A window that is not open yet.
     *
     * @param state what the lamp shows
     * @param sentence what it says
     */
    public StatusWindow(
            WindowFrame frame,
            StatusViewModel model,
            ObservableValue<LinkState> state,
            ObservableValue<Phrase> sentence) {
        this.frame = frame;
        this.model = model;
        StatusBar bar = new StatusBar();
        bar.textProperty().bind(frame.texts().bind(sentence));
        bar.stateProperty().bind(state);
        Scene scene = new Scene(content(bar), WIDTH, HEIGHT);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
        frame.look().follow(scene);
        stage.setScene(scene);
        stage.initOwner(frame.stage());
        stage.titleProperty().bind(frame.texts().bind("stats.title"));
        stage.getIcons().setAll(AppIcon.images());
        stage.setOnHidden(_ -> model.stop());
        model.links().addListener(onChange);
        frame.texts().languageProperty().subscribe(this::refresh);
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        if (!stage.isShowing()) {
            model.start();
            refresh();
            stage.show();
        }
        stage.toFront();
    }

    private VBox content(StatusBar bar) {
        panes.getStyleClass().add("link-panes");
        ScrollPane scroll = new ScrollPane(panes);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button close = new Button();
        close.setId("closeStatusButton");
        close.textProperty().bind(frame.texts().bind("stats.close.button"));
        close.setDefaultButton(true);
        close.setOnAction(_ -> stage.hide());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(bar, space, close);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("foot");
        VBox content = new VBox(scroll, foot);
        content.setId("statusPane");
        content.getStyleClass().add("status-window");
        return content;
    }

    private void refresh() {
        if (model.links().isEmpty()) {
            panes.getChildren().setAll(nobody());
            return;
        }
        List<Node> wanted = model.links().stream().map(this::filled).toList();
        if (!panes.getChildren().equals(wanted)) {
            panes.getChildren().setAll(wanted);
        }
    }

    private Node filled(LinkFigures figures) {
        LinkPane pane = shown(figures).orElseGet(() -> new LinkPane(figures.id(), frame.texts()));
        pane.show(figures);
        return pane;
    }

    private Optional<LinkPane> shown(LinkFigures figures) {
        return panes.getChildren().stream()
                .filter(LinkPane.class::isInstance)
                .map(LinkPane.class::cast)
                .filter(pane -> pane.link().equals(figures.id()))
                .findFirst();
    }

    private VBox nobody() {
        Label title = new Label(frame.texts().get("stats.nobody.title"));
        title.getStyleClass().add("title");
        Label detail = new Label(frame.texts().get("stats.nobody.detail"));
        detail.getStyleClass().add("detail");
        detail.setWrapText(true);
        VBox empty = new VBox(title, detail);
        empty.getStyleClass().add("empty-state");
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }
}
