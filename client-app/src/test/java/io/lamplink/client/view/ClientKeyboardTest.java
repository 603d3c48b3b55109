package io.lamplink.client.view;

import io.lamplink.common.ui.testkit.KeyboardContract;
import java.util.List;

final class ClientKeyboardTest extends KeyboardContract<FakeClientEngine> {
    ClientKeyboardTest() {
        super(
                new PlayedClient(),
                List.of(
                        "#connectButton",
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
                        "#disconnectButton",
                        "#statusButton",
                        "#clearButton",
                        "#exitButton",
                        "#historyButton",
                        "#languageButton",
                        "#themeButton",
                        "#settingsButton"));
    }
}
