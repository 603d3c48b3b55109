package io.lamplink.common.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.protocol.qt.QtDialect;
import io.lamplink.common.session.Session;
import io.lamplink.common.session.SessionContext;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.Direction;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whole sessions with whole transfers, both ways and several at once, on both wires, with everything that can go wrong
 * going wrong at any moment. A run depends on its seed alone: {@code -Dsimulation.seed=N} repeats one.
 */
class SimulationTest {
    private static final int RUNS = 600;
    private static final int CHUNK = 64;
    private static final long WINDOW = 8 * CHUNK;
    private static final int[] SIZES = {
        0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 8 * CHUNK, 9 * CHUNK + 1, 40 * CHUNK + 3, 100 * CHUNK
    };

    private static final int TEXTS = 3;

    /** Time in which everything has ended: with one file at a time, each may have to time out. */
    private static final Duration ENOUGH = Duration.ofMinutes(5);

    private static final Duration BUSY = Duration.ofMillis(60);

    @Test
    void everyTransferEndsRightOrClearlyNot() {
        Long only = Long.getLong("simulation.seed");
        long first = only == null ? 0 : only;
        long last = only == null ? RUNS - 1 : only;
        Map<State, Integer> ends = new EnumMap<>(State.class);
        Set<FailureReason> reasons = new HashSet<>();
        try (LoggedErrors defects = new LoggedErrors("io.lamplink.common")) {
            for (long seed = first; seed <= last; seed++) {
                try {
                    Run run = new Run(seed);
                    run.go();
                    assertEquals(List.of(), defects.take());
                    run.count(ends, reasons);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
                }
            }
        }
        if (only == null) {
            assertTrue(ends.get(State.COMPLETE) > RUNS, () -> "Too few came through: " + ends);
            assertTrue(ends.get(State.FAILED) > RUNS / 2, () -> "Too few failed: " + ends);
            assertTrue(
                    reasons.containsAll(Set.of(
                            FailureReason.CANCELLED,
                            FailureReason.DISK_FULL,
                            FailureReason.DISK_ERROR,
                            FailureReason.SOURCE_CHANGED,
                            FailureReason.SOURCE_UNREADABLE,
                            FailureReason.LINK_LOST,
                            FailureReason.STALLED)),
                    () -> "Some things never went wrong: " + reasons);
        }
    }

    /** One file: who sends it, and what it is. */
    private record Sending(UUID id, Side from, Side to, MemorySource source) {
        TransferSnapshot out() {
            return from.log.transfers(id).getLast();
        }
    }

    private static final class Side {
        private final MemorySpool spool = new MemorySpool();
        private final SessionLog log = new SessionLog();
        private final WatchedDialect dialect;
        private final Session session;

        Side(String name, Agenda agenda, Random random, boolean rich, io.lamplink.common.session.Channel channel) {
            Dialect real = rich
                    ? new LamplinkDialect()
                    : new QtDialect(() -> new UUID(random.nextLong(), random.nextLong()), agenda.clock());
            dialect = new WatchedDialect(real, CHUNK, WINDOW);
            SessionContext context = new SessionContext(
                    new Message.Hello(name, "1", Set.of()),
                    agenda.quick(),
                    agenda.slow(Duration.ofMillis(2)),
                    spool,
                    agenda.clock(),
                    agenda.clock(),
                    () -> new UUID(random.nextLong(), random.nextLong()));
            session = new Session(context, dialect, channel, log);
        }

        /** What arrived at this side, by name: on a wire that names no transfers the ids differ. */
        List<TransferSnapshot> arrived(String name) {
            return log.transfers().stream()
                    .filter(t -> t.direction() == Direction.IN && t.name().equals(name))
                    .toList();
        }
    }

    private static final class Run {
        private final Random random;
        private final Agenda agenda;
        private final boolean rich;
        private final SimulatedLink link;
        private final Side a;
        private final Side b;
        private final List<Sending> sendings = new ArrayList<>();
        private boolean linkHurt;
        private boolean calm = true;

        Run(long seed) {
            random = new Random(seed * 0x9E3779B97F4A7C15L); // neighbouring seeds would begin alike
            agenda = new Agenda(random);
            rich = random.nextBoolean();
            link = new SimulatedLink(agenda, Duration.ofMillis(5));
            a = new Side("a", agenda, random, rich, link.first());
            b = new Side("b", agenda, random, rich, link.second());
        }

