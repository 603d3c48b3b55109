package io.lamplink.common.diagnostics;

import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.session.LinkState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A summary of a program and of what it runs on, for whoever is to find a fault: in English, and without anything that people
 * said, sent, or want kept to themselves. Of links it tells how they are, never with whom. Immutable.
 *
 * @param program which one
 * @param screen what draws it, a line each
 * @param settings by their keys; only those are told whose values can be no secret
 * @param state what the lamp shows
 * @param links the links that are up
 */
public record Diagnostics(
        ThisProgram program,
        List<String> screen,
        Map<String, String> settings,
        LinkState state,
        List<PeerStatistics> links) {

    /** So many lines of the log are told. */
    private static final int LOG_LINES = 100;

    private static final int MOST_LINKS = 20;
    private static final long MEGABYTE = 1024 * 1024;
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    public Diagnostics {
        screen = List.copyOf(screen);
        settings = Map.copyOf(settings);
        links = List.copyOf(links);
    }

    /** All of it; reads the log from the disk. */
    public String text() {
        StringBuilder text = new StringBuilder(head(program));
        screen.forEach(line -> text.append(line).append('\n'));
        text.append("\nSettings\n");
        new TreeMap<>(settings).forEach((key, value) -> text.append("  %s = %s%n".formatted(key, value)));
        text.append("\nLinks: %s, %d up%n".formatted(state.name().toLowerCase(Locale.ROOT), links.size()));
        links.stream()
                .limit(MOST_LINKS)
                .forEach(link -> text.append("  ").append(told(link)).append('\n'));
        text.append("\nLog\n").append(log());
        return text.toString().replace("\r\n", "\n");
    }

    /** What {@code error} was and where it was thrown, with what the program runs on. */
    public static String of(ThisProgram program, Throwable error) {
        return (head(program) + "\n" + withoutHome(Trace.of(error))).replace("\r\n", "\n");
    }

    private static String head(ThisProgram program) {
        return "Lamplink %s %s%nJava: %s (%s)%nSystem: %s %s (%s)%nLanguage: %s%nMemory: %s%n"
                .formatted(
                        program.name(),
                        program.version(),
                        property("java.runtime.version"),
                        property("java.vendor"),
                        property("os.name"),
                        property("os.version"),
                        property("os.arch"),
                        Locale.getDefault().toLanguageTag(),
                        memory());
    }

    private static String memory() {
        Runtime runtime = Runtime.getRuntime();
        return "%d MB used of at most %d MB, %d processors"
                .formatted(
                        (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                        runtime.maxMemory() / MEGABYTE,
                        runtime.availableProcessors());
    }

    private static String told(PeerStatistics link) {
        String delay = link.roundTrips().isEmpty()
                ? "unknown"
                : String.format(
                        Locale.ROOT, "%.1f ms", link.roundTrips().getLast().toNanos() / NANOS_IN_A_MILLISECOND);
        return "%s, %s, round trip %s, messages %d out %d in, bytes %d out %d in, files %d out %d in %d under way, %d waiting"
                .formatted(
                        link.peer().dialect(),
                        link.encrypted() ? "encrypted" : "in clear",
                        delay,
                        link.messagesOut(),
                        link.messagesIn(),
                        link.bytesOut(),
                        link.bytesIn(),
                        link.filesOut(),
                        link.filesIn(),
                        link.filesUnderWay(),
                        link.queuedBytes());
    }

    private String log() {
        return program.log()
                .map(log -> log.lastLines(LOG_LINES).stream()
                        .map(line -> "  " + withoutHome(line) + "\n")
                        .collect(Collectors.joining()))
                .orElse("  none is written\n");
    }

    /** Where the user's folder is tells who the user is. */
    private static String withoutHome(String line) {
        String home = System.getProperty("user.home", "");
        return home.length() > 1 ? line.replace(home, "~") : line;
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
