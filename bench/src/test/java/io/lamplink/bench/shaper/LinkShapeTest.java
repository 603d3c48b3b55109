package io.lamplink.bench.shaper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class LinkShapeTest {
    @Test
    void aFastLinkBuffers20Milliseconds() {
        assertEquals(new LinkShape(12_500_000, 10_000_000, 250_000), LinkShape.of(100, 20));
    }

    @Test
    void aSlowLinkBuffers32Kibibytes() {
        assertEquals(new LinkShape(1_250_000, 100_000_000, 32 * 1024), LinkShape.of(10, 200));
    }

    @Test
    void itTellsWhatItWasMadeOf() {
        LinkShape shape = LinkShape.of(10, 200);
        assertEquals(10, shape.megabits());
        assertEquals(200, shape.roundTripMillis());
    }

    @Test
    void segmentsAreHalfAMillisecondButAPacketAtLeast() {
        assertEquals(6250, LinkShape.of(100, 20).segmentBytes());
        assertEquals(1460, LinkShape.of(10, 20).segmentBytes());
        assertEquals(100, new LinkShape(1_000_000, 0, 100).segmentBytes());
    }

    @Test
    void impossibleLinksAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LinkShape(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LinkShape(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new LinkShape(1, 1, 0));
    }
}
