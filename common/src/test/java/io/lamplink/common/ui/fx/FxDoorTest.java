package io.lamplink.common.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What comes through the door with an answer. */
final class FxDoorTest {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();

    private final FxDoor door = new FxDoor() {
        @Override
        public void execute(Runnable work) {
            waiting.add(work);
        }

        @Override
        public void executeLater(Duration delay, Runnable work) {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void whatAnAnswerBringsIsReceivedOnTheThreadOfTheDoor() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        door.receive(answer, received::add);
        answer.complete("news");
        assertEquals(List.of(), received);
        waiting.remove().run();
        assertEquals(List.of("news"), received);
    }

    @Test
    void anAnswerThatFailsBringsNothing() {
        door.receive(CompletableFuture.<String>failedFuture(new IllegalStateException("on purpose")), received::add);
        assertEquals(0, waiting.size());
    }

    /** So that it is told as every error on the window's thread is. */
    @Test
    void aReceiverThatFailsIsAnErrorOfThatThread() {
        door.receive(CompletableFuture.completedFuture("news"), _ -> {
            throw new IllegalStateException("on purpose");
        });
        assertThrows(IllegalStateException.class, waiting.remove()::run);
    }
}
