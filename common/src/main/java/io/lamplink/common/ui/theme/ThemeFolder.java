package io.lamplink.common.ui.theme;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The style sheets in a folder. Looked at again and again by one thread, which may wait for the disk. */
final class ThemeFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ThemeFolder.class);
    private static final long SECONDS_BETWEEN = 2;
    private static final String SUFFIX = ".css";
    private static final int MOST_SHEETS = 50;
    private static final long MOST_BYTES = 256 * 1024;

    private record Seen(FileTime changed, long size) {}

    private final Path folder;
    private final Consumer<List<ThemeSheet>> changed;
    private Map<Path, Seen> seen = Map.of();

    /**
     * Sheets in {@code folder}, which need not exist.
     *
     * @param changed told of all that are there, whenever that has changed, by the thread that looks
     */
    ThemeFolder(Path folder, Consumer<List<ThemeSheet>> changed) {
        this.folder = folder;
        this.changed = changed;
    }

    /** Looks every two seconds from now on, on a thread of its own, until that is unsubscribed. */
    Subscription watch() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("style-sheets").factory());
        var _ = thread.scheduleWithFixedDelay(this::look, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
        return thread::shutdown;
    }

    /** Looks whether a sheet has come, gone or changed. */
    void look() {
        Map<Path, Seen> now = list();
        if (!now.equals(seen)) {
            seen = now;
            changed.accept(now.keySet().stream().map(ThemeFolder::read).toList());
        }
    }

    private Map<Path, Seen> list() {
        Map<Path, Seen> files = new TreeMap<>();
        if (!Files.isDirectory(
                folder)) { // The usual case; an exception every two seconds would cost more than all else here.
            return files;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : all) {
                if (files.size() < MOST_SHEETS && Files.isRegularFile(file)) {
                    files.put(file, new Seen(Files.getLastModifiedTime(file), Files.size(file)));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("The style sheets cannot be listed.", e);
        }
        return files;
    }

    /** What cannot be read is a sheet that says nothing. */
    private static ThemeSheet read(Path file) {
        String name = file.getFileName().toString();
        name = name.substring(0, name.length() - SUFFIX.length());
        try {
            return new ThemeSheet(name, Files.size(file) > MOST_BYTES ? "" : Files.readString(file));
        } catch (IOException e) {
            LOG.info("A style sheet cannot be read.", e);
            return new ThemeSheet(name, "");
        }
    }
}
