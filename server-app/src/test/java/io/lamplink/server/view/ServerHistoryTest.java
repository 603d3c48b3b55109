package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.HistoryContract;

/** The history in the server's window. */
final class ServerHistoryTest extends HistoryContract<FakeServerEngine> {
    ServerHistoryTest() {
        super(new PlayedServer());
    }
}
