package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.SideWindowContract;
import io.lamplink.common.ui.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class ClientSideWindowTest extends SideWindowContract<FakeClientEngine> {
    ClientSideWindowTest() {
        super(
                new PlayedClient(),
                Set.of(Theme.MIDNIGHT, Theme.DAYLIGHT),
                Map.of(
                        "settings",
                                List.of(
                                        "#themeSetting",
                                        "#languageSetting",
                                        "#nameSetting",
                                        "#writingSetting",
                                        "#undisturbedSetting",
                                        "#noticesSetting",
                                        "#noticeTextSetting",
                                        "#soundSetting",
                                        "#reconnectSetting",
                                        "#askFirstSetting",
                                        "#chooseFolderButton",
                                        "#sendLimitSetting",
                                        "#spoolSetting",
                                        "#historySetting",
                                        "#keysButton",
                                        "#aboutButton",
                                        ".button"),
                        "status", List.of("#closeStatusButton", "#linkList"),
                        "keys", List.of(".reading", ".button"),
                        "about", List.of("#copyDiagnosticsButton", "#licenceText", "#librariesText", ".button"),
                        "error", List.of(".copy-button", ".button")));
    }
}
