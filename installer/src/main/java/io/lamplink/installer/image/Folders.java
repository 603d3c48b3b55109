package io.lamplink.installer.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
public final class Folders {
    private Folders() {}

    /** Removes {@code folder} with all that is in it; does nothing if it is not there. */
    public static void delete(Path folder) throws IOException {
        for (Path file : everything(folder, Comparator.<Path>naturalOrder().reversed())) {
            Files.delete(file);
        }
    }

    /** All regular files below {@code folder}, in the order of their names. */
    public static List<Path> files(Path folder) throws IOException {
        return everything(folder, Comparator.naturalOrder()).stream()
                .filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static List<Path> everything(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
