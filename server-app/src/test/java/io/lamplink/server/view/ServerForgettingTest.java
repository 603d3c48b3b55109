package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.ForgettingContract;

final class ServerForgettingTest extends ForgettingContract<FakeServerEngine> {
    ServerForgettingTest() {
        super(PlayedServer::new);
    }
}
