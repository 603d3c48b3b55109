package io.lamplink.common.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and times of an export, in the reader's language and zone. */
final class ExportDates {
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;
    private @Nullable LocalDate last;

    ExportDates(HistoryWords words) {
        zone = words.zone();
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(words.locale());
        time = DateTimeFormatter.ofPattern("HH:mm", words.locale());
    }

    /** The day of {@code instant}, if it is another than at the last call. */
    Optional<String> newDay(Instant instant) {
        LocalDate now = local(instant).toLocalDate();
        if (now.equals(last)) {
            return Optional.empty();
        }
        last = now;
        return Optional.of(day.format(now));
    }

    /** The time of day. */
    String time(Instant instant) {
        return time.format(local(instant));
    }

    /** A peer may name any time, also one that no calendar has. */
    private ZonedDateTime local(Instant instant) {
        return within(instant).atZone(zone);
    }

    static Instant within(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }
}
