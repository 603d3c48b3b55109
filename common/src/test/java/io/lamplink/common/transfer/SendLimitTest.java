package io.lamplink.common.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.simulation.Agenda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who may send when, by a clock that is a number. */
class SendLimitTest {
    private static final int CHUNK = 10_000;
    private static final long RATE = 1_000_000;

    private final Agenda agenda = new Agenda(new Random(1));
    private final SendLimit limit = new SendLimit(agenda.clock(), agenda::after);
    private final List<String> sent = new ArrayList<>();

    /** Sends chunk after chunk as long as it may, and takes note of each. */
    private final class Sender {
        private final String name;
        private final SendLimit.Turn turn = limit.turn(this::send);
        private int left;

        Sender(String name, int chunks) {
            this.name = name;
            this.left = chunks;
        }

        void send() {
            while (left > 0 && turn.comes()) {
                left--;
                turn.pay(CHUNK);
                sent.add(name);
            }
            if (left == 0) {
                turn.pass();
            }
        }
    }

    private Sender sends(String name, int chunks) {
        Sender sender = new Sender(name, chunks);
        sender.send();
        return sender;
    }

    private long millis() {
        return Duration.ofNanos(agenda.clock().elapsed()).toMillis();
    }

    @Test
    void withoutALimitNobodyWaits() {
        sends("a", 1000);
        assertEquals(1000, sent.size());
        agenda.run();
        assertEquals(0, millis());
        assertEquals(0, limit.waiting());
    }

    @Test
    void aChunkIsPaidOffBeforeTheNextOneLeaves() {
        limit.set(RATE);
        sends("a", 101);
        assertEquals(1, sent.size());
        agenda.run();
        assertEquals(101, sent.size());
        assertEquals(1000, millis(), "100 chunks before the last one, 10 ms each");
        assertEquals(0, limit.waiting());
    }

    @Test
    void afterARestNoMoreLeavesAtOnceThanInTheTwentiethOfASecond() {
        limit.set(RATE);
        agenda.after(Duration.ofMinutes(1), () -> sends("a", 100));
        agenda.after(Duration.ofMinutes(1).plusNanos(1), () -> assertEquals(6, sent.size(), "50 ms, and one chunk"));
        agenda.run();
    }

    @Test
    void allSendersTogetherHaveOneLimitAndTakeTurns() {
        limit.set(RATE);
        sends("a", 34);
        sends("b", 33);
        sends("c", 33);
        agenda.run();
        assertEquals(
                "a a b c a b c a b c", String.join(" ", sent.subList(0, 10)), "the first one before there was a line");
        assertEquals(990, millis());
    }

    @Test
    void whoComesInBetweenStandsAtTheEndOfTheLine() {
        limit.set(RATE);
        sends("a", 3);
        sends("b", 2);
        agenda.after(Duration.ofMillis(10), () -> sends("c", 1));
        agenda.run();
        assertEquals("a a b a c b", String.join(" ", sent));
    }

    @Test
    void whoLeavesTheLineHoldsUpNobody() {
        limit.set(RATE);
        sends("a", 1);
        Sender second = sends("b", 5);
        sends("c", 1);
        second.left = 0;
        second.turn.pass();
        agenda.run();
        assertEquals(List.of("a", "c"), sent);
        assertEquals(10, millis());
        assertEquals(0, limit.waiting());
    }

    @Test
    void whoIsFirstAndHasNothingToSendAnyMoreLetsTheOthersGoOn() {
        limit.set(RATE);
        sends("a", 1);
        Sender second = sends("b", 5);
        sends("c", 1);
        second.left = 0; // It finds out when it is woken.
        agenda.run();
        assertEquals(List.of("a", "c"), sent);
        assertEquals(0, limit.waiting());
    }

    @Test
    void withoutTheLimitEverybodyGoesOnAtOnce() {
        limit.set(SendLimit.LEAST);
        sends("a", 50);
        sends("b", 50);
        agenda.after(Duration.ofMillis(1), () -> limit.set(SendLimit.OFF));
        agenda.after(Duration.ofMillis(2), () -> assertEquals(100, sent.size()));
        agenda.run();
        assertEquals(0, limit.waiting());
    }

    @Test
    void anotherLimitCountsAtOnceAndForgivesWhatWasOwed() {
        limit.set(SendLimit.LEAST);
        sends("a", 102);
        agenda.after(Duration.ofMillis(1), () -> limit.set(RATE));
        agenda.run();
        assertEquals(1001, millis());
        limit.set(RATE * 50);
        sends("b", 2);
        limit.set(SendLimit.LEAST);
        assertEquals(104, sent.size());
    }

    @Test
    void whatWasPaidForAndNotSentIsGivenBack() {
        limit.set(RATE);
        Sender sender = sends("a", 1);
        sender.turn.giveBack(CHUNK);
        sends("b", 1);
        assertEquals(List.of("a", "b"), sent);
    }

    @Test
    void thereIsNoLimitBelowTheLeast() {
        limit.set(1);
        assertEquals(SendLimit.LEAST, limit.perSecond());
        limit.set(-5);
        assertEquals(SendLimit.OFF, limit.perSecond());
    }

    @Test
    void chunksLastATwentiethOfASecondButTheSmallestAQuarter() {
        SendLimit.Turn turn = limit.turn(() -> {});
        assertEquals(512 * 1024, turn.most(512 * 1024));
        limit.set(5_000_000);
        assertEquals(250_000, turn.most(512 * 1024));
        assertEquals(16 * 1024, turn.most(16 * 1024));
        limit.set(SendLimit.LEAST);
        assertEquals(4 * 1024, turn.most(512 * 1024));
    }

    @Test
    void everyoneGetsATurnWithinFiveSecondsBecauseChunksAreSmallWhereManyWait() {
        limit.set(SendLimit.LEAST);
        List<SendLimit.Turn> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            SendLimit.Turn turn = limit.turn(() -> {});
            assertEquals(i == 0, turn.comes());
            all.add(turn);
        }
        int chunk = all.getFirst().most(512 * 1024);
        assertEquals(SendLimit.ROUND.toSeconds() * SendLimit.LEAST / 200, chunk);
        all.forEach(SendLimit.Turn::pass);
        assertTrue(all.stream().noneMatch(SendLimit.Turn::waits));
        assertEquals(0, limit.waiting());
    }

    @Test
    void aLowLimitHasFewFilesUnderWayAtOnceAndAHighOneAllOfThem() {
        assertEquals(48, limit.atOnce(48));
        limit.set(SendLimit.LEAST);
        assertEquals(8, limit.atOnce(48));
        limit.set(50_000_000);
        assertEquals(48, limit.atOnce(48));
    }
}
