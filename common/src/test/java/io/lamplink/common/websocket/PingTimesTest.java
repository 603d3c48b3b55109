package io.lamplink.common.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PingTimesTest {
    private final PingTimes pings = new PingTimes(new Random(9));

    @Test
    void eachPongTellsTheDelayOfItsOwnPing() {
        ByteBuffer first = pings.next(1000);
        ByteBuffer second = pings.next(2000);
        assertEquals(OptionalLong.of(500), pings.answered(second, 2500));
        assertEquals(OptionalLong.of(2000), pings.answered(first, 3000));
    }

    @Test
    void aPongCountsOnceAndOnlyIfAskedFor() {
        ByteBuffer ping = pings.next(0);
        pings.answered(ping, 1);
        assertEquals(OptionalLong.empty(), pings.answered(ping, 2));
        assertEquals(OptionalLong.empty(), pings.answered(ByteBuffer.allocate(8), 2));
        assertEquals(OptionalLong.empty(), pings.answered(ByteBuffer.allocate(0), 2));
    }

    @Test
    void aPeerThatNeverAnswersCostsNoMoreThanSixteenPings() {
        ByteBuffer first = pings.next(0);
        for (int i = 0; i < 16; i++) {
            pings.next(i);
        }
        assertEquals(OptionalLong.empty(), pings.answered(first, 99));
    }
}
