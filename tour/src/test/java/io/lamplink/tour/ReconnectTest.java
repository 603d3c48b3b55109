package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.SaveResult;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.session.ReconnectPolicy;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.HeadlessProcess;
import io.lamplink.tour.harness.Journal;
import io.lamplink.tour.harness.Program;
import io.lamplink.tour.harness.TestFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client whose server goes away and comes back, on real sockets. */
class ReconnectTest {
    private static final String HERE = "127.0.0.1";

    @RegisterExtension
    private final Bench bench = new Bench();

    @Test
    void aServerThatStartsAgainFindsItsClientBackAndAFileGoesOn() throws Exception {
        Path file = bench.file("large.bin", 64L << 20);
        int port;
        Heard client = client();
        try (SlowRelay relay = new SlowRelay(2L << 20)) {
            Heard server = server(0);
            port = server.port();
            relay.leadsTo(port);
            client.connecting().connect(HERE, relay.port());
            server.await("a client", EngineEvent.PeerJoined.class::isInstance);
            server.engine.sendFile(file, Set.of());
            client.await("some bytes", Heard::moved);
            server.engine.close(); // which tells the client 1001
            client.await("seeking", Heard.lamp(LinkState.RECONNECTING));
            Heard again = server(port);
            again.await("the client", EngineEvent.PeerJoined.class::isInstance);
            relay.hurry();
            TransferSnapshot whole = client.complete();
            Path inbox = bench.folder("inbox");
            SaveResult saved =
                    client.engine.saveInto(whole.id(), inbox).get(Journal.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(saved instanceof SaveResult.Saved, saved::toString);
            assertEquals(TestFile.sha256(file), TestFile.sha256(inbox.resolve("large.bin")));
            assertTrue(client.firstMoveAfterReturn() > 1 << 20, "it went on and did not begin anew");
        }
    }

    @Test
    void manyLostLinksAreAllFoundAgain() throws Exception {
        Heard server = server(0);
        try (Relay relay = new Relay(server.port())) {
            relay.open();
            Heard client = client();
            client.connecting().connect(HERE, relay.port());
            for (int link = 1; link <= 30; link++) {
                client.journal.await("link " + link, link, Heard.lamp(LinkState.CONNECTED));
                relay.cut();
            }
            client.journal.await("the last link", 31, Heard.lamp(LinkState.CONNECTED));
        }
    }

    @Test
    void aPersonOnEitherSideWhoEndsTheLinkIsObeyed() throws Exception {
        Heard server = server(0);
        int port = server.port();
        Heard client = client();
        client.connecting().connect(HERE, port);
        server.await("a client", EngineEvent.PeerJoined.class::isInstance);
        ((ListeningEngine) server.engine).stop();
        client.await("an end", Heard.lamp(LinkState.IDLE));
        assertEquals(List.of(), client.journal.all(EngineEvent.Reconnecting.class::isInstance));
    }

    @Test
    void theFirstAttemptIsNotRepeated() throws Exception {
        int free = freePort();
        Heard client = client();
        client.connecting().connect(HERE, free);
        client.await("why", EngineEvent.ConnectFailed.class::isInstance);
        client.await("an end", Heard.lamp(LinkState.IDLE));
        assertEquals(List.of(), client.journal.all(EngineEvent.Reconnecting.class::isInstance));
    }

    @Test
    void whoStopsWhileItWaitsIsNotConnectedAgain() throws Exception {
        Heard server = server(0);
        int port = server.port();
        Heard client = client(new ReconnectPolicy(System::nanoTime, () -> 0.5));
        client.connecting().connect(HERE, port);
        server.await("a client", EngineEvent.PeerJoined.class::isInstance);
        server.engine.close();
        client.journal.await("a wait", 2, EngineEvent.Reconnecting.class::isInstance);
        client.connecting().disconnect();
        client.await("an end", Heard.lamp(LinkState.IDLE));
        int tries = client.journal.all(EngineEvent.Connecting.class::isInstance).size();
        client.connecting().tryNow();
        client.connecting().connect(HERE, freePort());
        client.await("the next attempt's end", EngineEvent.ConnectFailed.class::isInstance);
        assertEquals(
                tries + 1,
                client.journal.all(EngineEvent.Connecting.class::isInstance).size());
    }

    @Test
    void whoTriesNowNeedNotWait() throws Exception {
        Heard server = server(0);
        int port = server.port();
        Heard client = client(new ReconnectPolicy(System::nanoTime, () -> 1_000_000)); // years
        client.connecting().connect(HERE, port);
        server.await("a client", EngineEvent.PeerJoined.class::isInstance);
        server.engine.close();
        client.await("a wait", EngineEvent.Reconnecting.class::isInstance);
        server(port).await("a port", EngineEvent.Listening.class::isInstance);
        client.connecting().tryNow();
        client.journal.await("the link", 2, Heard.lamp(LinkState.CONNECTED));
    }

    @Test
    void aServerThatIsKilledAndStartedAgainFindsItsClientBackAndAFileGoesOn() throws Exception {
        Path file = bench.file("large.bin", Long.getLong("reconnect.bytes", 64L << 20));
        Path inbox = bench.folder("inbox");
        try (SlowRelay relay = new SlowRelay(4L << 20)) {
            HeadlessProcess server = serverProcess(0, file);
            relay.leadsTo(server.port());
            HeadlessProcess client = bench.client(
                    relay.port(), "--reconnect", "--receive-to", inbox, "--exit-after-files", "1", "--say", "hello");
            client.await("transfer-progress", line -> line.number("transferred") > 4 << 20);
            server.killAndWait();
            client.await("reconnecting");
            HeadlessProcess again = serverProcess(server.port(), file);
            again.await("connected");
            relay.hurry();
            assertEquals(0, client.awaitExit());
            assertEquals(TestFile.sha256(file), TestFile.sha256(inbox.resolve("large.bin")));
            assertEquals(List.of("large.bin"), TestFile.names(inbox));
        }
    }

    private HeadlessProcess serverProcess(int port, Path file) throws Exception {
        return bench.startIn(
                "server",
                Program.SERVER,
                List.of("--address", HERE, "--port", Integer.toString(port), "--send", file.toString()));
    }

    private static int freePort() throws Exception {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Heard server(int port) throws Exception {
        ListeningEngine engine = new ListeningEngine(settings("server"));
        Heard heard = bench.with(new Heard(engine));
        engine.listen(HERE, port);
        return heard;
    }

    /** One whose pauses are so short that a test can lose many links. */
    private Heard client() throws Exception {
        return client(new ReconnectPolicy(System::nanoTime, () -> 0.5, Duration.ofMillis(20)));
    }

    private Heard client(ReconnectPolicy policy) throws Exception {
        return bench.with(new Heard(new ConnectingEngine(settings("client"), true, policy)));
    }

    private HubSettings settings(String name) throws Exception {
        return new HubSettings(
                new Message.Hello(name, "test", HubSettings.CAPABILITIES),
                bench.folder("state-" + name).resolve("state"),
                DiskSpool.UNLIMITED,
                peer -> "",
                sent -> "");
    }

    /** An engine and all that it told. */
    private static final class Heard implements AutoCloseable {
        private final Journal<EngineEvent> journal = new Journal<>("The engine");
        private final Engine engine;

        Heard(Engine engine) {
            this.engine = engine;
            engine.addListener(journal::add);
        }

        ConnectingEngine connecting() {
            return (ConnectingEngine) engine;
        }

        EngineEvent await(String what, Predicate<EngineEvent> which) {
            return journal.await(what, which);
        }

        int port() {
            EngineEvent.Listening e = (EngineEvent.Listening) await("a port", EngineEvent.Listening.class::isInstance);
            return e.address().getPort();
        }

        TransferSnapshot complete() {
            EngineEvent.TransferChanged e = (EngineEvent.TransferChanged) await(
                    "the whole file",
                    event -> event instanceof EngineEvent.TransferChanged change
                            && change.transfer().state() == TransferSnapshot.State.COMPLETE);
            return e.transfer();
        }

        /** How many bytes were there when the file moved first over the second link. */
        long firstMoveAfterReturn() {
            List<EngineEvent> all = journal.all();
            int away = all.indexOf(new EngineEvent.LinkChanged(LinkState.RECONNECTING));
            return all.subList(away, all.size()).stream()
                    .dropWhile(lamp(LinkState.CONNECTED).negate())
                    .filter(Heard::moves)
                    .mapToLong(event ->
                            ((EngineEvent.TransferChanged) event).transfer().transferred())
                    .findFirst()
                    .orElseThrow();
        }

        private static boolean moves(EngineEvent event) {
            return event instanceof EngineEvent.TransferChanged change
                    && change.transfer().state() == TransferSnapshot.State.ACTIVE;
        }

        static boolean moved(EngineEvent event) {
            return moves(event)
                    && ((EngineEvent.TransferChanged) event).transfer().transferred() > 1 << 20;
        }

        static Predicate<EngineEvent> lamp(LinkState state) {
            return event -> event instanceof EngineEvent.LinkChanged(LinkState now) && now == state;
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
