package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.KeyboardContract;
import java.util.List;

final class ClientKeyboardTest extends KeyboardContract<FakeClientEngine> {
    ClientKeyboardTest() {
        super(new PlayedClient(), List.of("#connectButton"), List.of("#disconnectButton"));
    }
}
