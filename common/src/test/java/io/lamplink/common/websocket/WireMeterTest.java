package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WireMeterTest {
    private final AtomicLong now = new AtomicLong(1000);
    private final WireMeter meter = new WireMeter(now::get);

    private void assertQueued(long all, long texts) {
        assertEquals(all, meter.queuedBytes());
        assertEquals(texts, meter.queuedTextBytes());
    }

    @Test
    void fileDataAreCountedApartUntilTheSocketHasAllOfThem() {
        meter.encoded(10, false);
        meter.encoded(100, true);
        meter.encoded(20, false);
        assertQueued(130, 30);
        meter.written(10);
        assertQueued(120, 20);
        meter.written(60);
        assertEquals(60, meter.queuedBytes());
        meter.written(40);
        assertQueued(20, 20);
        meter.written(20);
        assertQueued(0, 0);
    }

    @Test
    void itIsStuckFromTheMomentOnInWhichTheSocketTookSomethingLast() {
        assertEquals(0, meter.nanosStuck());
        now.addAndGet(500);
        meter.encoded(10, false);
        assertEquals(0, meter.nanosStuck(), "what came just now did not wait before");
        now.addAndGet(7);
        meter.encoded(10, false);
        assertEquals(7, meter.nanosStuck());
        meter.written(0);
        assertEquals(7, meter.nanosStuck(), "nothing was taken");
        meter.written(1);
        assertEquals(0, meter.nanosStuck());
        now.addAndGet(9);
        assertEquals(9, meter.nanosStuck());
        meter.written(19);
        assertEquals(0, meter.nanosStuck(), "nothing waits");
    }
}
