package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.FileDrop;
import io.lamplink.common.ui.control.Ornament;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The sheet before something is sent: what, how much, and to whom. Files that are dropped on it come too. Used once. */
final class GivingDialog {

    private static final int ROW = 44;
    private static final int MOST_ROWS = 5;
    /** What border and padding of the list take above and below its rows. */
    private static final int FRAME = 4;

    private static final double PREVIEW_WIDTH = 396;
    private static final double PREVIEW_HEIGHT = 168;

    private final Texts texts;
    private final GivingViewModel model;
    private final Previews large = new Previews(PREVIEW_WIDTH, PREVIEW_HEIGHT, this::showPreview);
    private final ImageView preview = new ImageView();
    private final StackPane frame = new StackPane(preview);
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType send;
    private double fitted;

    GivingDialog(Window owner, Look look, Texts texts, GivingViewModel model) {
        this.texts = texts;
        this.model = model;
        send = new ButtonType(texts.get("composer.send.button"), ButtonBar.ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("app.name"));
        DialogPane pane = dialog.getDialogPane();
        pane.getButtonTypes()
                .setAll(send, new ButtonType(texts.get("dialog.button.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        Button go = (Button) pane.lookupButton(send);
        fill(pane, go);
        go.setId("giveButton");
        go.disableProperty().bind(model.sendableProperty().not());
        pane.sceneProperty().subscribe(scene -> {
            go.requestFocus();
            if (scene != null) {
                scene.addPostLayoutPulseListener(() -> fit(pane, scene));
            }
        });
        FileDrop.on(pane, () -> true, _ -> {}, model::add);
        look.style(pane);
    }

    /** Waits for the answer: whether to send it. */
    boolean ask() {
        model.start();
        try {
            return dialog.showAndWait().filter(send::equals).isPresent();
        } finally {
            model.stop();
        }
    }

    private void fill(DialogPane pane, Button go) {
        pane.getStyleClass().addAll("question", "giving");
        pane.headerTextProperty().bind(texts.bind(model.questionProperty()));
        pane.setGraphic(Ornament.of(Feather.SEND));
        VBox content = new VBox(frame(), list(go), line("total", model.totalProperty()));
        content.getStyleClass().add("giving-sheet");
        if (model.amongMany()) {
            content.getChildren().add(new ReceiverChoice(texts, model));
        }
        content.getChildren().addAll(line("hint", model.hintProperty()), line("form-problem", model.problemProperty()));
        pane.setContent(new QuestionScroll(content, texts.get("give.list.accessible"), ScreenRoom.here()));
    }

    /** One picture alone is shown large, so that it is plain which one it is. */
    private StackPane frame() {
        frame.getStyleClass().add("preview");
        frame.visibleProperty().bind(preview.imageProperty().isNotNull());
        frame.managedProperty().bind(frame.visibleProperty());
        model.totalProperty().subscribe(this::showPreview);
        return frame;
    }

    private void showPreview() {
        preview.setAccessibleText(
                model.rows().isEmpty() ? "" : model.rows().getFirst().name());
        preview.setImage(
                model.rows().size() == 1 ? large.of(model.rows().getFirst()).orElse(null) : null);
    }

    /** The window is as high as what is on it, whatever comes and goes. */
    private void fit(DialogPane pane, Scene scene) {
        double needed = pane.prefHeight(pane.getWidth());
        if (Math.abs(needed - fitted) > 1 && scene.getWindow() != null) {
            fitted = needed;
            scene.getWindow().sizeToScene();
        }
    }

    private ListView<GivingRow> list(Button go) {
        ListView<GivingRow> list = new ListView<>(model.rows());
        list.setId("giveList");
        list.setFixedCellSize(ROW);
        list.accessibleTextProperty().bind(texts.bind("give.list.accessible"));
        Previews small = new Previews(GivingCell.PICTURE, GivingCell.PICTURE, list::refresh);
        list.setCellFactory(_ -> new GivingCell(texts, small, model::remove));
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(model.rows().size(), 1, MOST_ROWS) * (double) ROW + FRAME, model.rows()));
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, list, go));
        return list;
    }

    private void onKey(KeyEvent event, ListView<GivingRow> list, Button go) {
        GivingRow focused = list.getFocusModel().getFocusedItem();
        if (event.getCode() == KeyCode.DELETE && focused != null) {
            model.remove(focused);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) { // A list would keep it from the default button.
            go.fire();
            event.consume();
        }
    }

    private Label line(String style, ObservableValue<? extends @Nullable Phrase> phrase) {
        Label line = ColourEmoji.in(new Label());
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add(style);
        line.textProperty().bind(texts.bind(phrase));
        line.visibleProperty().bind(line.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }
}
