package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.tour.harness.Journal;
import io.lamplink.tour.harness.PlainClient;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's engine with many clients on real sockets: our own engines of both dialects, and others. */
final class RoomTest {
    private static final String REQUEST = """
            GET / HTTP/1.1
            Host: 127.0.0.1
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Key: +x32lpzdErti3Qk2A+RDsg==
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n");
    private static final int TEXTS = 1000;
    private static final int CLIENTS = 50;

    @TempDir
    Path temp;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    private ListeningEngine server;
    private int port;

    @BeforeEach
    void listen() throws InterruptedException {
        server = with(new ListeningEngine(settings("Server", "server")));
        server.addListener(events::add);
        server.listen("127.0.0.1", 0);
        port = await(events, EngineEvent.Listening.class, _ -> true).address().getPort();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T with(T closeable) {
        open.push(closeable);
        return closeable;
    }

    private HubSettings settings(String name, String folder) {
        return new HubSettings(
                new Message.Hello(name, "1", HubSettings.CAPABILITIES),
                temp.resolve(folder),
                DiskSpool.UNLIMITED,
                _ -> "",
                _ -> "");
    }

    /** A client, and what it was told. */
    private record Guest(ConnectingEngine engine, BlockingQueue<EngineEvent> events) {
        <E extends EngineEvent> E await(Class<E> kind, Predicate<E> which) throws InterruptedException {
            return RoomTest.await(events, kind, which);
        }

        EngineEvent.ChatReceived chat() throws InterruptedException {
            return await(EngineEvent.ChatReceived.class, _ -> true);
        }
    }

    private Guest guest(String name, String folder, boolean lamplink) throws InterruptedException {
        ConnectingEngine engine = with(new ConnectingEngine(settings(name, folder), lamplink));
        Guest guest = new Guest(engine, new LinkedBlockingQueue<>());
        engine.addListener(guest.events()::add);
        engine.connect("ws://127.0.0.1:" + port, 8080);
        guest.await(EngineEvent.PeerJoined.class, _ -> true);
        await(events, EngineEvent.PeerJoined.class, _ -> true);
        return guest;
    }

    private static <E extends EngineEvent> E await(BlockingQueue<EngineEvent> events, Class<E> kind, Predicate<E> which)
            throws InterruptedException {
        long deadline = System.nanoTime() + Journal.PATIENCE.toNanos();
        while (true) {
            EngineEvent event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertTrue(event != null, () -> "No " + kind.getSimpleName() + " was told.");
            if (kind.isInstance(event) && which.test(kind.cast(event))) {
                return kind.cast(event);
            }
        }
    }

    @Test
    void clientsOfBothDialectsTalkToEachOtherByName() throws Exception {
        Guest ann = guest("Ann", "ann", true);
        Guest other = guest("ANN", "other", true);
        Guest qt = guest("not told", "qt", false);
        other.await(EngineEvent.RoomName.class, e -> e.name().equals("ANN (2)"));
        ann.await(EngineEvent.MemberJoined.class, e -> e.name().equals("ANN (2)") && !e.already());
        ann.await(EngineEvent.MemberJoined.class, e -> e.name().equals("127.0.0.1"));
        UUID id = other.engine().say("hello", Set.of());
        assertEquals("ANN (2)", ann.chat().writer());
        assertEquals("ANN (2): hello", qt.chat().text());
        other.await(EngineEvent.ChatDelivered.class, e -> e.id().equals(id));
        qt.engine().say("hi", Set.of());
        assertEquals("127.0.0.1", ann.chat().writer());
        assertEquals("hi", other.chat().text());
        server.say("from the server", Set.of());
        for (Guest guest : List.of(ann, other, qt)) {
            EngineEvent.ChatReceived chat = guest.chat();
            assertEquals("from the server", chat.text());
            assertEquals("", chat.writer());
            assertFalse(chat.direct());
        }
        other.engine().disconnect();
        ann.await(EngineEvent.MemberLeft.class, e -> e.name().equals("ANN (2)"));
    }

    @Test
    void whoWritesIsToldByNameToThoseThatCanHearIt() throws Exception {
        Guest ann = guest("Ann", "ann", true);
        Guest bob = guest("Bob", "bob", true);
        Guest qt = guest("not told", "qt", false);
        bob.engine().writing(true, Set.of());
        assertEquals(
                "Bob", ann.await(EngineEvent.WritingChanged.class, _ -> true).writer());
        assertEquals(
                "Bob",
                await(events, EngineEvent.WritingChanged.class, _ -> true)
                        .from()
                        .name());
        server.writing(true, Set.of());
        for (Guest guest : List.of(ann, bob)) {
            EngineEvent.WritingChanged told = guest.await(EngineEvent.WritingChanged.class, _ -> true);
            assertEquals("Server ", told.from().name() + " " + told.writer());
        }
        bob.engine().say("hi", Set.of());
        assertEquals("Bob: hi", qt.chat().text());
        assertFalse(qt.events().stream().anyMatch(EngineEvent.WritingChanged.class::isInstance));
    }

    @Test
    void aLateClientIsToldOnceWhatWasSaidAndOfferedWhatWasSent() throws Exception {
        Guest ann = guest("Ann", "ann", true);
        Path file = Files.writeString(temp.resolve("for all.txt"), "content");
        ann.engine().say("first", Set.of());
        await(events, EngineEvent.ChatReceived.class, e -> e.text().equals("first"));
        server.say("second", Set.of());
        server.sendFile(file, Set.of());
        ann.await(EngineEvent.TransferChanged.class, e -> e.transfer().state() == State.COMPLETE);
        Guest late = guest("Late", "late", true);
        EngineEvent.ChatReceived first = late.chat();
        assertEquals("Ann first true", first.writer() + " " + first.text() + " " + first.earlier());
        assertEquals("second", late.chat().text());
        late.await(EngineEvent.TransferChanged.class, e -> e.transfer().state() == State.COMPLETE);
        late.await(EngineEvent.MemberJoined.class, e -> e.name().equals("Ann") && e.already());
        late.engine().disconnect();
        late.await(EngineEvent.PeerLeft.class, _ -> true);
        late.engine().connect("ws://127.0.0.1:" + port, 8080);
        late.await(EngineEvent.PeerJoined.class, _ -> true);
        server.say("third", Set.of());
        assertEquals("third", late.chat().text());
        assertFalse(late.events().stream().anyMatch(EngineEvent.TransferChanged.class::isInstance));
    }

    @Test
    void aThousandTextsReachFiftyClientsInOrderAndComplete() throws Exception {
        List<PlainClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(i % 2 == 0 ? lamplink("Client " + i) : with(PlainClient.connect(port)));
            await(events, EngineEvent.PeerJoined.class, _ -> true);
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            expected.add("text number " + i);
            server.say("text number " + i, Set.of());
        }
        for (PlainClient client : clients) {
            List<String> heard = client.texts().await("all texts", TEXTS, RoomTest::isNumbered).stream()
                    .map(RoomTest::numbered)
                    .toList();
            assertEquals(expected, heard);
        }
    }

    @Test
    void aClientThatReadsNothingIsLetGoAndTheOthersMissNothing() throws Exception {
        Guest ann = guest("Ann", "ann", true);
        Socket deaf = with(new Socket(InetAddress.getLoopbackAddress(), port));
        deaf.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        UUID deafId =
                await(events, EngineEvent.PeerJoined.class, _ -> true).peer().id();
        String page = "x".repeat(30_000);
        int said = 0;
        CloseReason reason = null;
        while (reason == null) {
            assertTrue(said < 5_000, "It was not let go.");
            server.say(said + " " + page, Set.of());
            assertTrue(ann.chat().text().startsWith(said + " "));
            said++;
            for (EngineEvent event = events.poll(); event != null; event = events.poll()) {
                if (event instanceof EngineEvent.PeerLeft left
                        && left.peer().id().equals(deafId)) {
                    reason = left.reason();
                }
            }
        }
        assertEquals(new CloseReason(CloseReason.POLICY, "More waits to be read than fits."), reason);
        assertTrue(said * 30_000L > 8 << 20, "It was let go after " + said + " texts.");
    }

    private static boolean isNumbered(String frame) {
        return frame.contains("text number ");
    }

    /** The text within a frame, which is the whole frame or a JSON string. */
    private static String numbered(String frame) {
        int at = frame.indexOf("text number ");
        int quote = frame.indexOf('"', at);
        return frame.substring(at, quote < 0 ? frame.length() : quote);
    }

    private PlainClient lamplink(String name) throws Exception {
        PlainClient client = with(PlainClient.connect(port, "lamplink.v1"));
        client.text("{\"type\":\"HELLO\",\"name\":\"" + name + "\",\"version\":\"1\",\"capabilities\":[]}");
        return client;
    }
}
