package io.lamplink.common.ui.window;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The lamp, in the sizes that window systems ask for. */
final class AppIcon {

    /** Read once: every window wants them. */
    private static final List<Image> IMAGES = IntStream.of(16, 24, 32, 48, 64, 128, 256)
            .mapToObj(size ->
                    new Image(AppIcon.class.getResourceAsStream("/io/lamplink/common/images/icon-" + size + ".png")))
            .toList();

    private AppIcon() {}

    static List<Image> images() {
        return IMAGES;
    }
}
