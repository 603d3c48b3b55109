package io.lamplink.bench.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be measured by itself. */
public enum Part {
    PUSH,
    UPLOAD,
    WINDOWS,
    QT,
    TLS,
    TEN,
    CROWD,
    BROADCAST,
    TWENTY,
    STALLED,
    MEMORY,
    CHAT,
    SLOW100,
    SLOW10,
    FAR,
    LOG,
    JMH;

    /** Its name on the command line. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part with that name, if there is one. */
    public static Optional<Part> ofToken(String token) {
        return Arrays.stream(values())
                .filter(part -> part.token().equals(token))
                .findFirst();
    }
}
