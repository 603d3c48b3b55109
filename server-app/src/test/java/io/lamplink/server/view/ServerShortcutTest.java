package io.lamplink.server.view;

import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.testkit.ShortcutContract;
import java.util.EnumSet;

final class ServerShortcutTest extends ShortcutContract<FakeServerEngine> {
    ServerShortcutTest() {
        super(new PlayedServer(), EnumSet.of(Shortcut.DOWNLOAD, Shortcut.SERVERS, Shortcut.FORGET));
    }
}
