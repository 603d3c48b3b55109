package io.lamplink.common.ui.control;

import io.lamplink.common.picture.PictureReader;
import io.lamplink.common.picture.SmallPicture;
import io.lamplink.common.ui.fx.FxDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of files that have arrived, read by other threads when they come into sight. The last ones are kept, and
 * others are read again. Lives on the JavaFX thread.
 */
public final class Thumbnails {
    /** How wide one is at most, in pixels. */
    static final int WIDTH = 320;

    /** How high one is at most, in pixels. */
    static final int HEIGHT = 240;

    /** How many are kept; each takes at most 300 kB. */
    static final int KEPT = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    private final Function<UUID, Optional<Path>> files;
    private final Executor readers;
    private final FxDoor door;
    private final Set<UUID> underWay = new HashSet<>();
    private final Map<UUID, Picture> pictures = new LinkedHashMap<>(KEPT, 0.75f, true);
    private Runnable onChange = () -> {};

    /** What is known of a picture; no image means that there is none to show. */
    record Picture(@Nullable Image image) {}

    /**
     * No pictures yet.
     *
     * @param files where the file of a transfer is now, if it is there and is what was sent
     * @param readers on which files are read
     */
    public Thumbnails(Function<UUID, Optional<Path>> files, Executor readers, FxDoor door) {
        this.files = files;
        this.readers = readers;
        this.door = door;
    }

    /** Called when a picture can be shown that could not be before. */
    void setOnChange(Runnable action) {
        onChange = action;
    }

    /** The picture of a transfer's file; nothing yet if it has to be read first. */
    Optional<Picture> of(UUID transfer) {
        Picture known = pictures.get(transfer);
        if (known == null && underWay.add(transfer)) {
            door.receive(
                    files.apply(transfer)
                            .map(file -> CompletableFuture.supplyAsync(() -> read(file), readers))
                            .orElseGet(() -> CompletableFuture.completedFuture(new Picture(null))),
                    picture -> keep(transfer, picture));
        }
        return Optional.ofNullable(known);
    }

    private void keep(UUID transfer, Picture picture) {
        underWay.remove(transfer);
        pictures.put(transfer, picture);
        if (pictures.size() > KEPT) {
            pictures.remove(pictures.keySet().iterator().next());
        }
        onChange.run();
    }

    private static Picture read(Path file) {
        try {
            SmallPicture small = PictureReader.read(file, WIDTH, HEIGHT);
            WritableImage image = new WritableImage(small.width(), small.height());
            image.getPixelWriter()
                    .setPixels(
                            0,
                            0,
                            small.width(),
                            small.height(),
                            PixelFormat.getIntArgbInstance(),
                            small.argb(),
                            0,
                            small.width());
            return new Picture(image);
        } catch (IOException e) {
            LOG.info("A file is not shown as a picture.", e);
            return new Picture(null);
        }
    }
}
