package io.lamplink.common.ui.window;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Opens the settings beside a window. What is chosen there counts at once, so there is nothing to confirm. */
public final class SettingsWindow {
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
    private static final double WIDTH = 460;
    private static final double HEIGHT = 620;

    private final WindowFrame frame;
    private final SettingsViewModel model;
    private @Nullable Stage stage;

    /** A window that is not open yet. */
    public SettingsWindow(WindowFrame frame, SettingsViewModel model) {
        this.frame = frame;
        this.model = model;
    }

    /** Lets {@code button}, and Ctrl+, anywhere in {@code root}, open it. */
    public void openBy(Button button, Node root) {
        ObservableValue<String> words = frame.texts().bind("settings.button.tooltip");
        button.accessibleTextProperty().bind(frame.texts().bind("settings.title"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        button.setOnAction(_ -> show());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (OPEN.match(event)) {
                show();
                event.consume();
            }
        });
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        Stage known = stage;
        Stage shown = known == null ? build() : known;
        stage = shown;
        shown.show();
        shown.toFront();
    }

    private Stage build() {
        Stage made = new Stage();
        Scene scene = new Scene(content(made), WIDTH, HEIGHT);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), made::hide);
        frame.look().follow(scene);
        made.setScene(scene);
        made.initOwner(frame.stage());
        frame.stage().addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> made.hide()); // Not every platform does it.
        made.titleProperty().bind(frame.texts().bind("settings.title"));
        made.getIcons().setAll(AppIcon.images());
        return made;
    }

    private VBox content(Stage made) {
        ScrollPane scroll = new ScrollPane(new SettingsPane(frame, model));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button close = new Button();
        close.setId("closeSettingsButton");
        close.textProperty().bind(frame.texts().bind("stats.close.button"));
        close.setDefaultButton(true);
        close.setOnAction(_ -> made.hide());
        HBox foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("foot");
        VBox content = new VBox(scroll, foot);
        content.setId("settingsWindow");
        content.getStyleClass().add("settings-window");
        return content;
    }
}
