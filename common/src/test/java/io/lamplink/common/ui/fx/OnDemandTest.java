package io.lamplink.common.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OnDemandTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void itIsMadeWhenItIsFirstWantedAndOnce() {
        OnDemand<Object> window = new OnDemand<>(() -> {
            made.incrementAndGet();
            return new Object();
        });
        assertEquals(0, made.get());
        assertSame(window.get(), window.get());
        assertEquals(1, made.get());
    }
}
