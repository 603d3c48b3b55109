package io.lamplink.common.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinExchange;
import io.lamplink.common.security.PinGuard;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server's door says to clients that have the PIN, to those that guess, and to those that break the rules. */
final class PinDoorTest {
    private static final Pin PIN = new Pin("482913");
    private static final Pin WRONG = new Pin("482914");
    private static final UUID ID = new UUID(1, 2);
    private static final Optional<Fingerprint> KEY = Optional.of(new Fingerprint("0123456789abcdef".repeat(4)));
    private static final Message.Hello HELLO = new Message.Hello("mallory", "0", Set.of());

    private final Later later = new Later();
    private final AskedPin asked = new AskedPin(PIN, ID, new PinGuard(later::now));
    private final SecureRandom random = new SecureRandom();
    private final List<String> told = new ArrayList<>();

    /** One client at the door. */
    private final class Visit implements PinDoor.House {
        final EntryEnd end;
        final PinDoor door;
        final EntryEnd.Inside inside = new EntryEnd.Inside();
        boolean admitted;

        @Nullable
        PinExchange run;

        Visit(String from, Optional<Fingerprint> key) {
            end = new EntryEnd(from, key);
            door = new PinDoor(asked, end, this, later);
            door.open();
            assertEquals(new Message.PinAsked(ID), end.sent(Message.PinAsked.class));
        }

        void says(Message message) {
            door.onFrame(EntryEnd.frame(message));
        }

        /** Sends its share, and takes the answer if there is one. */
        void shares(Pin pin, Optional<Fingerprint> key) {
            PinExchange exchange = PinExchange.ofClient(pin, key, random);
            run = exchange;
            says(new Message.PinShare(exchange.share()));
        }

        void proves() {
            PinExchange exchange = run;
            assertNotNull(exchange);
            assertTrue(exchange.take(end.sent(Message.PinShare.class).share()));
            says(new Message.PinProof(exchange.proof()));
        }

        Message.PinRefused refusal() {
            return end.sent(Message.PinRefused.class);
        }

        @Override
        public ChannelListener admit(Channel channel) {
            assertFalse(channel.held(), "it may send what is large as soon as it hears that it is in");
            admitted = true;
            return inside;
        }

        @Override
        public void locked(InetAddress address, Duration left) {
            told.add(address.getHostAddress() + " " + left.toMinutes());
        }

        @Override
        public void crowded() {
            told.add("crowd");
        }
    }

    @Test
    void whoHasThePinIsLetInAndKnowsThatTheServerHasItToo() {
        Visit mei = visit();
        mei.shares(PIN, KEY);
        mei.proves();
        assertTrue(mei.run.isProof(mei.end.sent(Message.PinProof.class).proof()));
        assertTrue(mei.admitted);
        mei.says(HELLO);
        mei.door.onPong(7);
        mei.door.onClosed(CloseReason.normal());
        assertEquals(List.of(HELLO, 7L, 1000), mei.inside.heard);
        later.pass(Duration.ofMinutes(1));
        assertNull(mei.end.closed(), "the time limits are over");
    }

    @Test
    void aWrongPinIsToldWithTheTimeToWait() {
        Visit mallory = visit();
        mallory.shares(WRONG, KEY);
        mallory.proves();
        assertEquals(new Message.PinRefused(PinRefusal.WRONG, 1), mallory.refusal());
        assertEquals(CloseReason.PIN_REFUSED, mallory.end.closeCode());
        assertFalse(mallory.admitted);
        assertTrue(mallory.end.held());
    }

    @Test
    void whoSeesAnotherKeyIsWrongEvenWithTheRightPin() {
        Visit between = visit();
        between.shares(PIN, Optional.of(new Fingerprint("f".repeat(64))));
        between.proves();
        assertEquals(PinRefusal.WRONG, between.refusal().reason());
        Visit inClear = new Visit("10.0.0.9", Optional.empty());
        inClear.shares(PIN, KEY);
        inClear.proves();
        assertEquals(PinRefusal.WRONG, inClear.refusal().reason());
    }

