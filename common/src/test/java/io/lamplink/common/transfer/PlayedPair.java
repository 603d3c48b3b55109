package io.lamplink.common.transfer;

import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.simulation.Agenda;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.RecordedLink;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Both ends of a link in virtual time, with delay and without loss until it is cut; another link may follow it. */
final class PlayedPair {
    static final Duration ONE_WAY = Duration.ofMillis(10);

    final Agenda agenda;
    final End sender;
    final End receiver;
    final SendLimit limit;
    private boolean up = true;

    PlayedPair(DialectTraits traits) {
        this(traits, new Agenda(new Random(1)), new MemorySpool());
    }

    PlayedPair(DialectTraits traits, Agenda agenda, Spool spool) {
        this(traits, agenda, spool, new SendLimit(agenda.clock(), agenda::after));
    }

    /** Two of which the first has a limit, perhaps together with those of other pairs. */
    PlayedPair(DialectTraits traits, Agenda agenda, Spool spool, SendLimit limit) {
        this.agenda = agenda;
        this.limit = limit;
        this.sender = new End(traits, new MemorySpool());
        this.receiver = new End(traits, spool);
    }

    /** A new link between the same two, after or beside this one. */
    PlayedPair again() {
        return new PlayedPair(sender.traits(), agenda, receiver.spool);
    }

    /** Lets everything happen that will. */
    PlayedPair run() {
        agenda.run();
        return this;
    }

    /** Has {@code what} happen so much later, on the way to {@link #run()}. */
    PlayedPair after(int millis, Runnable what) {
        agenda.after(Duration.ofMillis(millis), what);
        return this;
    }

    /** Nothing comes through any more, and both hear of it. */
    void cut() {
        up = false;
        sender.home.execute(() -> sender.transfers.linkLost(true));
        receiver.home.execute(() -> receiver.transfers.linkLost(true));
    }

    /** Both look after their transfers every second for so long. */
    void tickFor(Duration time) {
        agenda.every(
                Duration.ofSeconds(1),
                Duration.ofNanos(agenda.clock().elapsed()).plus(time),
                () -> {
                    sender.home.execute(sender.transfers::tick);
                    receiver.home.execute(receiver.transfers::tick);
                });
        run();
    }

    /** One end. */
    final class End implements TransferLink {
        final List<Message> sent = new ArrayList<>();
        final List<TransferSnapshot> told = new ArrayList<>();
        final List<TransferSnapshot> parts = new ArrayList<>();
        final Transfers transfers;
        private final DialectTraits traits;
        private final Spool spool;
        private final Lane home;
        private Duration slowness = Duration.ZERO;
        private long behind;
        private Predicate<Message> loses = message -> false;

        private End(DialectTraits traits, Spool spool) {
            this.traits = traits;
            this.spool = spool;
            this.home = new Lane(agenda.quick());
            this.transfers = new Transfers(this, spool);
        }

        @Override
        public void reuse(ByteBuffer data) {
            RecordedLink.spoil(data);
        }

        /** Such messages of this end never arrive. */
        void loses(Predicate<Message> which) {
            loses = which;
        }

        /** Its clock goes on by so much each time it is looked at, as on a machine that has too much to do. */
        void slowsDownBy(Duration each) {
            slowness = each;
        }

        /** A person at this end does something. */
        void does(Consumer<Transfers> what) {
            home.execute(() -> what.accept(transfers));
        }

        TransferSnapshot last(UUID id) {
            return told.stream().filter(t -> t.id().equals(id)).toList().getLast();
        }

        Spool spool() {
            return spool;
        }

        State state(UUID id) {
            return last(id).state();
        }

        <M extends Message> List<M> sent(Class<M> kind) {
            return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        /** File bytes that left. */
        long bytesSent() {
            return sent(Message.FileChunk.class).stream()
                    .mapToLong(chunk -> chunk.data().remaining())
                    .sum();
        }

        @Override
        public void send(Message message) {
            sent.add(message);
            if (up && !loses.test(message)) {
                End other = this == sender ? receiver : sender;
                agenda.after(ONE_WAY, () -> other.arrived(message));
            }
        }

        private void arrived(Message message) {
            if (up) {
                home.execute(() -> transfers.on(message));
            }
        }

        @Override
        public DialectTraits traits() {
            return traits;
        }

        @Override
        public void changed(TransferSnapshot snapshot) {
            told.add(snapshot);
        }

        @Override
        public void partChanged(TransferSnapshot snapshot) {
            parts.add(snapshot);
        }

        @Override
        public void disowned(UUID id, FailureReason reason) {}

        @Override
        public Executor home() {
            return home;
        }

        @Override
        public Executor newDiskLane() {
            return new Lane(agenda.quick());
        }

        @Override
        public SendLimit limit() {
            return limit;
        }

        @Override
        public long nanoTime() {
            behind += slowness.toNanos();
            return agenda.clock().getAsLong() + behind;
        }
    }
}
