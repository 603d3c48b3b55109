package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.RestingCaret;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.theme.ThemeChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/** A stage with its look, its language and its size, which it remembers from one start to the next. */
public final class WindowFrame {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 500;

    private final Stage stage;
    private final WindowOptions options;
    private final Settings settings;
    private final Look look;
    private final Texts texts;
    private final WindowPorts ports;

    /** A frame around {@code stage}, which is not shown yet. */
    public WindowFrame(Stage stage, WindowOptions options) {
        this.stage = stage;
        this.options = options;
        settings = options.settings();
        look = new Look(options.theme()
                .<ThemeChoice>map(ThemeChoice.Own::new)
                .or(() -> settings.get("theme").flatMap(ThemeChoice::ofToken))
                .orElse(new ThemeChoice.Own(Theme.MIDNIGHT)));
        texts = new Texts(
                options.language()
                        .or(() -> settings.get("language").flatMap(Language::ofToken))
                        .orElseGet(Language::ofSystem),
                options.time().clock().getZone());
        FrameSurroundings surroundings = new FrameSurroundings(stage, texts, options.signals());
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> surroundings.close());
        ports = new WindowPorts(
                options.time().clock(),
                options.time().door(),
                options.time().ticker(),
                options.dialogs().orElseGet(() -> new NativeDialogs(stage, look, texts, options.time(), settings)),
                options.opener().orElseGet(SystemOpener::new),
                settings,
                options.history(),
                surroundings,
                options.program());
        look.choiceProperty().addListener((_, _, choice) -> settings.put("theme", choice.token()));
        watchSheets();
        texts.languageProperty().addListener((_, _, language) -> settings.put("language", language.token()));
    }

    private void watchSheets() {
        Subscription watching = settings.folder()
                .map(folder ->
                        look.watch(folder.resolve("themes"), options.time().door()))
                .orElse(Subscription.EMPTY);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> {
            watching.unsubscribe();
            look.close();
        });
    }

    /** What view-models need of the world. */
    public WindowPorts ports() {
        return ports;
    }

    /** The words. */
    public Texts texts() {
        return texts;
    }

    /** The theme. */
    public Look look() {
        return look;
    }

    /** The stage. */
    public Stage stage() {
        return stage;
    }

    /** Loads a window's FXML, in which {@code $texts} and {@code ${words['key']}} are the words and {@code $settings} the settings. */
    public Region load(URL fxml, Object controller) {
        FXMLLoader loader = new FXMLLoader(fxml);
        loader.getNamespace().put("texts", texts);
        loader.getNamespace().put("settings", settings);
        loader.getNamespace().put("words", texts.words());
        loader.setControllerFactory(_ -> controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Shows the window.
     *
     * @param title what its title says
     * @param mayClose asked before it closes
     */
    public void show(Region root, ObservableValue<Phrase> title, BooleanSupplier mayClose) {
        show(root, title, mayClose, ScreenRoom.here());
    }

    /** The same, on a screen with that room. */
    void show(Region root, ObservableValue<Phrase> title, BooleanSupplier mayClose, ScreenRoom room) {
        Scene scene = new Scene(
                room.fit(root, LEAST_WIDTH, LEAST_HEIGHT),
                room.width(number("width", WIDTH)),
                room.height(number("height", HEIGHT)));
        look.follow(scene);
        RestingCaret.in(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(texts.bind(title));
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(room.width(LEAST_WIDTH));
        stage.setMinHeight(room.height(LEAST_HEIGHT));
        options.bounds().ifPresent(this::place);
        stage.setOnCloseRequest(request -> {
            if (!mayClose.getAsBoolean()) {
                request.consume();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> rememberSize(scene));
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> empty(scene));
        stage.show();
        focusPrimary(scene);
        tellErrors();
    }

    private void tellErrors() {
        ErrorWindow errors = new ErrorWindow(this);
        options.program().errors().setOnError(error -> ports.door().execute(() -> errors.show(error)));
        stage.addEventHandler(
                WindowEvent.WINDOW_HIDDEN, _ -> options.program().errors().forgetListener());
    }

    /** The button to press first. A field would be selected by the focus, and each blink of its caret draw the whole window. */
    private static void focusPrimary(Scene scene) {
        Node primary = scene.lookup(".button.start");
        if (primary != null) {
            primary.requestFocus();
        }
    }

    /** Closes the window as its close button does. */
    public void close() {
        WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
        stage.fireEvent(request);
        if (!request.isConsumed()) {
            stage.hide();
        }
    }

    /**
     * An engine that ends still tells so, and lists dress the rows that they make for it at once; but JavaFX has forgotten all
     * colours of a window that has closed.
     */
    private static void empty(Scene scene) {
        scene.setRoot(new Region());
    }

    private void place(Rectangle2D bounds) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
    }

    private void rememberSize(Scene scene) {
        if (options.bounds().isEmpty() && !stage.isMaximized() && !stage.isFullScreen()) {
            settings.put("width", Integer.toString((int) scene.getWidth()));
            settings.put("height", Integer.toString((int) scene.getHeight()));
        }
        settings.flush();
    }

    private double number(String key, double otherwise) {
        try {
            return settings.get(key)
                    .map(Double::parseDouble)
                    .filter(Double::isFinite)
                    .orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
