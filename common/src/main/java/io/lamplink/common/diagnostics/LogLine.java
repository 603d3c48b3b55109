package io.lamplink.common.diagnostics;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/** One record as a line: time, level, thread, logger, sentence; a stack trace follows in lines of its own. */
final class LogLine extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxxx");

    /** A sentence may hold a word of a peer's, which must not look like a line of ours. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final ZoneId zone;

    /** Lines with the local time of {@code zone}. */
    LogLine(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String format(LogRecord record) {
        String line = "%s %s [%d] %s: %s%n"
                .formatted(
                        TIME.format(record.getInstant().atZone(zone)),
                        record.getLevel().getName(),
                        record.getLongThreadID(),
                        record.getLoggerName(),
                        BREAKS.matcher(formatMessage(record)).replaceAll(" "));
        return record.getThrown() == null ? line : line + Trace.of(record.getThrown());
    }
}
