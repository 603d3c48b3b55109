package io.lamplink.common.ui.theme;

import io.lamplink.common.host.UserFolders;
import io.lamplink.common.settings.SettingsEvent;
import io.lamplink.common.settings.SettingsFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings in a JSON file of the user's configuration folder. What is chosen counts at once and is written a moment later, by
 * a thread that waits for the disk in the window's stead.
 */
public final class FileSettings implements Settings {

    private static final Logger LOG = LoggerFactory.getLogger(FileSettings.class);
    private static final String EARLIER = "Lamplink";
    private static final long PATIENCE_SECONDS = 3;

    private final Map<String, String> values;
    private final SettingsFile file;
    private final Path folder;
    private final List<SettingsEvent> untold = new ArrayList<>();
    private @Nullable Consumer<SettingsEvent> listener;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("settings").factory());

    /** Settings that are kept in {@code file}, which need not exist. */
    public FileSettings(Path file) {
        this(file, List.of());
    }

    private FileSettings(Path file, List<Path> older) {
        this.file = new SettingsFile(file, older, InstantSource.system(), this::tell);
        folder = file.toAbsolutePath().resolveSibling("");
        values = new ConcurrentHashMap<>(this.file.values());
    }

    /** The settings of the window {@code name} where this system keeps such things. */
    public static FileSettings ofUser(String name) {
        return in(UserFolders.ofThisUser().settings(), name);
    }

    /** Those in {@code folder}; at first what earlier versions kept there, or beside it in a folder of capital letters. */
    static FileSettings in(Path folder, String name) {
        String older = name + ".properties";
        return new FileSettings(
                folder.resolve(name + ".json"),
                List.of(folder.resolve(older), folder.resolveSibling(EARLIER).resolve(older)));
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, String value) {
        if (!value.equals(values.put(key, value))) {
            writer.execute(() -> file.put(key, value));
        }
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder);
    }

    @Override
    public void flush() {
        try {
            writer.submit(() -> {}).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The last settings may not be kept.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void setOnEvent(Consumer<SettingsEvent> action) {
        listener = action;
        untold.forEach(action);
        untold.clear();
    }

    private synchronized void tell(SettingsEvent event) {
        Consumer<SettingsEvent> told = listener;
        if (told == null) {
            untold.add(event);
        } else {
            told.accept(event);
        }
    }
}
