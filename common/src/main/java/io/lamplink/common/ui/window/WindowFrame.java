package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.FieldMenus;
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
    private final WindowLife life;
    private final TrayModel tray;
    private BooleanSupplier mayClose = () -> true;

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
        life = new WindowLife(stage, options.hideout().life());
        FrameSurroundings surroundings = new FrameSurroundings(stage, texts, options.signals());
        life.onEnd(surroundings::close);
        ports = new WindowPorts(
                options.time().clock(),
                options.time().door(),
                options.time().ticker(),
                new AskingInSight(
                        options.dialogs()
                                .orElseGet(() -> new NativeDialogs(stage, look, texts, options.time(), settings)),
                        life),
                options.opener().orElseGet(SystemOpener::new),
                settings,
                options.history(),
                surroundings,
                options.program());
        tray = new TrayModel(options.hideout(), ports, texts, new LampPictures()::of);
        life.onEnd(tray::close);
        look.choiceProperty().addListener((_, _, choice) -> settings.put("theme", choice.token()));
        watchSheets();
        texts.languageProperty().addListener((_, _, language) -> settings.put("language", language.token()));
    }

    private void watchSheets() {
        Subscription watching = settings.folder()
                .map(folder ->
                        look.watch(folder.resolve("themes"), options.time().door()))
                .orElse(Subscription.EMPTY);
        life.onEnd(watching::unsubscribe);
        life.onEnd(look::close);
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

    /** What stands for the window while that is hidden. */
    TrayModel tray() {
        return tray;
    }

    /** Lets {@code ending} happen when the window has closed for good, and not only into the tray. */
    public void onEnd(Runnable ending) {
        life.onEnd(ending);
    }

    /** Lets the window go into the tray where the person wants that; called when it is shown. */
    public void keepInTray(TraySubject subject) {
        tray.standFor(subject, new TrayModel.Place() {
            @Override
            public boolean isHidden() {
                return life.isHidden();
            }

            @Override
            public void show() {
                life.show();
            }

            @Override
            public void exit() {
                close();
            }
        });
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
        FieldMenus.in(scene, texts);
        stage.setScene(scene);
        stage.titleProperty().bind(texts.bind(title));
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(room.width(LEAST_WIDTH));
        stage.setMinHeight(room.height(LEAST_HEIGHT));
        options.bounds().ifPresent(this::place);
        this.mayClose = mayClose;
        stage.setOnCloseRequest(this::closeOrHide);
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> rememberSize(scene));
        stage.show();
        focusPrimary(scene);
        tellErrors();
    }

    private void tellErrors() {
        ErrorWindow errors = new ErrorWindow(this);
        options.program()
                .errors()
                .setOnError(error -> ports.door().execute(() -> {
                    if (life.isHidden()) {
                        life.show();
                    }
                    errors.show(error);
                }));
        life.onEnd(options.program().errors()::forgetListener);
    }

    /** The button to press first. A field would be selected by the focus, and each blink of its caret draw the whole window. */
    private static void focusPrimary(Scene scene) {
        Node primary = scene.lookup(".button.start");
        if (primary != null) {
            primary.requestFocus();
        }
    }

    /** Closes the window for good, unless the person minds. Its close button does so where it does not go into the tray. */
    public void close() {
        if (mayClose.getAsBoolean()) {
            life.close();
        }
    }

    private void closeOrHide(WindowEvent request) {
        if (tray.takesIn()) {
            request.consume();
            life.hide();
            tray.tellOnce();
        } else if (!mayClose.getAsBoolean()) {
            request.consume();
        }
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
