package io.lamplink.installer.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a window is opened where nobody sees it, and without touching the files of whoever makes packages. */
public final class Screenless {
    private Screenless() {}

    /** For Java, when {@code folder} is the place of a user's files. */
    public static List<String> options(Path folder) {
        return List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Duser.home=" + folder.toAbsolutePath());
    }

    /** The environment for that. */
    public static Map<String, String> home(Path folder) {
        String place = folder.toAbsolutePath().toString();
        return Map.of("XDG_DATA_HOME", place, "XDG_CONFIG_HOME", place, "LOCALAPPDATA", place, "APPDATA", place);
    }
}
