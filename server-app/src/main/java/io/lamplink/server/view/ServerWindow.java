package io.lamplink.server.view;

import io.lamplink.common.ui.window.WindowFrame;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.engine.ServerEngine;
import java.util.Objects;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Opens the server's window. */
public final class ServerWindow {

    private ServerWindow() {}

    /**
     * Shows the server on {@code stage}; called on the JavaFX thread. Closing the engine is up to whoever opened it.
     *
     * @return the model, for scripts
     */
    public static ServerViewModel open(Stage stage, ServerEngine engine, WindowOptions options) {
        WindowFrame frame = new WindowFrame(stage, options);
        ServerViewModel model = new ServerViewModel(engine, frame.ports(), options.hosts(), options.settings());
        ServerController controller = new ServerController(model, frame);
        Region root = frame.load(Objects.requireNonNull(ServerWindow.class.getResource("ServerView.fxml")), controller);
        model.conversation().history().beforeShown();
        frame.show(
                root,
                model.conversation().attention().title().title("app.server.title"),
                model.conversation()::mayClose);
        stage.addEventHandler(
                WindowEvent.WINDOW_HIDDEN, _ -> model.conversation().close());
        return model;
    }
}
