package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.HistoryContract;

/** The history in the client's window. */
final class ClientHistoryTest extends HistoryContract<FakeClientEngine> {
    ClientHistoryTest() {
        super(new PlayedClient());
    }
}
