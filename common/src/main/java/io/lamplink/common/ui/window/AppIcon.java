package io.lamplink.common.ui.window;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The lamp, in the sizes that window systems ask for. */
final class AppIcon {

    private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

    private AppIcon() {}

    static List<Image> images() {
        return IntStream.of(SIZES)
                .mapToObj(size -> new Image(
                        AppIcon.class.getResourceAsStream("/io/lamplink/common/images/icon-" + size + ".png")))
                .toList();
    }
}
