package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.ClippingContract;

final class ClientClippingTest extends ClippingContract<FakeClientEngine> {
    ClientClippingTest() {
        super(new PlayedClient());
    }
}
