package io.lamplink.common.ui.window;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.StatusBar;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.theme.Phrase;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Shows the figures of the links while it is open: those of one link, and where there are several, a list to choose from. */
public final class StatusWindow {

    private static final double WIDTH = 528;
    private static final double LIST_WIDTH = 220;
    private static final double HEIGHT = 620;
    private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);

    private final WindowFrame frame;
    private final StatusViewModel model;
    private final ScreenRoom room;
    private final Stage stage = new Stage();
    private final LinkPane details;
    private final ListView<LinkRow> list;
    private final Button close = new Button();

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
        this(frame, model, state, sentence, ScreenRoom.here());
    }

    /** The same, on a screen with that room. */
    StatusWindow(
            WindowFrame frame,
            StatusViewModel model,
            ObservableValue<LinkState> state,
            ObservableValue<Phrase> sentence,
            ScreenRoom room) {
        this.frame = frame;
        this.model = model;
        this.room = room;
        details = new LinkPane(frame.texts());
        list = list();
        StatusBar bar = new StatusBar();
        bar.textProperty().bind(frame.texts().bind(sentence));
        bar.stateProperty().bind(state);
        Scene scene = new Scene(content(bar), room.width(WIDTH), room.height(HEIGHT));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        frame.look().follow(scene);
        stage.setScene(scene);
        close.requestFocus(); // The list comes and goes.
        stage.initOwner(frame.stage());
        frame.stage().addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> stage.hide()); // Not every platform does it.
        stage.titleProperty().bind(frame.texts().bind("stats.title"));
        stage.getIcons().setAll(AppIcon.images());
        stage.setOnHidden(_ -> model.stop());
        model.answersProperty().subscribe(this::fill);
        model.chosenProperty().subscribe(this::fill);
        frame.texts().languageProperty().subscribe(this::fill);
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        if (!stage.isShowing()) {
            model.start();
            OwnersMiddle.put(stage);
            stage.show();
        }
        stage.toFront();
    }

    /** Escape closes it; a list would keep the key to itself and do nothing with it. */
    private void leave(KeyEvent event) {
        if (ESCAPE.match(event)) {
            stage.hide();
            event.consume();
        }
    }

    private void fill() {
        model.figures().ifPresent(details::show);
        list.getSelectionModel().select(model.chosenProperty().get());
    }

    private VBox content(StatusBar bar) {
        BooleanBinding several = Bindings.size(model.links()).greaterThan(1);
        BooleanBinding nobody = Bindings.isEmpty(model.links());
        list.visibleProperty().bind(several);
        list.managedProperty().bind(several);
        several.subscribe(this::widen);
        ReadingScroll scroll = scroll();
        scroll.visibleProperty().bind(nobody.not());
        VBox empty = nobody();
        empty.visibleProperty().bind(nobody);
        StackPane shown = new StackPane(scroll, empty);
        HBox.setHgrow(shown, Priority.ALWAYS);
        HBox both = new HBox(list, shown);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox content = new VBox(both, foot(bar));
        content.setId("statusPane");
        content.getStyleClass().add("status-window");
        return content;
    }

    /** The list stands beside the figures and takes nothing from them. */
    private void widen(boolean several) {
        double wanted = room.width(WIDTH + LIST_WIDTH);
        if (several && stage.getWidth() < wanted) {
            OwnersMiddle.widen(stage, wanted);
        }
    }

    private ListView<LinkRow> list() {
        ListView<LinkRow> links = new ListView<>(model.links());
        links.setId("linkList");
        links.getStyleClass().add("links");
        links.setMinWidth(LIST_WIDTH);
        links.setMaxWidth(LIST_WIDTH);
        links.setCellFactory(_ -> new LinkCell(frame.texts(), model.answersProperty()));
        links.accessibleTextProperty().bind(frame.texts().bind("stats.list.accessible"));
        links.getSelectionModel().selectedItemProperty().subscribe(link -> {
            if (link != null) {
                model.choose(link);
            }
        });
        return links;
    }

    private ReadingScroll scroll() {
        VBox pane = new VBox(details);
        pane.getStyleClass().add("link-panes");
        ReadingScroll scroll = new ReadingScroll(pane);
        scroll.setFitToHeight(true);
        scroll.accessibleTextProperty().bind(frame.texts().bind("stats.title"));
        return scroll;
    }

    private HBox foot(StatusBar bar) {
        close.setId("closeStatusButton");
        close.textProperty().bind(frame.texts().bind("stats.close.button"));
        close.setDefaultButton(true);
        close.setOnAction(_ -> stage.hide());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(bar, space, close);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("foot");
        return foot;
    }

    private VBox nobody() {
        Label title = new Label();
        title.textProperty().bind(frame.texts().bind("stats.nobody.title"));
        title.getStyleClass().add("title");
        Label detail = new WrappedLabel("detail", frame.texts().bind("stats.nobody.detail"));
        VBox empty = new VBox(title, detail);
        empty.getStyleClass().add("empty-state");
        return empty;
    }
}
