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
                        ".clients",
                        "#statusButton",
                        "#clearButton",
                        "#exitButton",
                        "#historyButton",
                        "#languageButton",
                        "#themeButton",
                        "#settingsButton",
                        ".entries",
                        "#emojiButton",
                        "#messageField",
                        "#addressField",
                        "#portField"),
                List.of(
                        "#searchField",
                        "#searchOlder",
                        "#searchNewer",
                        "#searchClose",
                        ".entries",
                        "#emojiButton",
                        "#sendFileButton",
                        "#sendFolderButton",
                        "#messageField",
                        "#sendButton",
                        ".cards",
                        ".pause",
                        ".cancel",
                        "#addressField",
                        "#portField",
                        "#stopButton",
                        "#pinButton",
                        "#addressesButton",
                        "#identityButton",
                        "#roomButton",
                        "#everyoneButton",
                        ".clients",
                        "#statusButton",
                        "#clearButton",
                        "#exitButton",
                        "#historyButton",
                        "#languageButton",
                        "#themeButton",
                        "#settingsButton"));
    }
}
