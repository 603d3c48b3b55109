package io.lamplink.common.ui.theme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A figure whose writing depends on the language. */
public sealed interface Amount {

    /** A number of bytes, 0 or more. */
    record Bytes(long count) implements Amount {}

    /** Bytes a second. */
    record Speed(double bytesPerSecond) implements Amount {}

    /** A time that something takes, to the second. */
    record Span(Duration duration) implements Amount {
        public Span {
            Objects.requireNonNull(duration);
        }
    }

    /** A delay of a few milliseconds. */
    record Delay(Duration duration) implements Amount {
        public Delay {
            Objects.requireNonNull(duration);
        }
    }

    /** A time of day, such as 14:02. */
    record TimeOfDay(Instant instant) implements Amount {
        public TimeOfDay {
            Objects.requireNonNull(instant);
        }
    }

    /** A date and a time of day. */
    record Moment(Instant instant) implements Amount {
        public Moment {
            Objects.requireNonNull(instant);
        }
    }

    /** A day of the calendar. */
    record Day(LocalDate date) implements Amount {
        public Day {
            Objects.requireNonNull(date);
        }
    }
}
