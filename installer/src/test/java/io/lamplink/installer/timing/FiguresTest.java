package io.lamplink.installer.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertEquals(0.25, Figures.median(millis(100, 200, 300, 9000)), 1e-9);
        assertEquals(0.2, Figures.median(millis(9000, 200, 100)), 1e-9);
    }

    @Test
    void aTargetIsMetUpToItsLimit() {
        List<String> lines = new Figures("p", millis(800), millis(1500), 180_000_000, 0.006).lines();
        assertTrue(lines.get(1).endsWith("pass"), lines.get(1));
        assertTrue(lines.get(2).endsWith("MISS"), lines.get(2));
        assertTrue(lines.get(3).endsWith("pass"), lines.get(3));
        assertTrue(lines.get(4).endsWith("MISS"), lines.get(4));
    }

    private static List<Duration> millis(long... millis) {
        return LongStream.of(millis).mapToObj(Duration::ofMillis).toList();
    }
}
