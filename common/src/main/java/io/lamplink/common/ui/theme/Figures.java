package io.lamplink.common.ui.theme;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes amounts: few digits, the units people know, the language's own separators. */
final class Figures {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private final Texts texts;
    private final Locale locale;
    private final DateTimeFormatter timeOfDay;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;

    Figures(Texts texts, Locale locale, ZoneId zone) {
        this.texts = texts;
        this.locale = locale;
        this.timeOfDay = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
        this.moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
    }

    String write(Amount amount) {
        return switch (amount) {
            case Amount.Bytes(long count) -> bytes(count);
            case Amount.Speed(double speed) -> speed((long) speed);
            case Amount.Span(Duration span) -> span(span);
            case Amount.Delay(Duration delay) -> delay(delay);
            case Amount.TimeOfDay(Instant instant) -> timeOfDay.format(instant);
            case Amount.Moment(Instant instant) -> moment.format(instant);
            case Amount.Day(LocalDate date) -> day.format(date);
        };
    }

    private String speed(long bytes) {
        return bytes < 1000 ? texts.get("figure.speed.few", bytes) : bytes(bytes) + "/s";
    }

    /** Powers of 1000, as the units say and as file managers show them; three digits. */
    private String bytes(long count) {
        if (count < 1000) {
            return texts.get("figure.bytes.few", count);
        }
        double value = count;
        int unit = -1;
        while (value >= 999.5) {
            value /= 1000;
            unit++;
        }
        return number(value, value < 9.95 ? 1 : 0) + " " + UNITS[unit];
    }

    private String delay(Duration delay) {
        double millis = delay.toNanos() / 1e6;
        return number(millis, millis < 9.95 ? 1 : 0) + " ms";
    }

    private String span(Duration span) {
        long seconds = Math.max(0, (span.toMillis() + 500) / 1000);
        if (seconds < 60) {
            return texts.get("figure.span.seconds", seconds);
        }
        if (seconds < 3600) {
            return texts.get("figure.span.minutes", seconds / 60, seconds % 60);
        }
        long hours = seconds / 3600;
        return hours < 48
                ? texts.get("figure.span.hours", hours, seconds % 3600 / 60)
                : texts.get("figure.span.days", hours / 24, hours % 24);
    }

    private String number(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }
}
