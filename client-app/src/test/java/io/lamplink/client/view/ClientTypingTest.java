package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.TypingContract;

final class ClientTypingTest extends TypingContract<FakeClientEngine> {
    ClientTypingTest() {
        super(new PlayedClient());
    }
}
