package io.lamplink.common.ui.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts JavaFX once for all tests of a module, and runs steps of tests on its thread. */
public final class Fx implements BeforeAllCallback {

    private static final long SECONDS = 20;
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

    /** Waits until what is to be styled, laid out and drawn has been. */
    public static void settle() {
        pulses(3);
    }

    /** Waits until {@code condition} holds, looked at on the JavaFX thread at each pulse. */
    public static void until(BooleanSupplier condition) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
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

    private static void pulses(int count) {
        int[] left = {count};
        until(() -> left[0]-- <= 0);
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
