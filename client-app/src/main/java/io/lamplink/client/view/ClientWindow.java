package io.lamplink.client.view;

import io.lamplink.client.engine.ClientEngine;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.TraySubject;
import io.lamplink.common.ui.window.WindowFrame;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

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
        ObservableValue<Phrase> title = model.conversation().attention().title().title("app.client.title");
        frame.show(root, title, model.conversation()::mayClose);
        frame.onEnd(model::close);
        frame.keepInTray(new TraySubject(
                title,
                model.conversation().stateProperty(),
                model.sentenceProperty(),
                Bindings.createObjectBinding(
                        () -> deed(model),
                        model.conversation().stateProperty(),
                        model.startWordProperty(),
                        model.stopWordProperty()),
                model.formProblemProperty()));
        return model;
    }

    private static TraySubject.Deed deed(ClientViewModel model) {
        return model.conversation().stateProperty().get().canStart()
                ? new TraySubject.Deed(model.startWordProperty().get(), model::connect)
                : new TraySubject.Deed(model.stopWordProperty().get(), model::disconnect);
    }
}