        void go() {
            link.listen(a.session, b.session);
            a.session.start();
            b.session.start();
            int files = 1 + random.nextInt(6);
            for (int i = 0; i < files; i++) {
                plan(i);
            }
            for (int i = 0; i < TEXTS; i++) {
                Side speaker = random.nextBoolean() ? a : b;
                UUID id = new UUID(2, i);
                agenda.after(agenda.upTo(BUSY), () -> speaker.session.say(id, "text " + id.getLeastSignificantBits()));
            }
            if (random.nextInt(5) >= 2) {
                calm = false;
                disturb();
            }
            for (Side side : List.of(a, b)) {
                agenda.every(Duration.ofSeconds(1), ENOUGH, side.session::tick);
            }
            agenda.after(ENOUGH, this::assertAllEnded);
            agenda.after(ENOUGH, () -> a.session.close(CloseReason.normal()));
            agenda.run();
            check();
        }

        private void plan(int number) {
            boolean forth = random.nextBoolean();
            int size = SIZES[random.nextInt(SIZES.length)];
            MemorySource source = MemorySource.random("file-" + number, size, random.nextLong());
            Sending sending = new Sending(new UUID(1, number), forth ? a : b, forth ? b : a, source);
            sendings.add(sending);
            agenda.after(agenda.upTo(BUSY), () -> sending.from.session.offer(sending.id, source));
        }

        private void disturb() {
            int disturbances = 1 + random.nextInt(3);
            for (int i = 0; i < disturbances; i++) {
                Sending victim = sendings.get(random.nextInt(sendings.size()));
                switch (random.nextInt(8)) {
                    case 0 -> later(() -> victim.from.session.cancel(victim.id));
                    case 1 -> later(() -> cancelAtReceiver(victim));
                    case 2 -> hurtLink(() -> link.cutAfter(random.nextInt(150)));
                    case 3 -> hurtLink(() -> later(() -> closeBy(random.nextBoolean() ? a : b)));
                    case 4 -> later(() -> breakSpool(victim.to.spool));
                    case 5 -> breakSpool(victim.to.spool);
                    case 6 -> later(() -> spoil(victim.source));
                    default -> spoil(victim.source);
                }
            }
        }

        private void later(Runnable disturbance) {
            agenda.after(agenda.upTo(BUSY.multipliedBy(2)), disturbance);
        }

        private void hurtLink(Runnable how) {
            linkHurt = true;
            how.run();
        }

        private static void closeBy(Side side) {
            side.session.close(new CloseReason(CloseReason.GOING_AWAY, ""));
        }

        private static void cancelAtReceiver(Sending victim) {
            victim.to.arrived(victim.source.name()).stream()
                    .findFirst()
                    .ifPresent(t -> victim.to.session.cancel(t.id()));
        }

        private void breakSpool(MemorySpool spool) {
            MemorySpool.Failure[] failures = MemorySpool.Failure.values();
            spool.fail(failures[random.nextInt(failures.length)], random.nextInt(20 * CHUNK));
        }

        private void spoil(MemorySource source) {
            int size = (int) source.size();
            switch (random.nextInt(4)) {
                case 0 -> source.grow(1 + random.nextInt(5 * CHUNK));
                case 1 -> source.shrinkTo(random.nextInt(size + 1));
                case 2 -> source.touch();
                default -> source.breakAt(random.nextInt(size + 1));
            }
        }

        private void assertAllEnded() {
            for (Side side : List.of(a, b)) {
                for (TransferSnapshot told : side.log.transfers()) {
                    TransferSnapshot end = side.log.transfers(told.id()).getLast();
                    assertTrue(end.ended(), () -> "A transfer never ended: " + end);
                }
            }
        }

        private void check() {
            for (Side side : List.of(a, b)) {
                assertEquals(List.of(), side.dialect.complaints());
                assertEachLifeIsInOrder(side);
                assertSpoolHoldsWhatIsComplete(side);
                assertFigures(side);
                assertNothingFollowsTheEnd(side);
            }
            sendings.forEach(this::check);
            for (int i = 0; i < TEXTS; i++) {
                checkText(i);
            }
        }

        /** Each text is heard once or not at all, and its writer hears which, unless the link went in between. */
        private void checkText(int number) {
            long heard = lines("chat text " + number);
            long delivered = lines("delivered " + number);
            long failed = lines("not delivered " + number);
            assertEquals(1, delivered + failed, "What became of text " + number + " was not told once.");
            assertTrue(heard <= 1 && (heard == 1 || delivered == 0 || !rich), "Text " + number + " was heard " + heard);
            assertTrue(linkHurt || (heard == 1 && delivered == 1), "Text " + number + " was lost.");
        }

        private long lines(String line) {
            return List.of(a, b).stream()
                    .flatMap(side -> side.log.lines().stream())
                    .filter(line::equals)
                    .count();
        }

