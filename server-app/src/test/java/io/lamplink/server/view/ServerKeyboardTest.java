package io.lamplink.server.view;

import io.lamplink.common.ui.testkit.KeyboardContract;
import java.util.List;

final class ServerKeyboardTest extends KeyboardContract<FakeServerEngine> {
    ServerKeyboardTest() {
        super(
                new PlayedServer(),
                List.of(
                        "#listenButton",
                        "#pinButton",
                        "#addressesButton",
                        "#identityButton",
                        "#roomButton",
                        ".clients"),
                List.of(
                        "#stopButton",
                        "#pinButton",
                        "#addressesButton",
                        "#identityButton",
                        "#roomButton",
                        "#everyoneButton",
                        ".clients"));
    }
}
