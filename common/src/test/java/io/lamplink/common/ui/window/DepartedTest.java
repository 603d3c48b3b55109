package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.control.LastSeen.Gone;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DepartedTest {
    private Instant now = Instant.EPOCH;
    private final Departed departed = new Departed(() -> now);

    private List<String> names() {
        return departed.list().stream().map(Gone::name).toList();
    }

    @Test
    void whoHasLeftStandsThereOnceWithTheLastTimeFirst() {
        departed.left("Ann");
        now = now.plusSeconds(60);
        departed.left("Bob");
        now = now.plusSeconds(60);
        departed.left("Ann");
        assertEquals(
                List.of(
                        new Gone("Ann", Instant.EPOCH.plusSeconds(120)),
                        new Gone("Bob", Instant.EPOCH.plusSeconds(60))),
                departed.list());
    }

    @Test
    void whoIsBackHasNotLeft() {
        departed.left("Ann");
        departed.left("Bob");
        departed.back("Ann");
        assertEquals(List.of("Bob"), names());
    }

    @Test
    void fewAreRemembered() {
        for (int i = 0; i < 1000; i++) {
            departed.left("Client " + i);
        }
        assertEquals(Departed.MOST, names().size());
        assertEquals("Client 999", names().getFirst());
        departed.clear();
        assertEquals(List.of(), names());
    }
}
