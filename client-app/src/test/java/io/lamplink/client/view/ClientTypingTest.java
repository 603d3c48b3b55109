package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.TypingContract;

/** Who writes, in the client's window. */
final class ClientTypingTest extends TypingContract<FakeClientEngine> {
    ClientTypingTest() {
        super(new PlayedClient());
    }
}
