package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.AccessibilityContract;

final class ServerAccessibilityTest extends AccessibilityContract<FakeServerEngine> {
    ServerAccessibilityTest() {
        super(new PlayedServer());
    }
}
