package io.lamplink.common.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FxInboxTest {

    /** The JavaFX thread as a list of visits that the test makes, and a clock that it turns. */
    private static final class HandDoor implements FxDoor {
        private record Later(long at, Runnable work) {}

        final Deque<Runnable> soon = new ArrayDeque<>();
        final PriorityQueue<Later> later = new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
        long now;
        int visits;

        @Override
        public void execute(Runnable work) {
            soon.add(work);
        }

        @Override
        public void executeLater(Duration delay, Runnable work) {
            later.add(new Later(now + delay.toMillis(), work));
        }

        void run() {
            while (!soon.isEmpty()) {
                visits++;
                soon.remove().run();
            }
        }

        void pass(long millis) {
            long end = now + millis;
            while (!later.isEmpty() && later.peek().at() <= end) {
                Later next = later.remove();
                now = next.at();
                visits++;
                next.work().run();
            }
            now = end;
        }

        Clock clock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Instant.ofEpochMilli(now);
                }
            };
        }
    }

    private final HandDoor thread = new HandDoor();
    private final List<String> received = new ArrayList<>();
    /** "a=1" is the latest news of a; "hello" must not be dropped. */
    private final FxInbox<String> inbox =
            new FxInbox<>(thread, thread.clock(), item -> item.contains("=") ? item.substring(0, 1) : null, this::take);

    private final List<Integer> sizes = new ArrayList<>();

    private void take(List<String> items) {
        sizes.add(items.size());
        received.addAll(items);
    }

    @Test
    void newsArrivesInOrderInOneVisit() {
        inbox.add("one");
        inbox.add("two");
        inbox.add("three");
        assertEquals(1, thread.soon.size());
        thread.run();
        assertEquals(List.of("one", "two", "three"), received);
    }

    @Test
    void theLatestOfItsKindWins() {
        inbox.add("a=1");
        inbox.add("b=1");
        inbox.add("a=2");
        thread.run();
        assertEquals(List.of("a=2", "b=1"), received);
    }

    /** T13: a window does not work for every chunk. */
    @Test
    void tenThousandChangesInASecondCostSomeThirtyVisits() {
        for (int i = 0; i < 10_000; i++) {
            inbox.add("a=" + i);
            thread.run();
            if (i % 10 == 0) {
                thread.pass(1);
            }
        }
        thread.pass(100);
        assertTrue(thread.visits <= 32, () -> thread.visits + " visits");
        assertEquals("a=9999", received.getLast());
    }

    @Test
    void whatMustNotBeDroppedDoesNotWaitAndBringsTheRestAlong() {
        inbox.add("a=1");
        thread.run();
        inbox.add("a=2");
        thread.run();
        assertEquals(List.of("a=1"), received);
        inbox.add("done");
        thread.run();
        assertEquals(List.of("a=1", "a=2", "done"), received);
        thread.pass(100);
        assertEquals(3, received.size());
    }

    @Test
    void afterAPauseNewsIsShownAtOnce() {
        inbox.add("a=1");
        thread.run();
        thread.pass(1000);
        inbox.add("a=2");
        thread.run();
        assertEquals(List.of("a=1", "a=2"), received);
    }

    /** A flood keeps neither a pulse nor a mouse waiting for longer than one visit takes. */
    @Test
    void aFloodComesInVisitsOfBoundedSizeWithNothingLost() {
        List<String> all = IntStream.range(0, 1_050).mapToObj(i -> "text " + i).toList();
        all.forEach(inbox::add);
        thread.soon.add(() -> received.add("a key"));
        thread.run();
        assertEquals(List.of(200, 200, 200, 200, 200, 50), sizes);
        assertEquals(200, received.indexOf("a key"), "what waited has its turn after one visit");
        received.remove("a key");
        assertEquals(all, received);
    }

    @Test
    void whatComesMeanwhileStandsBehindTheRest() {
        IntStream.range(0, FxInbox.MOST_AT_ONCE + 1).forEach(i -> inbox.add("text " + i));
        thread.soon.remove().run();
        inbox.add("later");
        thread.run();
        assertEquals(List.of("text " + FxInbox.MOST_AT_ONCE, "later"), received.subList(200, 202));
    }
}
