package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.ForgettingContract;

final class ClientForgettingTest extends ForgettingContract<FakeClientEngine> {
    ClientForgettingTest() {
        super(PlayedClient::new);
    }
}
