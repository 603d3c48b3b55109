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

    /** A link whose files send chunk after chunk as long as they may. */
    private final class Link {
        private final int chunk;
        private final List<Sender> files = new ArrayList<>();
        private final SendLimit.Share share = limit.share(() -> files.forEach(Sender::send));

        Link(int chunk) {
            this.chunk = chunk;
        }

        Sender sends(String name, int chunks) {
            Sender sender = new Sender(this, name, chunks);
            files.add(sender);
            sender.send();
            return sender;
        }
    }

    /** A file, which takes note of each of its chunks. */
    private final class Sender {
        private final Link link;
        private final String name;
        private final SendLimit.Turn turn;
        private int left;

        Sender(Link link, String name, int chunks) {
            this.link = link;
            this.name = name;
            this.left = chunks;
            this.turn = link.share.turn();
        }

        void send() {
            while (left > 0 && turn.comes()) {
                left--;
                turn.pay(link.chunk);
                sent.add(name);
            }
            if (left == 0) {
                turn.pass();
            }
        }
    }

    /** A file on a link of its own. */
    private Sender sends(String name, int chunks) {
        return new Link(CHUNK).sends(name, chunks);
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
        assertEquals("a b c a b c a b c", String.join(" ", sent.subList(0, 9)));
        assertEquals(990, millis());
    }

    @Test
    void whoComesInBetweenHasHadAsMuchAsThoseWhoAreServed() {
        limit.set(RATE);
        sends("a", 3);
        sends("b", 2);
        agenda.after(Duration.ofMillis(10), () -> sends("c", 1));
        agenda.run();
        assertEquals("a b c a b a", String.join(" ", sent));
    }

    private long chunksOf(String name, int among) {
        return sent.stream().limit(among).filter(name::equals).count();
    }

    @Test
    void linksGetAsManyBytesHoweverLargeTheirChunksAre() {
        limit.set(RATE);
        new Link(CHUNK).sends("small", 80);
        new Link(4 * CHUNK).sends("large", 20);
        for (int millis = 395; millis < 1500; millis += 200) {
            agenda.after(Duration.ofMillis(millis), () -> {
                long ahead = chunksOf("small", sent.size()) - 4 * chunksOf("large", sent.size());
                assertTrue(Math.abs(ahead) <= 4, ahead + " chunks ahead");
            });
        }
        agenda.run();
        assertEquals(100, sent.size());
    }

    @Test
    void theFilesOfOneLinkGetTogetherWhatOneGetsAlone() {
        limit.set(RATE);
        Link both = new Link(CHUNK);
        both.sends("first", 10);
        both.sends("second", 10);
        sends("other", 20);
        agenda.run();
        for (int chunks = 8; chunks <= 40; chunks += 8) {
            long others = chunksOf("other", chunks);
            long firsts = chunksOf("first", chunks);
            assertTrue(Math.abs(others - chunks / 2) <= 1, others + " of " + chunks);
            assertTrue(Math.abs(firsts - chunks / 4) <= 1, firsts + " of " + chunks);
        }
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
        SendLimit.Turn turn = limit.share(() -> {}).turn();
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
            SendLimit.Turn turn = limit.share(() -> {}).turn();
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
    void chunksAreSmallWhereOneLinkHasManyFilesToo() {
        limit.set(SendLimit.LEAST);
        SendLimit.Share link = limit.share(() -> {});
        SendLimit.Turn last = link.turn();
        for (int i = 0; i < 40; i++) {
            last = link.turn();
            assertEquals(i == 0, last.comes());
        }
        assertEquals(SendLimit.ROUND.toSeconds() * SendLimit.LEAST / 40, last.most(512 * 1024));
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
