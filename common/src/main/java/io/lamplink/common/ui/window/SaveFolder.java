package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Settings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that save dialogs begin with, as it is remembered from one start to the next. */
final class SaveFolder {
    private static final String KEY = "save-folder";

    private SaveFolder() {}

    /** What was chosen; it may be gone meanwhile. */
    static Optional<Path> read(Settings settings) {
        try {
            return settings.get(KEY).filter(text -> !text.isBlank()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The same, if it is still there. */
    static Optional<Path> present(Settings settings) {
        return read(settings).filter(Files::isDirectory);
    }

    static void write(Settings settings, Optional<Path> folder) {
        settings.put(KEY, folder.map(Path::toString).orElse(""));
    }
}
