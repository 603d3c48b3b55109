package io.lamplink.common.session;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.SharedMessage;
import io.lamplink.common.simulation.ManualTasks;
import io.lamplink.common.simulation.MemorySpool;
import io.lamplink.common.simulation.PlainDialect;
import io.lamplink.common.simulation.RecordedChannel;
import io.lamplink.common.simulation.SessionLog;
import io.lamplink.common.simulation.VirtualClock;
import io.lamplink.common.simulation.Wires;
import io.lamplink.common.transfer.SendLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A session whose peer, clock, disk and threads the test plays. */
abstract class SessionFixture {
    static final Message.Hello HELLO = new Message.Hello("Ann", "1", Set.of());
    static final Message.Hello THEIR_HELLO = new Message.Hello("Bob", "1", Set.of());

    final ManualTasks tasks = ManualTasks.inOrder();
    final VirtualClock clock = new VirtualClock();
    final MemorySpool spool = new MemorySpool();
    final RecordedChannel channel = new RecordedChannel();
    final SessionLog log = new SessionLog();
    PlainDialect dialect = new PlainDialect(Wires.RICH);
    Session session = session();

    Session session() {
        SessionContext context = new SessionContext(
                HELLO, tasks, tasks, spool, clock, clock, UUID::randomUUID, new SendLimit(clock, (_, _) -> {}));
        return new Session(context, dialect, channel, log);
    }

    void wire(DialectTraits traits) {
        dialect = new PlainDialect(traits);
        session = session();
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    void start() {
        session.start();
        tasks.runAll();
    }

    /** Up to the moment at which texts and files may flow; forgets what led there. */
    void ready() {
        start();
        if (dialect.traits().greets()) {
            hear(THEIR_HELLO);
        }
        log.take();
        channel.takeSent();
    }

    void hear(Message... messages) {
        hear(dialect.frame(messages));
    }

    void hear(Frame frame) {
        session.onFrame(frame);
        tasks.runAll();
    }

    List<Message> sent() {
        return channel.takeSent().stream()
                .flatMap(frame -> dialect.messages(frame).stream())
                .toList();
    }

    void say(int id, String text) {
        Message.Chat chat = new Message.Chat(id(id), text, clock.instant());
        session.say(chat, new SharedMessage(chat));
        tasks.runAll();
    }

    void tickAfter(Duration time) {
        clock.advance(time);
        session.tick();
        tasks.runAll();
    }

    void lose(int code) {
        session.onClosed(new CloseReason(code, ""));
        tasks.runAll();
    }

    SessionFigures figures() {
        var answer = session.figures();
        tasks.runAll();
        return answer.join();
    }

    int closeCode() {
        CloseReason reason = channel.closed();
        assertNotNull(reason, "The channel is open.");
        return reason.code();
    }

    static Message.Chat chat(int id, String text) {
        return new Message.Chat(id(id), text, Instant.EPOCH);
    }
}
