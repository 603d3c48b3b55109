package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.TypingContract;

final class ServerTypingTest extends TypingContract<FakeServerEngine> {
    ServerTypingTest() {
        super(new PlayedServer());
    }
}
