package io.lamplink.server.view;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.window.TraySubject;
import io.lamplink.common.ui.window.WindowFrame;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.engine.ServerEngine;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

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
        ObservableValue<Phrase> title = model.conversation().attention().title().title("app.server.title");
        frame.show(root, title, model.conversation()::mayClose);
        frame.onEnd(model.conversation()::close);
        frame.keepInTray(new TraySubject(
                title,
                model.conversation().stateProperty(),
                model.sentenceProperty(),
                model.conversation().stateProperty().map(state -> deed(model, state)),
                model.formProblemProperty()));
        return model;
    }

    private static TraySubject.Deed deed(ServerViewModel model, LinkState state) {
        return state.canStart()
                ? new TraySubject.Deed(Phrase.of("listen.button.listen"), model::listen)
                : new TraySubject.Deed(Phrase.of("listen.button.stop"), model::stop);
    }
}
