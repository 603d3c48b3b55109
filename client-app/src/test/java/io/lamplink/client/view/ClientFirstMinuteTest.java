package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.FirstMinuteContract;

final class ClientFirstMinuteTest extends FirstMinuteContract<FakeClientEngine> {
    ClientFirstMinuteTest() {
        super(new PlayedClient(), "#connectButton");
    }
}
