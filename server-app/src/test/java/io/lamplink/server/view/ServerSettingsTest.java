package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.SettingsContract;
import java.util.Map;

final class ServerSettingsTest extends SettingsContract<FakeServerEngine> {
    ServerSettingsTest() {
        super(new PlayedServer(), Map.of("#shareSetting", "share false", "#catchUpSetting", "catch up false"));
    }
}
