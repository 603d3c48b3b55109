package io.lamplink.common.ui.theme;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings in a properties file of the user's configuration folder. */
public final class FileSettings implements Settings {

    private static final Logger LOG = LoggerFactory.getLogger(FileSettings.class);

    private final Path file;
    private final Properties values = new Properties();

    /** Settings that are kept in {@code file}, which need not exist. */
    public FileSettings(Path file) {
        this.file = file;
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.info("The settings in {} can't be read, so the window starts with none.", file, e);
            }
        }
    }

    /** The settings of the window {@code name} where this system keeps such things. */
    public static FileSettings ofUser(String name) {
        return new FileSettings(folder().resolve("Lamplink").resolve(name + ".properties"));
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    @Override
    public synchronized void put(String key, String value) {
        if (!value.equals(values.setProperty(key, value))) {
            write();
        }
    }

    private void write() {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(draft)) {
                values.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.info("The settings can't be kept in {}.", file, e);
        }
    }

    private static Path folder() {
        Path home = Path.of(System.getProperty("user.home"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        boolean windows = system.contains("win");
        @Nullable String named = System.getenv(windows ? "APPDATA" : "XDG_CONFIG_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return windows ? home.resolve("AppData").resolve("Roaming") : home.resolve(".config");
    }
}
