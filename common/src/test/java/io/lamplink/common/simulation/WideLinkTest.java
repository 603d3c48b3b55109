package io.lamplink.common.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.Session;
import io.lamplink.common.session.SessionContext;
import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.transfer.TransferSnapshot.State;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of many megabytes on a link that takes all there is: only the window holds them back. */
class WideLinkTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int FILES = 3;
    private static final int CHUNK = 256 * 1024;

    private final Random random = new Random(1);
    private final Agenda agenda = new Agenda(random);
    private final SimulatedLink link = new SimulatedLink(agenda, Duration.ofMillis(4));
    private final WatchedDialect wire = new WatchedDialect(new LamplinkDialect(), CHUNK, World.WINDOW);
    private final SessionLog told = new SessionLog();

    @Test
    void noMoreIsOutThanTheWindowTakes() {
        Session sender = session(link.first(), wire, told);
        Session receiver = session(
                link.second(), new WatchedDialect(new LamplinkDialect(), CHUNK, World.WINDOW), new SessionLog());
        link.listen(sender, receiver);
        sender.start();
        receiver.start();
        for (int i = 0; i < FILES; i++) {
            sender.offer(new UUID(1, i), MemorySource.random("file-" + i, 12 * MEGABYTE, i));
        }
        agenda.run();
        for (int i = 0; i < FILES; i++) {
            assertEquals(
                    State.COMPLETE, told.transfers(new UUID(1, i)).getLast().state());
        }
        assertEquals(List.of(), wire.complaints());
        assertTrue(
                wire.mostOut() > 2 * MEGABYTE && wire.mostOut() <= World.WINDOW, wire.mostOut() + " bytes were out.");
    }

    private Session session(Channel channel, WatchedDialect dialect, SessionLog log) {
        SessionContext context = new SessionContext(
                new Message.Hello("a", "1", Set.of()),
                agenda.quick(),
                agenda.quick(),
                new MemorySpool(),
                agenda.clock(),
                agenda.clock(),
                () -> new UUID(random.nextLong(), random.nextLong()),
                new SendLimit(agenda.clock(), agenda::after));
        return new Session(context, dialect, channel, log);
    }
}
