package io.lamplink.bench.worker;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.client.view.ClientWindow;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.ui.fx.FxDoor;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Theme;
import io.lamplink.common.ui.window.ConversationViewModel;
import io.lamplink.common.ui.window.WindowOptions;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.view.ServerWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** The real windows, shown; files are given to them where a dropped file is. */
public final class WindowWorkers {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private WindowWorkers() {}

    /** A server's window that listens on a free port. */
    public static Worker server(Path folder, Voice voice) {
        ListeningEngine engine = new ListeningEngine(EngineWorkers.settings("server", folder));
        return open(engine, voice, stage -> {
            var model = ServerWindow.open(stage, engine, options(0));
            model.addressProperty().set(EngineWorkers.ADDRESS);
            model.portProperty().set("0");
            model.listen();
            return model.conversation();
        });
    }

    /** A client's window that connects to {@code port}. */
    public static Worker client(Path folder, int port, Voice voice) {
        ConnectingEngine engine = new ConnectingEngine(EngineWorkers.settings("client", folder), true);
        return open(engine, voice, stage -> {
            var model = ClientWindow.open(stage, engine, options(WIDTH));
            model.addressProperty().set(EngineWorkers.ADDRESS);
            model.portProperty().set(Integer.toString(port));
            model.connect();
            return model.conversation();
        });
    }

    /** A server's window that nobody visits, for texts that are made up; with what {@link EngineWorkers#past} has filled, or not. */
    public static Worker log(Path folder, boolean past, Voice voice) {
        return new LogWindow(folder, past, voice);
    }

    private static Worker open(Engine engine, Voice voice, Function<Stage, ConversationViewModel> window) {
        FxDoor door = FxDoor.real();
        CompletableFuture<ConversationViewModel> shown = new CompletableFuture<>();
        Worker worker = EngineWorkers.listening(
                engine, file -> door.execute(() -> shown.join().sendFiles(List.of(file))), voice);
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            shown.complete(window.apply(new Stage()));
        });
        return worker;
    }

    static WindowOptions options(double left) {
        return WindowOptions.forgetful(HostInfo.ofThisMachine())
                .with(Theme.MIDNIGHT)
                .with(Language.ENGLISH)
                .with(new Rectangle2D(left, 0, WIDTH, HEIGHT));
    }
}
