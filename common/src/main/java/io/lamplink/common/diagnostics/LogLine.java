package io.lamplink.common.diagnostics;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One record as a line: time, level, thread, logger, sentence; a stack trace follows in lines of its own. */
final class LogLine extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxxx");

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
                        formatMessage(record));
        return record.getThrown() == null ? line : line + trace(record.getThrown());
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
