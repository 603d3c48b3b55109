package io.lamplink.tour;

import io.lamplink.common.ui.fx.FxDoor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** From the tour's thread to the JavaFX thread and back. */
final class Crossing {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Crossing() {}

    /** The answer to a question that is asked on the JavaFX thread. */
    static <T> T ask(FxDoor door, Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        door.execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TourException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new TourException("The window hangs.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("The tour was interrupted.", e);
        }
    }
}
