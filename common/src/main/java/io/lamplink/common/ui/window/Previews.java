package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Survey;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.Image;

/** Small pictures of picture files, read in the background when they are first asked for. Used on the JavaFX thread. */
final class Previews {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    /** Larger files are no pictures that one wants to wait for. */
    private static final long LARGEST = 32_000_000;

    private static final int KEPT = 64;

    private final double width;
    private final double height;
    private final Runnable onBroken;
    private final Map<Path, Image> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Pictures that fit into {@code width} and {@code height}.
     *
     * @param onBroken called when one turns out to be none
     */
    Previews(double width, double height, Runnable onBroken) {
        this.onBroken = onBroken;
        this.width = width;
        this.height = height;
    }

    /** The picture of {@code row}, which may not have been read yet, or nothing if it is none as far as is known. */
    Optional<Image> of(GivingRow row) {
        Survey survey = row.surveyProperty().get();
        boolean picture = survey != null
                && survey.kind() == Survey.Kind.FILE
                && survey.bytes() <= LARGEST
                && ENDINGS.contains(ending(row.path()));
        return picture ? Optional.of(read(row.path())).filter(image -> !image.isError()) : Optional.empty();
    }

    private Image read(Path path) {
        Image known = kept.get(path);
        if (known != null) {
            return known;
        }
        Image image = new Image(path.toUri().toString(), width, height, true, true, true);
        kept.put(path, image);
        image.errorProperty().addListener((_, _, _) -> onBroken.run());
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return image;
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
