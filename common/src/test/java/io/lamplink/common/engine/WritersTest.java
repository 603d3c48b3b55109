package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class WritersTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Writers writers = new Writers();

    private static UUID client(int number) {
        return new UUID(0, number);
    }

    @Test
    void theSameOneIsToldOfOnceASecond() {
        assertTrue(writers.begin(client(1), 0));
        assertFalse(writers.begin(client(1), SECOND - 1));
        assertTrue(writers.begin(client(1), SECOND));
    }

    @Test
    void anEndIsToldOnceAndOnlyOfThoseWhoseBeginningWas() {
        assertFalse(writers.end(client(1)));
        writers.begin(client(1), 0);
        assertTrue(writers.end(client(1)));
        assertFalse(writers.end(client(1)));
    }

    @Test
    void whoTogglesIsNotToldOfMoreOften() {
        writers.begin(client(1), 0);
        writers.end(client(1));
        assertFalse(writers.begin(client(1), SECOND / 2));
        assertFalse(writers.end(client(1)));
        assertTrue(writers.begin(client(1), SECOND));
        assertTrue(writers.end(client(1)));
    }

    @Test
    void fiveAreToldOfAtATimeAndAPlaceIsFreeAMomentAfterAnEnd() {
        for (int i = 0; i < Writers.MOST; i++) {
            assertTrue(writers.begin(client(i), 0));
        }
        assertFalse(writers.begin(client(9), 0));
        writers.end(client(0));
        assertFalse(writers.begin(client(9), SECOND / 2));
        assertTrue(writers.begin(client(9), SECOND));
        assertFalse(writers.begin(client(10), SECOND));
    }

    @Test
    void whoIsNotHeardOfForSixSecondsHasEnded() {
        for (int i = 0; i < Writers.MOST; i++) {
            writers.begin(client(i), 0);
        }
        long then = EngineEvent.WritingChanged.LASTS.toNanos();
        assertFalse(writers.begin(client(9), then - 1));
        assertTrue(writers.begin(client(9), then));
        assertFalse(writers.end(client(0)));
    }
}
