package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where another day begins in the log. */
final class DayLines {

    /**
     * How many lines are looked back at. Clocks of peers may be wrong: a day begins only where it is later than that of all
     * these, so that one message from another year does not part the log twice.
     */
    static final int LOOK_BACK = 8;

    private DayLines() {}

    /** The day that begins with line {@code index}, if one does; the first lines need none if they are of today. */
    static Optional<LocalDate> before(List<ChatEntry> lines, int index, LocalDate today, Texts texts) {
        LocalDate day = day(lines.get(index), texts);
        if (day == null) {
            return Optional.empty();
        }
        LocalDate latest = null;
        for (int i = index - 1; i >= Math.max(0, index - LOOK_BACK); i--) {
            LocalDate before = day(lines.get(i), texts);
            if (before != null && (latest == null || before.isAfter(latest))) {
                latest = before;
            }
        }
        boolean begins = latest == null ? !day.equals(today) && index < LOOK_BACK : day.isAfter(latest);
        return begins ? Optional.of(day) : Optional.empty();
    }

    /** What to call {@code day}. */
    static String name(LocalDate day, LocalDate today, Texts texts) {
        if (day.equals(today)) {
            return texts.get("chat.day.today");
        }
        return day.equals(today.minusDays(1)) ? texts.get("chat.day.yesterday") : texts.get(new Amount.Day(day));
    }

    private static @Nullable LocalDate day(ChatEntry line, Texts texts) {
        Instant time = switch (line) {
            case ChatEntry.ThisComputer _, ChatEntry.Divider _ -> null;
            case ChatEntry.Notice notice -> notice.time();
            case ChatEntry.Own own -> own.time();
            case ChatEntry.Theirs theirs -> theirs.time();
        };
        return time == null ? null : LocalDate.ofInstant(time, texts.zone());
    }
}
