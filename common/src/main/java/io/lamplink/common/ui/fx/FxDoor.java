package io.lamplink.common.ui.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.LoggerFactory;

/** The one way into the JavaFX thread. Tests pass a door that they open by hand. */
public interface FxDoor extends Executor {

    /** Runs {@code work} on the JavaFX thread, soon and in order. */
    @Override
    void execute(Runnable work);

    /** Runs {@code work} on the JavaFX thread after {@code delay}. */
    void executeLater(Duration delay, Runnable work);

    /**
     * Hands what {@code answer} brings to {@code receiver} on the JavaFX thread; an answer that fails brings nothing. A receiver
     * that fails is an error like any other on that thread.
     */
    default <T> void receive(CompletionStage<T> answer, Consumer<? super T> receiver) {
        var _ = answer.whenComplete((brought, failure) -> {
            if (failure == null) {
                execute(() -> receiver.accept(brought));
            } else {
                LoggerFactory.getLogger(FxDoor.class).error("An answer did not come.", failure);
            }
        });
    }

    /** The real door. */
    static FxDoor real() {
        return new FxDoor() {
            @Override
            public void execute(Runnable work) {
                Platform.runLater(work);
            }

            @Override
            public void executeLater(Duration delay, Runnable work) {
                CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, this)
                        .execute(work);
            }
        };
    }
}
