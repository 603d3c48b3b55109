package io.lamplink.common.diagnostics;

import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Stack traces that can be passed on. An error's message is left out where it may quote what is a person's own: a path, a text,
 * a name. What the virtual machine says of its own errors stays.
 */
final class Trace {
    private static final int MOST_FRAMES = 80;
    private static final int MOST_ERRORS = 10;
    private static final int LONGEST_MESSAGE = 200;
    private static final String QUOTING = "/\\\"'`“”‘’«»";

    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Trace() {}

    /** The trace of {@code error} and of what caused it, with a line break at its end. */
    static String of(Throwable error) {
        Trace trace = new Trace();
        trace.add("", error);
        return trace.text.toString();
    }

    private void add(String before, Throwable error) {
        if (seen.size() == MOST_ERRORS || !seen.add(error)) {
            return;
        }
        text.append(before).append(head(error)).append(System.lineSeparator());
        StackTraceElement[] frames = error.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("\tat ").append(frames[i]).append(System.lineSeparator());
        }
        if (frames.length > MOST_FRAMES) {
            text.append("\t... ")
                    .append(frames.length - MOST_FRAMES)
                    .append(" more")
                    .append(System.lineSeparator());
        }
        for (Throwable one : error.getSuppressed()) {
            add("Suppressed: ", one);
        }
        if (error.getCause() != null) {
            add("Caused by: ", error.getCause());
        }
    }

    /** The name of {@code error}, and its message if that quotes nothing. */
    static String head(Throwable error) {
        String name = error.getClass().getName();
        String message = error instanceof FileSystemException file ? file.getReason() : error.getMessage();
        return message == null || quotes(error, message) ? name : name + ": " + message;
    }

    private static boolean quotes(Throwable error, String message) {
        if (error instanceof NullPointerException || error instanceof ClassCastException) {
            return message.lines().count() > 1; // They name variables and classes.
        }
        return error instanceof InvalidPathException
                || message.length() > LONGEST_MESSAGE
                || message.chars().anyMatch(c -> Character.isISOControl(c) || QUOTING.indexOf(c) >= 0);
    }
}
