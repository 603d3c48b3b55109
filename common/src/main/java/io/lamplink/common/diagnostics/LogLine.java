package io.lamplink.common.diagnostics;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * One record as a line: time, level, thread, logger, sentence; a stack trace follows in lines of its own. Before the first
 * record that a program writes into a file stands which program that is.
 */
final class LogLine extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxxx");

    /** A sentence may hold a word of a peer's, which must not look like a line of ours. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    /** No record begins so: they begin with a year, and their stack traces with a class or a tab. */
    private static final String HEAD = "--- ";

    private final ZoneId zone;
    private final String program;

    /** Lines of {@code program} with the local time of {@code zone}. */
    LogLine(ZoneId zone, String program) {
        this.zone = zone;
        this.program = program;
    }

    /** Whether the last program that wrote these lines is this one. */
    boolean isLastIn(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> line.startsWith(HEAD))
                .findFirst()
                .filter(head()::equals)
                .isPresent();
    }

    private String head() {
        return HEAD + program;
    }

    @Override
    public String getHead(Handler handler) {
        return head() + System.lineSeparator();
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
