package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.TypingContract;

/** Who writes, in the server's window. */
final class ServerTypingTest extends TypingContract<FakeServerEngine> {
    ServerTypingTest() {
        super(new PlayedServer());
    }
}
