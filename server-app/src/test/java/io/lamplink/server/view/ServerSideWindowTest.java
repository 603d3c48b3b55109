package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.SideWindowContract;
import io.lamplink.common.ui.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class ServerSideWindowTest extends SideWindowContract<FakeServerEngine> {
    ServerSideWindowTest() {
        super(
                new PlayedServer(),
                Set.of(Theme.HIGH_CONTRAST),
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
                                "#shareSetting",
                                "#catchUpSetting",
                                "#announceSetting",
                                "#unencryptedSetting",
                                "#askFirstSetting",
                                "#chooseFolderButton",
                                "#spoolSetting",
                                "#historySetting",
                                "#keysButton",
                                "#aboutButton",
                                ".button"),
                        "status",
                        List.of("#closeStatusButton", "#linkList"),
                        "keys",
                        List.of(".reading", ".button"),
                        "about",
                        List.of("#copyDiagnosticsButton", "#licenceText", "#librariesText", ".button"),
                        "error",
                        List.of(".copy-button", ".button"),
                        "addresses",
                        List.of(
                                ".choice",
                                ".icon-button",
                                "#announceSwitch",
                                "#copyLinkButton",
                                "#reachButton",
                                "#copyAllButton",
                                ".button")));
    }

    @Override
    protected Map<String, Runnable> openers() {
        Map<String, Runnable> openers = super.openers();
        openers.put("addresses", () -> press("#addressesButton"));
        return openers;
    }
}
