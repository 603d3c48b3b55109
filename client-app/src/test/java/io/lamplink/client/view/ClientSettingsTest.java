package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.SettingsContract;
import java.util.Map;

final class ClientSettingsTest extends SettingsContract<FakeClientEngine> {
    ClientSettingsTest() {
        super(new PlayedClient(), Map.of("#reconnectSetting", "seek false"));
    }
}
