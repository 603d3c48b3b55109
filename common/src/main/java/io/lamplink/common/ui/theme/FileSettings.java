package io.lamplink.common.ui.theme;

import io.lamplink.common.host.UserFolders;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings in a properties file of the user's configuration folder. */
public final class FileSettings implements Settings {

    private static final Logger LOG = LoggerFactory.getLogger(FileSettings.class);
    private static final String EARLIER = "Lamplink";

    private final Path file;
    private final Properties values = new Properties();

    /** Settings that are kept in {@code file}, which need not exist. */
    public FileSettings(Path file) {
        this.file = file;
        if (Files.isReadable(file)) {
            read(file);
        }
    }

    /** The settings of the window {@code name} where this system keeps such things. */
    public static FileSettings ofUser(String name) {
        return in(UserFolders.ofThisUser().settings(), name);
    }

    /** Those in {@code folder}; at first those that earlier versions kept beside it, where letters of another case are another folder. */
    static FileSettings in(Path folder, String name) {
        FileSettings settings = new FileSettings(folder.resolve(name + ".properties"));
        Path earlier = folder.resolveSibling(EARLIER).resolve(name + ".properties");
        if (!Files.exists(settings.file) && Files.isReadable(earlier)) {
            settings.read(earlier);
        }
        return settings;
    }

    private void read(Path from) {
        try (Reader reader = Files.newBufferedReader(from)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("The settings in {} can't be read, so the window starts with none.", from, e);
        }
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
}
