package io.lamplink.common.ui.window;

import io.lamplink.common.transfer.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures from the clipboard as PNG files, in a folder that only its owner can read. They stay there while the window is open,
 * because who comes late gets what was sent before, and they are removed with it. May be used on any thread.
 */
final class PastedPictures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PastedPictures.class);
    private static final int MOST_OF_A_NAME = 1000;

    private final InstantSource clock;
    private final DateTimeFormatter name;
    private final Path parent;
    private final Executor worker;
    private final Set<Path> files = new LinkedHashSet<>();
    private @Nullable Path folder;
    private boolean closed;

    /**
     * No pictures yet.
     *
     * @param zone in which the time is told that a picture is called by
     * @param parent where the folder is made, once there is a picture
     * @param worker packs them
     */
    PastedPictures(InstantSource clock, ZoneId zone, Path parent, Executor worker) {
        this.clock = clock;
        this.parent = parent;
        this.worker = worker;
        name = DateTimeFormatter.ofPattern("'picture'-yyyy-MM-dd-HH-mm-ss", Locale.ROOT)
                .withZone(zone);
    }

    /** Makes a file of {@code picture}, named by date and time; an {@link IOException} if the disk does not take it. */
    CompletableFuture<Path> keep(Image picture) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return write(picture);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                },
                worker);
    }

    private Path write(Image picture) throws IOException {
        PixelReader pixels = picture.getPixelReader();
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        if (pixels == null || width < 1 || height < 1) {
            throw new IOException("The picture has no pixels.");
        }
        Path file = create();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Png.write(out, width, height, (y, row) -> read(pixels, width, y, row));
        } catch (IOException e) {
            remove(file);
            throw e;
        }
        return file;
    }

    private static void read(PixelReader pixels, int width, int y, byte[] row) {
        pixels.getPixels(0, y, width, 1, PixelFormat.getByteBgraInstance(), row, 0, row.length);
        for (int i = 0; i < row.length; i += Png.PIXEL) {
            byte blue = row[i];
            row[i] = row[i + 2];
            row[i + 2] = blue;
        }
    }

    private synchronized Path create() throws IOException {
        if (closed) {
            throw new IOException("The window has closed.");
        }
        Path where = folder;
        if (where == null || !Files.isDirectory(where)) {
            where = Files.createTempDirectory(parent, "lamplink-pasted-"); // Its owner's alone, by its contract.
            where.toFile().deleteOnExit(); // Also if the program is told to end and the window does not hear of it.
            folder = where;
        }
        String called = name.format(clock.instant());
        for (int number = 1; number < MOST_OF_A_NAME; number++) {
            Path file = where.resolve(called + (number == 1 ? "" : "-" + number) + ".png");
            if (isMade(file)) {
                return file;
            }
        }
        throw new IOException("There are too many pictures of one second.");
    }

    /** Whether the file is made; not if there is one of that name already, from the same second. */
    private boolean isMade(Path file) throws IOException {
        try {
            Files.createFile(file, OwnerOnly.file(file));
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        file.toFile().deleteOnExit();
        files.add(file);
        return true;
    }

    /** Removes one that was not sent after all. */
    synchronized void remove(Path file) {
        if (files.remove(file)) {
            delete(file);
        }
    }

    /** Removes all of them. */
    @Override
    public synchronized void close() {
        closed = true;
        files.forEach(PastedPictures::delete);
        files.clear();
        Path where = folder;
        if (where != null) {
            delete(where);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("A picture that was pasted could not be removed.", e);
        }
    }
}
