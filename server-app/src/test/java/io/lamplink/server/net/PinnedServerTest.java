package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.WebOrigin;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.protocol.json.LamplinkDialect;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinExchange;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.security.Tls;
import io.lamplink.common.transfer.DiskSpool;
import io.lamplink.server.engine.ListeningEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks for a PIN, on real sockets, with clients that the test plays byte by byte. */
final class PinnedServerTest {
    private static final Pin PIN = new Pin("482913");
    private static final Pin WRONG = new Pin("482914");
    private static final Optional<Fingerprint> CLEAR = Optional.empty();
    private static final String LAMPLINK =
            RawClient.REQUEST.replace("Host:", "Sec-WebSocket-Protocol: lamplink.v1\r\nHost:");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    private final AtomicLong now = new AtomicLong();
    private ListeningEngine engine;
    private InetSocketAddress address;

    @BeforeEach
    void start() throws Exception {
        engine = engine();
        engine.askForPin(new PinSetting(PIN, true));
        address = listen();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void whoHasThePinIsInAndMaySendWhatIsLarge() throws Exception {
        try (Client mei = new Client(new RawClient(address))) {
            mei.prove(PIN, CLEAR);
            mei.say(new Message.Hello("mei", "1", Set.of("chat")));
            assertEquals("server", mei.next(Message.Hello.class).name());
            mei.raw.sendFrame(RawClient.FIN | RawClient.BINARY, chunkOfAMebibyte());
            mei.say(new Message.Chat(new UUID(1, 1), "hello", java.time.Instant.EPOCH));
            mei.next(Message.ChatAck.class, _ -> true);
        }
    }

    @Test
    void overTlsTheServersKeyIsPartOfTheProof() throws Exception {
        try (Client mei = encrypted()) {
            mei.prove(PIN, Optional.of(engine.fingerprint()));
            mei.say(new Message.Hello("mei", "1", Set.of()));
            mei.next(Message.Hello.class);
        }
    }

    /** What somebody in between can do whom a person has trusted: the PIN is right, and each side sees another key. */
    @Test
    void whoStandsInBetweenWithAnotherKeyIsWrong() throws Exception {
        try (Client between = encrypted()) {
            between.share(PIN, Optional.of(new Fingerprint("f".repeat(64))));
            assertEquals(PinRefusal.WRONG, between.proveAndFail().reason());
            between.awaitClose(CloseReason.PIN_REFUSED);
        }
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        try (Client stripped = encrypted()) {
            stripped.share(PIN, CLEAR);
            assertEquals(PinRefusal.WRONG, stripped.proveAndFail().reason());
        }
    }

    @Test
    void nothingIsToldBeforeThePinIsProved() throws Exception {
        try (Client mei = new Client(new RawClient(address))) {
            mei.prove(PIN, CLEAR);
            mei.say(new Message.Hello("mei", "1", Set.of("chat", "room")));
            mei.next(Message.Hello.class);
            try (Client mallory = new Client(new RawClient(address))) {
                mallory.share(WRONG, CLEAR);
                engine.say("a secret", Set.of());
                mei.next(Message.Chat.class, chat -> chat.text().equals("a secret"));
                mallory.proveAndFail(); // fails if anything else came
                mallory.awaitClose(CloseReason.PIN_REFUSED);
            }
        }
        assertFalse(events.stream()
                .anyMatch(event -> event instanceof EngineEvent.PeerJoined(var peer)
                        && !peer.name().equals("mei")));
    }

    @Test
    void aWrongPinIsFollowedByAPauseAndFiveByALock() throws Exception {
        for (int seconds : new int[] {1, 2, 4, 8, 300}) {
            try (Client mallory = new Client(new RawClient(address))) {
                mallory.share(WRONG, CLEAR);
                assertEquals(new Message.PinRefused(PinRefusal.WRONG, seconds), mallory.proveAndFail());
                mallory.awaitClose(CloseReason.PIN_REFUSED);
            }
            try (Client tooEarly = new Client(new RawClient(address))) {
                tooEarly.share(PIN, CLEAR);
                assertEquals(new Message.PinRefused(PinRefusal.WAIT, seconds), tooEarly.next(Message.PinRefused.class));
            }
            now.addAndGet(Duration.ofSeconds(seconds).toNanos());
        }
        EngineEvent.PinLocked locked = event(EngineEvent.PinLocked.class);
        assertEquals(Duration.ofMinutes(5), locked.left());
        try (Client mei = new Client(new RawClient(address))) {
            mei.prove(PIN, CLEAR);
        }
    }

    @Test
    void aHalfExchangeIsATryAndOneThatOnlyAsksIsNot() throws Exception {
        for (int i = 0; i < 3; i++) {
            new Client(new RawClient(address)).close();
        }
        try (Client half = new Client(new RawClient(address))) {
            half.share(PIN, CLEAR);
            half.next(Message.PinShare.class);
        }
        try (Client next = new Client(new RawClient(address))) {
            next.share(PIN, CLEAR);
            Message.PinRefused refused = next.next(Message.PinRefused.class);
            assertEquals(PinRefusal.WAIT, refused.reason());
        }
    }

    @Test
    void otherProgramsAreTurnedAwayAndThatIsToldOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (RawClient qt = RawClient.open(address)) {
                RawClient.Received close = qt.readFrame();
                assertEquals(CloseReason.PIN_NEEDED, close.closeCode());
                assertTrue(close.text().contains("PIN"), close::text);
            }
        }
        EngineEvent.PinMissing told = event(EngineEvent.PinMissing.class);
        assertTrue(told.address().isLoopbackAddress());
        engine.stop();
        event(EngineEvent.ListeningStopped.class);
        assertFalse(events.stream().anyMatch(EngineEvent.PinMissing.class::isInstance));
    }

    @Test
    void aWebPageIsTurnedAwayThoughItSpeaksLamplink() throws Exception {
        engine.close();
        Set<WebOrigin> pages = Set.of(WebOrigin.of("http://localhost:5173").orElseThrow());
        engine = engine(DoorRules.defaults().withOrigins(pages));
        engine.askForPin(new PinSetting(PIN, true));
        address = listen();
        try (RawClient page = new RawClient(address)) {
            page.send(LAMPLINK.replace("Host:", "Origin: http://localhost:5173\r\nHost:"));
            assertTrue(page.readHead().startsWith("HTTP/1.1 101 "));
            assertEquals(CloseReason.PIN_NEEDED, page.readFrame().closeCode());
        }
    }

    @Test
    void whoIsInStaysWhenThePinChangesAndTheNextIsAskedForTheNewOne() throws Exception {
        Pin other = new Pin("0048291357");
        try (Client mei = new Client(new RawClient(address))) {
            mei.prove(PIN, CLEAR);
            mei.say(new Message.Hello("mei", "1", Set.of("chat")));
            mei.next(Message.Hello.class);
            engine.askForPin(new PinSetting(other, true));
            settle();
            try (Client tom = new Client(new RawClient(address))) {
                assertFalse(mei.id.equals(tom.id), "another PIN has another id");
                tom.prove(other, CLEAR);
            }
            mei.say(new Message.Chat(new UUID(1, 1), "still here", java.time.Instant.EPOCH));
            mei.next(Message.ChatAck.class);
        }
    }

    @Test
    void aPinThatIsSetAnewUnlocksWhoWasLocked() throws Exception {
        try (Client mallory = new Client(new RawClient(address))) {
            mallory.share(WRONG, CLEAR);
            mallory.proveAndFail();
        }
        engine.askForPin(new PinSetting(PIN, true));
        settle();
        try (Client mei = new Client(new RawClient(address))) {
            mei.prove(PIN, CLEAR);
        }
    }

    @Test
    void withoutAPinEverybodyIsLetInAgain() throws Exception {
        engine.askForPin(new PinSetting(PIN, false));
        settle();
        try (HostileClient old = HostileClient.ready(address)) {
            old.roundTrip();
        }
    }

    @Test
    void thePinIsKeptForTheNextRunAndHasTheSameIdThere() throws Exception {
        UUID id;
        try (Client mei = new Client(new RawClient(address))) {
            id = mei.id;
        }
        engine.rememberPin(settings());
        engine.askForPin(new PinSetting(PIN, true));
        assertEquals(new PinSetting(PIN, true), engine.pin());
        engine.close();
        engine = engine();
        engine.rememberPin(settings());
        assertEquals(new PinSetting(PIN, true), engine.pin());
        address = listen();
        try (Client mei = new Client(new RawClient(address))) {
            assertEquals(id, mei.id);
            mei.prove(PIN, CLEAR);
        }
    }

    /** Waits until what was asked of the engine counts. */
    private void settle() {
        engine.pin();
        engine.statistics().join();
    }

    private HubSettings settings() {
        Message.Hello hello = new Message.Hello("server", "1", HubSettings.CAPABILITIES);
        return new HubSettings(hello, folder.resolve("state"), DiskSpool.UNLIMITED, _ -> "", _ -> "No.");
    }

    private ListeningEngine engine() {
        return engine(DoorRules.defaults());
    }

    private ListeningEngine engine(DoorRules rules) {
        ListeningEngine fresh = new ListeningEngine(settings(), rules, now::get);
        fresh.addListener(events::add);
        return fresh;
    }

    private InetSocketAddress listen() throws Exception {
        engine.listen("127.0.0.1", 0);
        return event(EngineEvent.Listening.class).address();
    }

    private <E extends EngineEvent> E event(Class<E> kind) throws InterruptedException {
        while (true) {
            EngineEvent next = events.poll(20, TimeUnit.SECONDS);
            assertTrue(next != null, () -> kind + " was expected");
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
        }
    }

    private Client encrypted() throws Exception {
        SSLSocket socket =
                (SSLSocket) Tls.client().getSocketFactory().createSocket(address.getAddress(), address.getPort());
        socket.setSSLParameters(Tls.parameters());
        return new Client(new RawClient(socket));
    }

    private static byte[] chunkOfAMebibyte() {
        byte[] chunk = new byte[25 + (1 << 20)];
        chunk[0] = 1;
        return chunk;
    }

    /** A client that was asked for a PIN. */
    private static final class Client implements AutoCloseable {
        private final LamplinkDialect dialect = new LamplinkDialect();
        private final RawClient raw;
        private final UUID id;
        private PinExchange run;

        Client(RawClient raw) throws IOException {
            this.raw = raw;
            raw.send(LAMPLINK);
            assertTrue(raw.readHead().startsWith("HTTP/1.1 101 "));
            id = next(Message.PinAsked.class).id();
        }

        void say(Message message) throws IOException {
            raw.sendText(((Frame.Text) dialect.encode(message).getFirst()).text());
        }

        void share(Pin pin, Optional<Fingerprint> server) throws IOException {
            run = PinExchange.ofClient(pin, server, RANDOM);
            say(new Message.PinShare(run.share()));
        }

        void prove(Pin pin, Optional<Fingerprint> server) throws IOException {
            share(pin, server);
            sayProof();
            assertTrue(run.isProof(next(Message.PinProof.class).proof()));
        }

        Message.PinRefused proveAndFail() throws IOException {
            sayProof();
            return next(Message.PinRefused.class);
        }

        private void sayProof() throws IOException {
            assertTrue(run.take(next(Message.PinShare.class).share()));
            say(new Message.PinProof(run.proof()));
        }

        /** The next message, which must be one of that kind. */
        <M extends Message> M next(Class<M> kind) throws IOException {
            return kind.cast(nextMessage());
        }

        /** The first message of that kind. */
        <M extends Message> M next(Class<M> kind, Predicate<M> which) throws IOException {
            while (true) {
                Message message = nextMessage();
                if (kind.isInstance(message) && which.test(kind.cast(message))) {
                    return kind.cast(message);
                }
            }
        }

        private Message nextMessage() throws IOException {
            RawClient.Received frame = raw.readFrame();
            while (frame.opcode() == RawClient.PING) {
                frame = raw.readFrame();
            }
            assertEquals(RawClient.TEXT, frame.opcode(), frame::text);
            try {
                return dialect.decode(new Frame.Text(frame.text())).getFirst();
            } catch (MalformedFrameException e) {
                throw new AssertionError(e);
            }
        }

        void awaitClose(int code) throws IOException {
            RawClient.Received frame = raw.readFrame();
            while (frame.opcode() != RawClient.CLOSE) {
                assertEquals(RawClient.PING, frame.opcode());
                frame = raw.readFrame();
            }
            assertEquals(code, frame.closeCode());
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }
}
