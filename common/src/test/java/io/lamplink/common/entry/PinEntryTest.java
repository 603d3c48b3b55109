package io.lamplink.common.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.PinRefusal;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Pin;
import io.lamplink.common.security.PinExchange;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.Session;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client says to a server that asks for a PIN, does not, lies, or only pretends to have it. */
final class PinEntryTest implements PinEntry.Way {
    private static final Pin PIN = new Pin("482913");
    private static final UUID ID = new UUID(1, 2);
    private static final Optional<Fingerprint> KEY = Optional.of(new Fingerprint("0123456789abcdef".repeat(4)));
    private static final Message.Hello HELLO = new Message.Hello("server", "0", Set.of());
    private static final PinInHand TYPED = new PinInHand(PIN, null, true);
    private static final PinInHand PROVED = new PinInHand(PIN, ID, false);

    private final Later later = new Later();
    private final EntryEnd end = new EntryEnd("192.168.1.5", KEY);
    private final EntryEnd.Inside inside = new EntryEnd.Inside();
    private final SecureRandom random = new SecureRandom();
    private final List<String> told = new ArrayList<>();
    private PinEntry entry;

    @Test
    void whereNoPinIsAskedForTheSessionBeginsAtOnce() {
        enter(null);
        assertEquals(List.of("admitted"), told);
        says(HELLO);
        says(new Message.PinAsked(ID));
        entry.onPong(7);
        entry.onClosed(CloseReason.normal());
        assertEquals(List.of(HELLO, new Message.PinAsked(ID), 7L, 1000), inside.heard);
    }

    @Test
    void whereOneIsAskedForTheSessionEndsAsIfItWereToldSo() {
        enter(null);
        says(new Message.PinAsked(ID));
        says(HELLO);
        assertEquals(CloseReason.NORMAL, end.closeCode());
        entry.onClosed(CloseReason.normal());
        assertEquals(List.of(CloseReason.PIN_NEEDED), inside.heard);
    }

    @Test
    void whoEndsAtOnceForWantOfAPinIsUnderstoodToo() {
        enter(null);
        entry.onClosed(new CloseReason(CloseReason.PIN_NEEDED, ""));
        assertEquals(List.of(CloseReason.PIN_NEEDED), inside.heard);
    }

    @Test
    void withAPinNothingIsSaidBeforeTheServerHasShownThatItHasItToo() {
        enter(TYPED);
        assertEquals(List.of(), end.sent());
        says(new Message.PinAsked(ID));
        PinExchange server = PinExchange.ofServer(PIN, KEY, random);
        assertTrue(server.take(end.sent(Message.PinShare.class).share()));
        says(new Message.PinShare(server.share()));
        assertTrue(server.isProof(end.sent(Message.PinProof.class).proof()));
        assertEquals(List.of(), told);
        says(new Message.PinProof(server.proof()));
        assertEquals(List.of("proved " + ID, "admitted"), told);
        says(HELLO);
        assertEquals(List.of(HELLO), inside.heard);
        later.pass(Duration.ofMinutes(1));
        assertEquals(0, end.closeCode());
    }

    @Test
    void aServerThatOnlyGuessedIsNotGoneOnWith() {
        enter(TYPED);
        says(new Message.PinAsked(ID));
        PinExchange guess = PinExchange.ofServer(new Pin("482914"), KEY, random);
        assertTrue(guess.take(end.sent(Message.PinShare.class).share()));
        says(new Message.PinShare(guess.share()));
        says(new Message.PinProof(guess.proof()));
        assertOver("unproved");
    }

    @Test
    void aServerWithAnotherKeyIsNotGoneOnWithThoughItHasThePin() {
        enter(TYPED);
        says(new Message.PinAsked(ID));
        PinExchange between = PinExchange.ofServer(PIN, Optional.of(new Fingerprint("f".repeat(64))), random);
        assertTrue(between.take(end.sent(Message.PinShare.class).share()));
        says(new Message.PinShare(between.share()));
        says(new Message.PinProof(between.proof()));
        assertOver("unproved");
    }

    @Test
    void aServerThatSaysItNeedsNoProofIsNotGoneOnWith() {
        enter(TYPED);
        says(HELLO);
        assertOver("unproved");
    }

    @Test
    void aServerThatLeavesOutStepsIsNotGoneOnWith() {
        enter(TYPED);
        says(new Message.PinAsked(ID));
        end.sent();
        says(HELLO);
        assertOver("unproved");
    }

    @Test
    void aServerThatProvesBeforeItSharesIsNotGoneOnWith() {
        enter(TYPED);
        says(new Message.PinAsked(ID));
        says(new Message.PinProof("0".repeat(64)));
        assertOver("unproved");
    }

    @Test
    void aShareThatIsNoneEndsIt() {
        enter(TYPED);
        says(new Message.PinAsked(ID));
        end.sent();
        says(new Message.PinShare("04" + "0".repeat(128)));
        assertOver("unproved");
    }

    @Test
    void whatMakesNoSenseEndsIt() {
        enter(TYPED);
        entry.onFrame(new Frame.Text("welcome"));
        assertOver("unproved");
    }

    @Test
    void aServerToWhichItWasProvedMayCeaseToAsk() {
        enter(PROVED);
        says(HELLO);
        assertEquals(List.of("admitted"), told);
        assertEquals(List.of(HELLO), inside.heard);
    }

    @Test
    void anotherPinThanBeforeIsNotTried() {
        enter(PROVED);
        says(new Message.PinAsked(new UUID(3, 4)));
        assertOver("changed");
    }

    @Test
    void theSamePinAsBeforeIsProvedWithoutAsking() {
        enter(PROVED);
        says(new Message.PinAsked(ID));
        assertNotNull(end.sent(Message.PinShare.class));
    }

    @Test
    void refusalsArePassedOn() {
        enter(TYPED);
        says(new Message.PinAsked(ID));
        end.sent();
        says(new Message.PinRefused(PinRefusal.WAIT, 290));
        assertOver("refused WAIT 290");
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLong() {
        enter(TYPED);
        later.pass(Session.HELLO_WITHIN);
        assertOver("broken 4408");
    }

    @Test
    void aLinkThatEndsIsTold() {
        enter(TYPED);
        says(new Message.PinAsked(ID));
        entry.onClosed(new CloseReason(CloseReason.ABNORMAL, ""));
        assertEquals(List.of("broken 1006"), told);
    }

    @Test
    void whatEndedItIsToldOnce() {
        enter(TYPED);
        says(HELLO);
        says(new Message.PinAsked(ID));
        later.pass(Duration.ofMinutes(1));
        entry.onClosed(CloseReason.normal());
        assertEquals(List.of("unproved"), told);
    }

    private void enter(@Nullable PinInHand hand) {
        entry = new PinEntry(end, hand, this, later);
        entry.open();
    }

    private void says(Message message) {
        entry.onFrame(EntryEnd.frame(message));
    }

    private void assertOver(String how) {
        assertEquals(List.of(how), told);
        assertEquals(CloseReason.NORMAL, end.closeCode());
    }

    @Override
    public ChannelListener admit(Channel channel) {
        told.add("admitted");
        return inside;
    }

    @Override
    public void proved(UUID id) {
        told.add("proved " + id);
    }

    @Override
    public void changed() {
        told.add("changed");
    }

    @Override
    public void refused(PinRefusal reason, Duration left) {
        told.add("refused " + reason + " " + left.toSeconds());
    }

    @Override
    public void unproved() {
        told.add("unproved");
    }

    @Override
    public void broken(CloseReason reason) {
        told.add("broken " + reason.code());
    }
}
