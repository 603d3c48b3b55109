package io.lamplink.common.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors that nobody caught, whatever the thread: the first of each kind is logged with its stack trace and handed to whoever
 * listens, and the program goes on. Those that follow are counted, so that neither a storm of them nor an error in the telling
 * fills the log or the screen. Of one kind are errors of one class that began at the same place. Thread-safe.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    /** After so many kinds whatever else comes is one kind: something is very wrong, and enough is known of it. */
    static final int MOST_KINDS = 50;

    private static final String OTHERS = "others";
    private static final String OWN = "io.lamplink.";
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);

    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Throwable> untold = new ArrayList<>();
    private @Nullable Consumer<Throwable> listener;

    /** From now on for every thread that has no handler of its own. */
    public static UncaughtErrors ofThisProgram() {
        UncaughtErrors errors = new UncaughtErrors();
        Thread.setDefaultUncaughtExceptionHandler(errors);
        return errors;
    }

    /**
     * Has {@code action} hear the first error of each kind, on the thread that it happened on; also what has happened while
     * nobody listened.
     */
    public void setOnError(Consumer<Throwable> action) {
        List<Throwable> before;
        synchronized (this) {
            listener = action;
            before = List.copyOf(untold);
            untold.clear();
        }
        before.forEach(error -> tell(action, error));
    }

    /** Nobody listens any more. */
    public synchronized void forgetListener() {
        listener = null;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        String kind = kind(error);
        int count = count(kind);
        if (count == 1) {
            LOG.error("An error that nobody expected, on the thread {}.", thread.getName(), error);
            if (!(error instanceof VirtualMachineError) || error instanceof StackOverflowError) {
                tell(error);
            }
        } else if (isPowerOfTen(count)) {
            LOG.error("The same error has come {} times by now: {}", count, kind);
        }
    }

    private void tell(Throwable error) {
        @Nullable Consumer<Throwable> told;
        synchronized (this) {
            told = listener;
            if (told == null) {
                untold.add(error);
            }
        }
        if (told != null) {
            tell(told, error);
        }
    }

    private static void tell(Consumer<Throwable> listener, Throwable error) {
        try {
            listener.accept(error);
        } catch (RuntimeException e) {
            LOG.error("That error could not be shown.", e);
        }
    }

    private synchronized int count(String kind) {
        String known = counts.containsKey(kind) || counts.size() < MOST_KINDS ? kind : OTHERS;
        return counts.merge(known, 1, Integer::sum);
    }

    /** Its class, where it was thrown, and where our own code came to it. */
    private static String kind(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        if (frames.length == 0) {
            return error.getClass().getName();
        }
        StackTraceElement own = Arrays.stream(frames)
                .filter(frame -> frame.getClassName().startsWith(OWN))
                .findFirst()
                .orElse(frames[0]);
        return error.getClass().getName() + " at " + frames[0] + (own.equals(frames[0]) ? "" : " by " + own);
    }

    private static boolean isPowerOfTen(int count) {
        int rest = count;
        while (rest >= 10 && rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
