package io.lamplink.common.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How a window can look: a base theme that styles every control, our tokens, and our widgets on top. */
public enum Theme {
    /** Calm dark blue. */
    MIDNIGHT(true),
    /** Light. */
    DAYLIGHT(false),
    /** Black and white with few colours; every text has a contrast of at least 7:1. */
    HIGH_CONTRAST(true);

    private static final List<String> WIDGETS = List.of(
            "window",
            "controls",
            "lamp",
            "chat-log",
            "search-bar",
            "composer",
            "transfer-list",
            "client-list",
            "discovery",
            "dialogs",
            "about");

    private final boolean dark;

    Theme(boolean dark) {
        this.dark = dark;
    }

    /** The word in settings and file names, such as {@code high-contrast}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The theme with that token. */
    public static Optional<Theme> ofToken(String token) {
        return Stream.of(values()).filter(theme -> theme.token().equals(token)).findFirst();
    }

    String baseStylesheet() {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    List<String> stylesheets() {
        return Stream.concat(Stream.of(token()), WIDGETS.stream())
                .map(Theme::address)
                .toList();
    }

    /** Where the sheet of that name is. */
    static String address(String name) {
        String file = "/io/lamplink/common/css/" + name + ".css";
        // A module's resource is found by its own classes only, so not by the path alone.
        return Objects.requireNonNull(Theme.class.getResource(file), file).toExternalForm();
    }
}