    @Test
    void onAClearLinkItWorksAsWell() {
        Visit here = new Visit("127.0.0.1", Optional.empty());
        here.shares(PIN, Optional.empty());
        here.proves();
        assertTrue(here.admitted);
    }

    @Test
    void whoHasToWaitIsToldHowLongAndNotHeard() {
        wrong();
        Visit tooEarly = visit();
        tooEarly.shares(PIN, KEY);
        assertEquals(new Message.PinRefused(PinRefusal.WAIT, 1), tooEarly.refusal());
        assertEquals(CloseReason.PIN_REFUSED, tooEarly.end.closeCode());
        later.pass(Duration.ofSeconds(1));
        Visit inTime = visit();
        inTime.shares(PIN, KEY);
        inTime.proves();
        assertTrue(inTime.admitted);
    }

    @Test
    void theFifthWrongOneLocksForMinutesAndIsToldOnce() {
        for (int wrong = 1; wrong <= 5; wrong++) {
            assertEquals(List.of(), told);
            later.pass(Duration.ofSeconds(10));
            wrong();
        }
        assertEquals(List.of("192.168.1.66 5"), told);
        later.pass(Duration.ofSeconds(10));
        Visit locked = visit();
        locked.shares(PIN, KEY);
        assertEquals(new Message.PinRefused(PinRefusal.WAIT, 290), locked.refusal());
        assertEquals(1, told.size());
    }

    @Test
    void aHalfExchangeCountsAsATry() {
        Visit half = visit();
        half.shares(PIN, KEY);
        half.door.onClosed(new CloseReason(CloseReason.ABNORMAL, ""));
        Visit next = visit();
        next.shares(PIN, KEY);
        assertEquals(PinRefusal.WAIT, next.refusal().reason());
    }

    @Test
    void whoOnlyAsksHasNotTried() {
        for (int i = 0; i < 10; i++) {
            visit().door.onClosed(new CloseReason(CloseReason.ABNORMAL, ""));
        }
        Visit mei = visit();
        mei.shares(PIN, KEY);
        mei.proves();
        assertTrue(mei.admitted);
    }

    @Test
    void aShareThatIsNoneCountsAsATryAndEndsTheLink() {
        Visit mallory = visit();
        mallory.says(new Message.PinShare("04" + "0".repeat(128)));
        assertEquals(CloseReason.MALFORMED, mallory.end.closeCode());
        Visit next = visit();
        next.shares(PIN, KEY);
        assertEquals(PinRefusal.WAIT, next.refusal().reason());
    }

    @Test
    void aSecondConnectionWaitsForTheFirst() {
        Visit first = visit();
        first.shares(PIN, KEY);
        Visit second = visit();
        second.shares(PIN, KEY);
        assertEquals(List.of(), second.end.sent());
        first.proves();
        later.pass(PinDoor.LOOK_AGAIN);
        second.proves();
        assertTrue(first.admitted && second.admitted);
    }

    @Test
    void severalConnectionsHaveOneGuessBetweenThem() {
        Visit first = visit();
        first.shares(WRONG, KEY);
        List<Visit> others = Stream.generate(this::visit).limit(5).toList();
        others.forEach(each -> each.shares(PIN, KEY));
        first.proves();
        later.pass(PinDoor.LOOK_AGAIN);
        others.forEach(each -> assertEquals(PinRefusal.WAIT, each.refusal().reason()));
    }

    @Test
    void whoWaitsForOthersTooLongIsToldThatTheyAreBusy() {
        asked.guard().begin(address("192.168.1.66"));
        Visit behind = visit();
        behind.shares(PIN, KEY);
        later.pass(PinDoor.WITHIN);
        assertEquals(new Message.PinRefused(PinRefusal.BUSY, 1), behind.refusal());
        assertEquals(CloseReason.PIN_REFUSED, behind.end.closeCode());
    }

