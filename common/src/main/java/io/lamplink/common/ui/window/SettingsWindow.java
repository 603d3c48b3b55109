package io.lamplink.common.ui.window;

import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.keys.Shortcut;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Opens the settings beside a window. What is chosen there counts at once, so there is nothing to confirm. */
public final class SettingsWindow {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 620;

    /** Two buttons beside each other, where their words are no longer than in English. */
    private static final double HELP_WIDTH = 300;

    private final WindowFrame frame;
    private final SettingsViewModel model;
    private final AboutWindow about;
    private final OnDemand<SideWindow> window = new OnDemand<>(this::build);
    private @Nullable Keyboard keyboard;

    /** A window that is not open yet. */
    public SettingsWindow(WindowFrame frame, SettingsViewModel model) {
        this.frame = frame;
        this.model = model;
        about = new AboutWindow(frame, model.about());
    }

    /** Lets {@code button}, and its keys anywhere in the window, open it. */
    public void openBy(Button button, Keyboard keyboard) {
        ObservableValue<String> words = frame.texts().bind("settings.title", Shortcut.SETTINGS);
        button.accessibleTextProperty().bind(frame.texts().bind("settings.title"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words);
        button.setTooltip(tooltip);
        button.setOnAction(_ -> show());
        keyboard.on(Shortcut.SETTINGS, this::show).on(Shortcut.ABOUT, about::show);
        this.keyboard = keyboard;
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        window.get().show();
    }

    private SideWindow build() {
        ScrollPane scroll = new ScrollPane(new SettingsPane(frame, model));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new SideWindow(frame, "settings.title", "settingsWindow", scroll, WIDTH, HEIGHT, help());
    }

    private FlowPane help() {
        FlowPane help = new FlowPane(keys(), about());
        help.getStyleClass().add("help");
        help.setPrefWrapLength(HELP_WIDTH);
        HBox.setHgrow(help, Priority.SOMETIMES);
        return help;
    }

    private Button keys() {
        Button keys = new Button();
        keys.setId("keysButton");
        keys.textProperty().bind(frame.texts().bind("keys.title", Shortcut.HELP));
        keys.setOnAction(_ -> {
            if (keyboard != null) {
                keyboard.press(Shortcut.HELP);
            }
        });
        return keys;
    }

    private Button about() {
        Button button = new Button();
        button.setId("aboutButton");
        button.textProperty().bind(frame.texts().bind("settings.about.button"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(frame.texts().bind("about.title", Shortcut.ABOUT));
        button.setTooltip(tooltip);
        button.setOnAction(_ -> about.show());
        return button;
    }
}