        private static void assertEachLifeIsInOrder(Side side) {
            Set<UUID> ids = new HashSet<>();
            side.log.transfers().forEach(t -> ids.add(t.id()));
            for (UUID id : ids) {
                List<TransferSnapshot> life = side.log.transfers(id);
                List<State> states = life.stream().map(TransferSnapshot::state).toList();
                assertEquals(states.stream().sorted().toList(), states);
                assertEquals(1, life.stream().filter(TransferSnapshot::ended).count());
                TransferSnapshot end = life.getLast();
                assertTrue(end.ended(), end::toString);
                assertEquals(end.state() == State.FAILED, end.failure() != null);
                long before = 0;
                for (TransferSnapshot t : life) {
                    assertTrue(t.transferred() >= before && t.transferred() <= t.size(), t::toString);
                    assertTrue(t.progress() >= 0 && t.progress() <= 1, t::toString);
                    assertTrue(t.active().compareTo(ENOUGH) < 0 && !t.active().isNegative(), t::toString);
                    before = t.transferred();
                }
            }
        }

        private static void assertSpoolHoldsWhatIsComplete(Side side) {
            Set<UUID> complete = new HashSet<>();
            side.log.transfers().stream()
                    .filter(t -> t.direction() == Direction.IN && t.state() == State.COMPLETE)
                    .forEach(t -> complete.add(t.id()));
            assertEquals(complete, side.spool.files());
            assertEquals(0, side.spool.writesAfterEnd());
        }

        private void assertFigures(Side side) {
            var asked = side.session.figures();
            agenda.run();
            var figures = asked.join();
            assertEquals(0, figures.filesUnderWay());
            assertEquals(completed(side, Direction.OUT), figures.filesOut());
            assertEquals(completed(side, Direction.IN), figures.filesIn());
        }

        private static long completed(Side side, Direction direction) {
            return side.log.transfers().stream()
                    .filter(t -> t.direction() == direction && t.state() == State.COMPLETE)
                    .count();
        }

        private static void assertNothingFollowsTheEnd(Side side) {
            List<String> lines = side.log.lines();
            int end = lines.indexOf(lines.stream()
                    .filter(line -> line.startsWith("closed"))
                    .findFirst()
                    .orElseThrow());
            List<String> after = new ArrayList<>(lines.subList(end + 1, lines.size()));
            after.removeIf(line -> line.startsWith("not delivered"));
            assertTrue(Set.of("transfer OFFERED", "transfer FAILED").containsAll(after), after::toString);
        }

        private void check(Sending sending) {
            assertTrue(sending.source.properlyClosed(), "The source was closed " + sending.source.closed() + " times.");
            TransferSnapshot out = sending.out();
            List<TransferSnapshot> life = sending.to.arrived(sending.source.name());
            TransferSnapshot in = life.isEmpty() ? null : life.getLast();
            String both = "sender: " + out + "\nreceiver: " + in;
            if (calm) {
                assertEquals(State.COMPLETE, out.state(), both);
            }
            if (in != null && in.state() == State.COMPLETE) {
                assertArrayEquals(sending.source.content(), sending.to.spool.bytes(in.id()), both);
                assertEquals(sending.source.sha256(), in.sha256(), both);
                assertEquals(rich, in.verified(), both);
                assertTrue(sending.to.spool.finished(in.id()), both);
            }
            if (out.state() == State.COMPLETE) {
                delivered(sending, out, in, both);
            } else {
                failed(out, in, both);
            }
        }

        private void delivered(Sending sending, TransferSnapshot out, TransferSnapshot in, String both) {
            assertNotNull(in, both);
            assertEquals(rich, out.verified(), both);
            assertEquals(sending.source.sha256(), out.sha256(), both);
            if (rich) {
                assertEquals(State.COMPLETE, in.state(), both);
            } else if (in.state() == State.FAILED) {
                assertEquals(in.size(), in.transferred(), both);
                assertTrue(
                        Set.of(FailureReason.CANCELLED, FailureReason.DISK_ERROR)
                                .contains(in.failure()),
                        both);
            }
        }

        private void failed(TransferSnapshot out, TransferSnapshot in, String both) {
            if (in != null && in.state() == State.COMPLETE) {
                boolean crossed = out.failure() == FailureReason.CANCELLED
                        || out.failure() == FailureReason.LINK_LOST
                        || (!rich && out.size() == 0 && out.failure() == FailureReason.SOURCE_CHANGED);
                assertTrue(crossed, both);
            }
            if (out.failure() == FailureReason.LINK_LOST) {
                assertTrue(linkHurt, both);
            }
            if (rich && !linkHurt) {
                assertNotEquals(FailureReason.STALLED, out.failure(), "Each side tells the other.\n" + both);
            }
        }

        void count(Map<State, Integer> ends, Set<FailureReason> reasons) {
            for (Sending sending : sendings) {
                ends.merge(sending.out().state(), 1, Integer::sum);
                if (sending.out().failure() != null) {
                    reasons.add(sending.out().failure());
                }
            }
        }
    }
}
