package io.lamplink.common.ui.theme;

import java.util.List;

/**
 * Something to say in whatever language the window speaks when it is shown. Immutable.
 *
 * @param key names the pattern in the texts
 * @param arguments strings as they are, numbers, {@link Amount}s, what is {@link Keyed}, or phrases
 */
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A phrase of {@code key}. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
