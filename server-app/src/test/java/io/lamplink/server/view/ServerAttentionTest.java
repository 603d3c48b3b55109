package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.AttentionContract;

/** What the server's window does to be noticed. */
final class ServerAttentionTest extends AttentionContract<FakeServerEngine> {
    ServerAttentionTest() {
        super(new PlayedServer(), "Lamplink server");
    }
}