    @Test
    void whoWaitsForOthersSaysNothingMeanwhile() {
        asked.guard().begin(address("192.168.1.66"));
        Visit behind = visit();
        behind.shares(PIN, KEY);
        behind.shares(PIN, KEY);
        assertEquals(CloseReason.MALFORMED, behind.end.closeCode());
        later.pass(PinDoor.WITHIN);
        assertEquals(List.of(), behind.end.sent());
    }

    @Test
    void aCrowdOfStrangersIsTold() {
        for (int i = 0; i < PinGuard.STRANGERS_BURST; i++) {
            Visit stranger = new Visit("10.0." + (i >> 8) + "." + (i & 0xff), KEY);
            stranger.shares(WRONG, KEY);
            stranger.proves();
        }
        Visit oneMore = visit();
        oneMore.shares(PIN, KEY);
        assertEquals(new Message.PinRefused(PinRefusal.BUSY, 120), oneMore.refusal());
        assertEquals(List.of("crowd"), told);
    }

    @Test
    void whoSaysNothingIsNotWaitedForLong() {
        Visit silent = visit();
        later.pass(PinDoor.WITHIN.minusNanos(1));
        assertNull(silent.end.closed());
        later.pass(Duration.ofNanos(1));
        assertEquals(CloseReason.PIN_NEEDED, silent.end.closeCode());
    }

    @Test
    void whoKeepsBackItsProofIsNotWaitedForAsLong() {
        Visit half = visit();
        half.shares(PIN, KEY);
        later.pass(PinDoor.PROOF_WITHIN);
        assertEquals(CloseReason.PIN_NEEDED, half.end.closeCode());
        half.proves();
        assertFalse(half.admitted, "it is too late");
    }

    static Stream<Message> whatElseIsSaid() {
        UUID id = UUID.randomUUID();
        return Stream.of(
                new Message.Chat(id, "hello?", Instant.EPOCH),
                new Message.FileHeader(id, "x", 1, null, 1),
                new Message.FileChunk(id, 0, ByteBuffer.allocate(1)),
                new Message.Room("x", List.of(), List.of(), List.of()),
                new Message.PinAsked(id),
                new Message.PinProof("0".repeat(64)),
                new Message.PinRefused(PinRefusal.WRONG, 1));
    }

    @ParameterizedTest
    @MethodSource("whatElseIsSaid")
    void nothingElseIsHeard(Message message) {
        Visit mallory = visit();
        mallory.says(message);
        assertEquals(CloseReason.MALFORMED, mallory.end.closeCode());
        mallory.shares(PIN, KEY);
        assertEquals(List.of(), mallory.end.sent());
    }

    @Test
    void helloWithoutAPinIsToldThatOneIsNeeded() {
        Visit old = visit();
        old.says(HELLO);
        assertEquals(CloseReason.PIN_NEEDED, old.end.closeCode());
        Visit half = new Visit("10.0.0.9", KEY);
        half.shares(PIN, KEY);
        half.says(HELLO);
        assertEquals(CloseReason.MALFORMED, half.end.closeCode());
        assertFalse(old.admitted || half.admitted);
    }

    @Test
    void whatMakesNoSenseEndsTheLink() {
        for (Frame frame : List.of(
                new Frame.Text("what?"),
                new Frame.Text("{\"type\":\"LATER\"}"),
                new Frame.Text("{\"type\":\"PIN_SHARE\",\"share\":\"04\"}"),
                Frame.Binary.of(ByteBuffer.allocate(3)))) {
            Visit mallory = visit();
            mallory.door.onFrame(frame);
            assertEquals(CloseReason.MALFORMED, mallory.end.closeCode());
        }
    }

    private Visit visit() {
        return new Visit("192.168.1.66", KEY);
    }

    private void wrong() {
        Visit mallory = visit();
        mallory.shares(WRONG, KEY);
        mallory.proves();
    }

    private static InetAddress address(String literal) {
        return new EntryEnd(literal, KEY).remoteAddress().getAddress();
    }
}
