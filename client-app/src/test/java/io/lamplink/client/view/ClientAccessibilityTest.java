package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.AccessibilityContract;

final class ClientAccessibilityTest extends AccessibilityContract<FakeClientEngine> {
    ClientAccessibilityTest() {
        super(new PlayedClient());
    }
}
