package io.lamplink.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.client.engine.ConnectingEngine;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.PinReason;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.session.ReconnectPolicy;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.server.engine.ListeningEngine;
import io.lamplink.server.net.DoorRules;
import io.lamplink.tour.harness.Bench;
import io.lamplink.tour.harness.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that asks for a PIN and clients whose person types one, on real sockets; only the time for guessing is played. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class PinnedLinkTest {
    private static final String HERE = "127.0.0.1";
    private static final Pin PIN = new Pin("482913");
    private static final Pin WRONG = new Pin("482914");
    private static final Pin NEW = new Pin("0048291357");

    @RegisterExtension
    private final Bench bench = new Bench();

    private final AtomicLong now = new AtomicLong();

    @Test
    void aPersonIsAskedOnceAndIsIn() throws Exception {
        Server server = server(0, PIN);
        Client client = client();
        client.engine.connect(HERE, server.port());
        assertEquals(
                new EngineEvent.PinAsked(HERE + ":" + server.port(), PinReason.FIRST, Duration.ZERO), client.asked(1));
        client.engine.pin(PIN);
        client.joined(1);
        server.joined(1);
    }

    @Test
    void itIsTheSameOverTls() throws Exception {
        Server server = server(0, PIN);
        Client client = client();
        client.engine.connect("wss://" + HERE, server.port());
        assertEquals(PinReason.FIRST, client.asked(1).why());
        client.engine.pin(PIN);
        assertTrue(client.joined(1).peer().encrypted());
    }

    @Test
    void aWrongOneIsToldAndTheRightOneTakenWhenTheTimeHasCome() throws Exception {
        Server server = server(0, PIN);
        Client client = client();
        client.engine.connect(HERE, server.port());
        client.asked(1);
        client.engine.pin(WRONG);
        EngineEvent.PinAsked wrong = client.asked(2);
        assertEquals(PinReason.WRONG, wrong.why());
        assertEquals(Duration.ofSeconds(1), wrong.in());
        client.engine.pin(PIN); // too early
        assertEquals(PinReason.LOCKED, client.asked(3).why());
        now.addAndGet(wrong.in().toNanos());
        client.engine.pin(PIN);
        client.joined(1);
    }

    @Test
    void whoGivesNoneIsNotConnected() throws Exception {
        Server server = server(0, PIN);
        Client client = client();
        client.engine.connect(HERE, server.port());
        client.asked(1);
        client.engine.pin(null);
        client.failed(ConnectProblem.PIN_NEEDED);
        client.lamp(LinkState.IDLE);
        client.engine.connect(HERE, server.port());
        client.asked(2);
        client.engine.disconnect();
        client.failed(ConnectProblem.CANCELLED);
    }

    /** The person has trusted the wrong server, and types the right PIN: it does not help whoever is in between. */
    @Test
    void somebodyInBetweenWithAnotherKeyGetsNowhere() throws Exception {
        Server server = server(0, PIN);
        try (TlsRelay between = new TlsRelay(server.port())) {
            Client client = client();
            client.engine.connect("wss://" + HERE, between.port());
            client.asked(1);
            client.engine.pin(PIN);
            assertEquals(PinReason.WRONG, client.asked(2).why());
            client.engine.pin(null);
            client.failed(ConnectProblem.PIN_WRONG);
            EngineEvent.IdentityAsked trusted = (EngineEvent.IdentityAsked)
                    client.events.await("a question", EngineEvent.IdentityAsked.class::isInstance);
            assertEquals(between.fingerprint(), trusted.seen());
        }
        assertEquals(List.of(), server.events.all(EngineEvent.PeerJoined.class::isInstance));
    }

    @Test
    void aServerThatStartsAgainWithTheSamePinAsksNobody() throws Exception {
        Server server = server(0, PIN);
        Client client = connected(server);
        server.engine.close();
        client.lamp(LinkState.RECONNECTING);
        server(server.port(), PIN).joined(1);
        client.joined(2);
        assertEquals(1, client.questions());
    }

    /** The old one is not tried: a room full of clients would lock itself out. */
    @Test
    void aServerThatStartsAgainWithAnotherPinAsksAgain() throws Exception {
        Server server = server(0, PIN);
        Client client = connected(server);
        server.engine.close();
        client.lamp(LinkState.RECONNECTING);
        Server again = server(server.port(), NEW);
        assertEquals(PinReason.CHANGED, client.asked(2).why());
        client.engine.pin(NEW); // at once, since nothing counts as a try
        client.joined(2);
        again.joined(1);
    }

    @Test
    void aServerThatCeasesToAskFindsItsClientBack() throws Exception {
        Server server = server(0, PIN);
        Client client = connected(server);
        server.engine.close();
        client.lamp(LinkState.RECONNECTING);
        server(server.port(), null).joined(1);
        client.joined(2);
        assertEquals(1, client.questions());
    }

    @Test
    void aServerThatBeginsToAskDoesSoWhileItIsSought() throws Exception {
        Server server = server(0, null);
        Client client = client();
        client.engine.connect(HERE, server.port());
        client.joined(1);
        server.engine.close();
        client.lamp(LinkState.RECONNECTING);
        server(server.port(), PIN);
        assertEquals(PinReason.FIRST, client.asked(1).why());
        client.engine.pin(PIN);
        client.joined(2);
    }

    @Test
    void whoIsLockedOutGoesOnSeekingWithoutAskingAndIsBackWhenTheTimeIsUp() throws Exception {
        Server server = server(0, PIN);
        Client client;
        try (Relay relay = new Relay(server.port())) {
            relay.open();
            client = client();
            client.engine.connect(HERE, relay.port());
            client.asked(1);
            client.engine.pin(PIN);
            client.joined(1);
            lock(server);
            relay.cut();
            client.events.await("tries", 3, EngineEvent.Reconnecting.class::isInstance);
            now.addAndGet(Duration.ofMinutes(5).toNanos());
            client.joined(2);
        }
        assertEquals(1, client.questions());
    }

    private void lock(Server server) throws Exception {
        Client mallory = client();
        mallory.engine.connect(HERE, server.port());
        for (int wrong = 1; wrong <= 5; wrong++) {
            EngineEvent.PinAsked asked = mallory.asked(wrong);
            now.addAndGet(asked.in().toNanos());
            mallory.engine.pin(WRONG);
        }
        server.events.await("a lock", EngineEvent.PinLocked.class::isInstance);
        assertEquals(Duration.ofMinutes(5), mallory.asked(6).in());
        mallory.engine.close();
    }

    private Client connected(Server server) throws Exception {
        Client client = client();
        client.engine.connect(HERE, server.port());
        client.asked(1);
        client.engine.pin(PIN);
        client.joined(1);
        return client;
    }

    private Server server(int port, Pin pin) throws Exception {
        ListeningEngine engine = new ListeningEngine(settings("server"), DoorRules.defaults(), now::get);
        Server server = bench.with(new Server(engine));
        if (pin != null) {
            engine.askForPin(new PinSetting(pin, true));
        }
        engine.listen(HERE, port);
        server.port();
        return server;
    }

    private Client client() throws Exception {
        ReconnectPolicy policy = new ReconnectPolicy(System::nanoTime, () -> 0.5, Duration.ofMillis(20));
        return bench.with(new Client(new ConnectingEngine(settings("client"), true, policy)));
    }

    private HubSettings settings(String name) throws Exception {
        return new HubSettings(
                new Message.Hello(name, "test", HubSettings.CAPABILITIES),
                bench.folder("state-" + name).resolve("state"),
                DiskSpool.UNLIMITED,
                peer -> "",
                sent -> "");
    }

    /** A server and all that it told. */
    private static final class Server implements AutoCloseable {
        private final Journal<EngineEvent> events = new Journal<>("The server");
        private final ListeningEngine engine;

        Server(ListeningEngine engine) {
            this.engine = engine;
            engine.addListener(events::add);
        }

        int port() {
            EngineEvent.Listening e =
                    (EngineEvent.Listening) events.await("a port", EngineEvent.Listening.class::isInstance);
            return e.address().getPort();
        }

        void joined(int count) {
            events.await("clients", count, EngineEvent.PeerJoined.class::isInstance);
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    /** A client whose person trusts every server, and all that it told. */
    private static final class Client implements AutoCloseable {
        private final Journal<EngineEvent> events = new Journal<>("The client");
        private final ConnectingEngine engine;

        Client(ConnectingEngine engine) {
            this.engine = engine;
            engine.addListener(events::add);
            engine.addListener(event -> {
                if (event instanceof EngineEvent.IdentityAsked) {
                    engine.trust(true);
                }
            });
        }

        EngineEvent.PinAsked asked(int number) {
            return (EngineEvent.PinAsked)
                    events.await(number + " questions", number, EngineEvent.PinAsked.class::isInstance)
                            .getLast();
        }

        int questions() {
            return events.all(EngineEvent.PinAsked.class::isInstance).size();
        }

        EngineEvent.PeerJoined joined(int number) {
            return (EngineEvent.PeerJoined)
                    events.await(number + " links", number, EngineEvent.PeerJoined.class::isInstance)
                            .getLast();
        }

        void failed(ConnectProblem problem) {
            events.await(
                    problem.toString(),
                    event -> event instanceof EngineEvent.ConnectFailed failed && failed.problem() == problem);
        }

        void lamp(LinkState state) {
            events.await("lamp " + state, new EngineEvent.LinkChanged(state)::equals);
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
