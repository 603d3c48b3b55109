package io.lamplink.common.diagnostics;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors that nobody caught, whatever the thread: each is logged with its stack trace and handed on, and the program goes
 * on. While one is being told, others are only logged, so that an error in the telling does not tell itself for ever.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);

    private final Consumer<Throwable> tell;
    private final AtomicReference<Throwable> beingTold = new AtomicReference<>();

    /** Hands each error to {@code tell}, on the thread that it happened on. */
    public UncaughtErrors(Consumer<Throwable> tell) {
        this.tell = tell;
    }

    /** From now on for every thread that has no handler of its own. */
    public static void handTo(Consumer<Throwable> tell) {
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrors(tell));
    }

    /** The same while there is nobody yet to hand them to. */
    public static void areLogged() {
        handTo(_ -> {});
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        LOG.error("An error that nobody expected, on the thread {}.", thread.getName(), error);
        if (!(error instanceof VirtualMachineError) && beingTold.compareAndSet(null, error)) {
            try {
                tell.accept(error);
            } catch (RuntimeException e) {
                LOG.error("That error could not be shown.", e);
            } finally {
                beingTold.set(null);
            }
        }
    }
}
