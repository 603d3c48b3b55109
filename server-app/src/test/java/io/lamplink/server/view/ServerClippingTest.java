package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.ClippingContract;

final class ServerClippingTest extends ClippingContract<FakeServerEngine> {
    ServerClippingTest() {
        super(new PlayedServer());
    }
}
