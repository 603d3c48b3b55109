package io.lamplink.common.host;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where this system keeps a program's own files for one user. The folders need not be there yet.
 *
 * @param data what the program keeps: spool, history, logs
 * @param settings what the user has chosen
 */
public record UserFolders(Path data, Path settings) {
    private static final String NAME = "lamplink";

    /** The folders of the user who runs this program. */
    public static UserFolders ofThisUser() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** The folders that {@code system} uses, by its environment variables and the user's home folder. */
    static UserFolders of(String system, Map<String, String> environment, Path home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            Path local = folder(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
            Path roaming = folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
            return new UserFolders(local.resolve("Lamplink"), roaming.resolve("Lamplink"));
        }
        if (os.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Lamplink");
            return new UserFolders(support, support);
        }
        Path data = folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"));
        Path settings = folder(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
        return new UserFolders(data.resolve(NAME), settings.resolve(NAME));
    }

    /** The XDG base directory specification says that a relative path is to be ignored. */
    private static Path folder(@Nullable String named, Path otherwise) {
        if (named == null || named.isBlank()) {
            return otherwise;
        }
        Path path = Path.of(named);
        return path.isAbsolute() ? path : otherwise;
    }
}
