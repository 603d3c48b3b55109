package io.lamplink.common.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/mei");

    @Test
    void linuxFollowsTheXdgBaseDirectories() {
        UserFolders folders =
                UserFolders.of("Linux", Map.of("XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "/config"), HOME);

        assertEquals(new UserFolders(Path.of("/data/lamplink"), Path.of("/config/lamplink")), folders);
    }

    @Test
    void linuxHasDefaultsAndIgnoresRelativePaths() {
        UserFolders folders = UserFolders.of("Linux", Map.of("XDG_DATA_HOME", "data", "XDG_CONFIG_HOME", ""), HOME);

        assertEquals(HOME.resolve(".local/share/lamplink"), folders.data());
        assertEquals(HOME.resolve(".config/lamplink"), folders.settings());
    }

    @Test
    void windowsAndMacUseTheirOwnPlaces() {
        assertEquals(
                HOME.resolve("AppData/Local/Lamplink"),
                UserFolders.of("Windows 11", Map.of(), HOME).data());
        assertEquals(
                HOME.resolve("Library/Application Support/Lamplink"),
                UserFolders.of("Mac OS X", Map.of(), HOME).data());
    }
}
