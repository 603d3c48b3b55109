package io.lamplink.common.ui.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts JavaFX once for all tests of a module, and runs steps of tests on its thread. */
public final class Fx implements BeforeAllCallback {

    /** Far more than anything takes, on a laden machine too. */
    private static final long SECONDS = 120;

    /** Cards and the like are filled anew at most every 25 ms, of the time that pulses tell. */
    private static final long SETTLED_AFTER_NANOS = 50_000_000;

    private static final int SETTLED_AFTER_PULSES = 3;

    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        start();
    }

    /** Starts JavaFX if it does not run yet. */
    public static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        Platform.setImplicitExit(false);
        started = true;
    }

    /** Runs {@code step} on the JavaFX thread and waits for what it brings. */
    public static <T> T get(Callable<T> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(step.call());
            } catch (Throwable failure) { // assertion errors too
                result.completeExceptionally(failure);
            }
        });
        return await(result);
    }

    /** Runs {@code step} on the JavaFX thread and waits for its end. */
    public static void run(Step step) {
        get(() -> {
            step.run();
            return true;
        });
    }

    /** Waits until what is to be filled, styled, laid out and drawn has been. */
    public static void settle() {
        int[] pulses = {0};
        long[] first = {0};
        untilPulse(now -> {
            first[0] = pulses[0] == 0 ? now : first[0];
            pulses[0]++;
            return pulses[0] > SETTLED_AFTER_PULSES && now - first[0] >= SETTLED_AFTER_NANOS;
        });
    }

    /** Waits until {@code condition} holds, looked at on the JavaFX thread at each pulse. */
    public static void until(BooleanSupplier condition) {
        untilPulse(_ -> condition.getAsBoolean());
    }

    private static void untilPulse(LongPredicate condition) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.test(now)) {
                    stop();
                    met.complete(true);
                }
            }
        };
        run(timer::start);
        try {
            await(met);
        } finally {
            run(timer::stop);
        }
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("It did not come about within " + SECONDS + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A step of a test; may throw. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void run() throws Exception;
    }
}
