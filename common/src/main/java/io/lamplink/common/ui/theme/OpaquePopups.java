package io.lamplink.common.ui.theme;

import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/** How popups look where a system, such as X11 without a compositor, has no windows that can be seen through. JavaFX thread. */
final class OpaquePopups {
    private OpaquePopups() {}

    /** The style sheet that takes away what stands out of popups; nothing where that can be seen through. */
    static Optional<String> stylesheet() {
        return stylesheet(Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
    }

    /** The same for a system that a test names. */
    static Optional<String> stylesheet(boolean seeThrough) {
        return seeThrough ? Optional.empty() : Optional.of(Theme.address("opaque-popups"));
    }
}
