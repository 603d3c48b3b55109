package io.lamplink.bench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

final class TargetTest {
    @Test
    void theLimitItselfIsGoodEnough() {
        assertEquals("pass", Target.atLeast("a", 0.75, 0.75, "").verdict());
        assertEquals("pass", Target.atMost("a", 64, 64, "MiB").verdict());
    }

    @Test
    void theOtherSideOfTheLimitIsAMiss() {
        assertEquals("MISS", Target.atLeast("a", 0.75, 0.749, "").verdict());
        assertEquals("MISS", Target.atMost("a", 64, 64.1, "MiB").verdict());
    }

    @Test
    void whatWasNotMeasuredIsNotMet() {
        Target target = Target.atMost("a", 64, Double.NaN, "MiB");
        assertFalse(target.met());
        assertEquals("not measured", target.found());
        assertEquals("not measured", target.verdict());
    }

    @Test
    void valuesAreTold() {
        Target ratio = Target.atLeast("a", 0.75, 0.8149, "");
        assertEquals("≥ 0.75", ratio.wanted());
        assertEquals("0.81", ratio.found());
        Target memory = Target.atMost("b", 64, 51.26, "MiB");
        assertEquals("≤ 64.0 MiB", memory.wanted());
        assertEquals("51.3 MiB", memory.found());
    }
}
