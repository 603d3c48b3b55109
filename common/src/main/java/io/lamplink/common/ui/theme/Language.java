package io.lamplink.common.ui.theme;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages the windows speak. */
public enum Language {
    /** English. */
    ENGLISH(Locale.ENGLISH, "English"),
    /** Simplified Chinese. */
    CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** For numbers and dates. */
    public Locale locale() {
        return locale;
    }

    /** Its name in itself: who can't read the window's language finds their own. */
    public String ownName() {
        return ownName;
    }

    /** The word in settings and file names: {@code en} or {@code zh}. */
    public String token() {
        return locale.getLanguage();
    }

    /** The language with that token. */
    public static Optional<Language> ofToken(String token) {
        return Stream.of(values())
                .filter(language -> language.token().equals(token))
                .findFirst();
    }

    /** The language that the system is set to, or English where we don't speak it. */
    public static Language ofSystem() {
        return ofToken(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(ENGLISH);
    }
}
