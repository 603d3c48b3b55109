package io.lamplink.server.view;

import io.lamplink.common.reach.Finding;
import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.ui.testkit.ServerScript;
import io.lamplink.common.ui.window.WindowOptions;
import java.util.List;
import javafx.stage.Stage;

/** The server's window before an engine that a test plays, on a machine where something of every weight was found. */
final class PlayedServer extends ServerScript<FakeServerEngine> {
    PlayedServer() {
        super(new FakeServerEngine());
        engine().findings
                .complete(List.of(
                        new Firewall(Firewall.Kind.UFW, Firewall.Verdict.CLOSED, 8080, "sudo ufw allow 8080/tcp"),
                        new Firewall(
                                Firewall.Kind.WINDOWS,
                                Firewall.Verdict.UNKNOWN,
                                8080,
                                "netsh advfirewall firewall add rule"),
                        new Finding.Answers("192.168.1.5:8080"),
                        new Finding.Wireless("wlan0")));
    }

    @Override
    public void open(Stage stage, WindowOptions options) {
        ServerWindow.open(stage, engine(), options);
    }
}
