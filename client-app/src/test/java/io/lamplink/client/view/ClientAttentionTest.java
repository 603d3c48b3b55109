package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.AttentionContract;

/** What the client's window does to be noticed. */
final class ClientAttentionTest extends AttentionContract<FakeClientEngine> {
    ClientAttentionTest() {
        super(new PlayedClient(), "Lamplink client");
    }
}
