package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.SideWindowContract;
import io.lamplink.common.ui.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.stage.Window;

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
                                "#sendLimitSetting",
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
                                ".button"),
                        "reach",
                        List.of(
                                "#reachAgainButton",
                                ".button",
                                ".blocks",
                                ".icon-button",
                                ".unknown",
                                ".icon-button",
                                ".good",
                                ".hint")));
    }

    @Override
    protected Map<String, Runnable> openers() {
        Map<String, Runnable> openers = super.openers();
        openers.put("addresses", () -> press("#addressesButton"));
        openers.put("reach", this::openReach);
        return openers;
    }

    /** From the window of addresses, which closes: what is looked at is the one that is new. */
    private void openReach() {
        press("#addressesButton");
        Fx.run(() -> {
            Window addresses = Window.getWindows().stream()
                    .filter(window -> window.getScene().lookup("#reachButton") != null)
                    .findFirst()
                    .orElseThrow();
            ((Button) addresses.getScene().lookup("#reachButton")).fire();
            addresses.hide();
        });
    }
}
