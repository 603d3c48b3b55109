package io.lamplink.client.view;

import io.lamplink.client.engine.ClientEngine;
import io.lamplink.common.ui.window.WindowFrame;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.Objects;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Opens the client's window. */
public final class ClientWindow {

    private ClientWindow() {}

    /**
     * Shows the client on {@code stage}; called on the JavaFX thread. Closing the engine is up to whoever opened it.
     *
     * @return the model, for scripts
     */
    public static ClientViewModel open(Stage stage, ClientEngine engine, WindowOptions options) {
        WindowFrame frame = new WindowFrame(stage, options);
        ClientViewModel model = new ClientViewModel(engine, frame.ports(), options.host(), options.settings());
        ClientController controller = new ClientController(model, frame);
        Region root = frame.load(Objects.requireNonNull(ClientWindow.class.getResource("ClientView.fxml")), controller);
        model.conversation().history().beforeShown();
        frame.show(
                root,
                model.conversation().attention().title().title("app.client.title"),
                model.conversation()::mayClose);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> model.close());
        return model;
    }
}
