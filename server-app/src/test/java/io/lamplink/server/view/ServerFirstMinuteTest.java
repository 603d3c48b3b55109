package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.FirstMinuteContract;

final class ServerFirstMinuteTest extends FirstMinuteContract<FakeServerEngine> {
    ServerFirstMinuteTest() {
        super(new PlayedServer(), "#listenButton");
    }
}
