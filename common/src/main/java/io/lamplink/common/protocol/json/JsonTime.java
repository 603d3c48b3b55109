package io.lamplink.common.protocol.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as ISO 8601 in UTC with a four-digit year, such as {@code 2026-11-22T18:09:53.25Z}: the form of RFC 3339,
 * section 5.6, with {@code Z} as the only offset and up to nine digits after the second. Years 0000 to 9999.
 */
final class JsonTime {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");

    private JsonTime() {}

    /** Whether the wire has digits for {@code time}. */
    static boolean sayable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** {@code time} in words; throws {@link IllegalArgumentException} if it is not {@linkplain #sayable sayable}. */
    static String write(Instant time) {
        if (!sayable(time)) {
            throw new IllegalArgumentException("A time lies outside of the years 0000 to 9999.");
        }
        return time.toString();
    }

    /** The time that {@code text} says; empty if it has another form or names no moment. */
    static Optional<Instant> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text)).filter(JsonTime::sayable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
