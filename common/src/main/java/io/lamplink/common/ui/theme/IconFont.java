package io.lamplink.common.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * A font of the icons whose strokes do not overlap. Without a graphics card, JavaFX draws letters as shapes on a screen at 200 %,
 * and leaves out what two strokes have in common. JavaFX thread.
 */
final class IconFont {
    private static final String FILE = "/io/lamplink/common/icons/icons.ttf";
    private static @Nullable Font loaded;

    private IconFont() {}

    /** The style sheet that lets all icons be drawn by it; nothing where JavaFX draws those of the package right. */
    static Optional<String> stylesheet() {
        if (Platform.isSupported(ConditionalFeature.SCENE3D)) { // With a graphics card letters are drawn as such.
            return Optional.empty();
        }
        if (loaded == null) {
            loaded = load();
        }
        return Optional.of(Theme.address("icons"));
    }

    /** The font, in any size. */
    static Font load() {
        try (InputStream file = Objects.requireNonNull(IconFont.class.getResourceAsStream(FILE), FILE)) {
            return Objects.requireNonNull(Font.loadFont(file, 16), FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
