package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectPolicyTest {
    private final AtomicLong now = new AtomicLong();
    private final ReconnectPolicy policy = new ReconnectPolicy(now::get, () -> 0.5);

    @Test
    void pausesDoubleUpToHalfAMinute() {
        assertEquals(List.of(500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 30_000L, 30_000L), pauses(8));
    }

    @Test
    void thousandsOfTriesLaterPausesAreStillHalfAMinute() {
        assertEquals(30_000L, pauses(5000).getLast());
    }

    @Test
    void triesAreCounted() {
        assertEquals(1, policy.next().attempt());
        assertEquals(2, policy.next().attempt());
    }

    @Test
    void chanceMakesAPauseAQuarterShorterOrLongerAtMost() {
        assertEquals(375, new ReconnectPolicy(now::get, () -> 0).next().length().toMillis());
        assertEquals(
                624, new ReconnectPolicy(now::get, () -> 0.999).next().length().toMillis());
    }

    @Test
    void twoClientsOfOneServerDoNotComeBackTogether() {
        Random random = new Random(1);
        long different = IntStream.range(0, 100)
                .mapToObj(i ->
                        new ReconnectPolicy(now::get, random::nextDouble).next().length())
                .distinct()
                .count();
        assertEquals(100, different);
    }

    @Test
    void aLinkThatLastedMakesPausesShortAgain() {
        pauses(5);
        policy.up();
        now.addAndGet(ReconnectPolicy.LASTED.toNanos());
        policy.lost();
        assertEquals(List.of(500L, 1000L), pauses(2));
    }

    @Test
    void aLinkThatIsLostAtOnceDoesNot() {
        pauses(5);
        policy.up();
        now.addAndGet(ReconnectPolicy.LASTED.toNanos() - 1);
        policy.lost();
        assertEquals(List.of(16_000L), pauses(1));
    }

    @Test
    void anotherLimitIsKept() {
        ReconnectPolicy quick = new ReconnectPolicy(now::get, () -> 0.5, Duration.ofMillis(10));
        assertEquals(Duration.ofMillis(10), quick.next().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 1006, 1011, 1012, 1013, 4408})
    void whatMayPassIsTriedAgain(int code) {
        assertTrue(ReconnectPolicy.comesBack(new CloseReason(code, "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1002, 1003, 1007, 1008, 1009, 1010, 4400, 4409, 4999})
    void whatAPersonWantedOrARuleForbidsIsNot(int code) {
        assertTrue(!ReconnectPolicy.comesBack(new CloseReason(code, "")));
    }

    private List<Long> pauses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> policy.next().length().toMillis())
                .toList();
    }
}
