package io.lamplink.common.ui.theme;

import java.util.Optional;

/** Which look a person wants. */
public sealed interface ThemeChoice {

    /** One of ours. */
    record Own(Theme theme) implements ThemeChoice {}

    /** Ours that is nearest to what the system is set to, also when that changes. */
    record AsSystem() implements ThemeChoice {}

    /** A style sheet in the settings folder, by the name of its file without {@code .css}. */
    record Sheet(String name) implements ThemeChoice {}

    /** The word in the settings. */
    default String token() {
        return switch (this) {
            case Own(Theme theme) -> theme.token();
            case AsSystem() -> "system";
            case Sheet(String name) -> "sheet:" + name;
        };
    }

    /** The choice with that word. */
    static Optional<ThemeChoice> ofToken(String token) {
        if (token.equals("system")) {
            return Optional.of(new AsSystem());
        }
        return token.startsWith("sheet:")
                ? Optional.of(new Sheet(token.substring("sheet:".length())))
                : Theme.ofToken(token).map(Own::new);
    }
}
