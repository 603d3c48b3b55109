package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.TrayContract;
import java.util.List;

/** What the client's window does to go on in the tray. */
final class ClientTrayTest extends TrayContract<FakeClientEngine> {
    ClientTrayTest() {
        super(
                new PlayedClient(),
                List.of("Show window", "Connect", "Exit"),
                List.of("Show window", "Disconnect", "Exit"));
    }
}
