package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.TrayContract;
import java.util.List;

/** What the server's window does to go on in the tray. */
final class ServerTrayTest extends TrayContract<FakeServerEngine> {
    ServerTrayTest() {
        super(new PlayedServer(), List.of("Show window", "Listen", "Exit"), List.of("Show window", "Stop", "Exit"));
    }
}
