package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.transfer.TransferSnapshot.State;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeSurroundings.Shown;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who looks elsewhere is told, and who looks here is not. */
final class AttentionModelTest {
    private final FakeWorld world = new FakeWorld();
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private ConversationViewModel model = open();

    private ConversationViewModel open() {
        return new ConversationViewModel(new FakeEngine(), world.ports(), Samples.studio());
    }

    private void lookAway() {
        world.surroundings.inFront.set(false);
    }

    private void hear(String text) {
        model.handle(Samples.received(mei, text));
    }

    private void transfer(TransferSnapshot now) {
        model.handle(new EngineEvent.TransferChanged(mei, now, null));
    }

    private List<Shown> shown() {
        return world.surroundings.shown;
    }

    private int unread() {
        return model.attention().unreadProperty().get();
    }

    private static Shown said(String writer, String text) {
        return new Shown(Phrase.of("notice.plain", writer), Phrase.of("notice.plain", text));
    }

    private static Shown file(String key, Object name) {
        return new Shown(Phrase.of("app.name"), Phrase.of(key, name));
    }

    private void switchOn(String id, boolean on) {
        model.attention().switches().stream()
                .filter(one -> one.id().equals(id))
                .forEach(one -> one.on().set(on));
    }

    @Test
    void whoLooksHereIsToldNothingTwice() {
        hear("hello");
        assertEquals(List.of(), shown());
        assertEquals(0, unread());
    }

    @Test
    void aBurstCountsEachMessageAndIsToldOnce() {
        lookAway();
        for (int i = 0; i < 100; i++) {
            hear("text " + i);
            world.pass(Duration.ofMillis(99));
        }
        assertEquals(List.of(said("Mei", "text 0")), shown());
        assertEquals(100, unread());
        world.pass(Duration.ofMillis(100));
        hear("later");
        assertEquals(said("Mei", "later"), shown().getLast());
        assertEquals(2, shown().size());
    }

    @Test
    void lookingHereEndsTheCountAndTheBurst() {
        lookAway();
        hear("one");
        world.surroundings.inFront.set(true);
        assertEquals(0, unread());
        lookAway();
        hear("two");
        assertEquals(List.of(said("Mei", "one"), said("Mei", "two")), shown());
        assertEquals(1, unread());
    }

    @Test
    void whatIsPassedOnHasItsWritersNameAndWhatIsEarlierIsNoNews() {
        lookAway();
        model.handle(new EngineEvent.ChatReceived(mei, new UUID(0, 1), "old", Samples.NOON, "Ann", true, false));
        assertEquals(0, unread());
        model.handle(new EngineEvent.ChatReceived(mei, new UUID(0, 2), "new", Samples.NOON, "Ann", false, false));
        assertEquals(List.of(said("Ann", "new")), shown());
    }

    @Test
    void onesOwnMessagesAreNeverTold() {
        lookAway();
        model.handle(Samples.said("mine", null));
        assertEquals(List.of(), shown());
        assertEquals(0, unread());
    }

    @Test
    void aFileIsToldWhenItHasArrivedOrFailed() {
        lookAway();
        TransferSnapshot in = Samples.incoming("a.zip", 10, 5);
        transfer(in);
        assertEquals(List.of(), shown());
        transfer(Samples.in(State.COMPLETE, in, true));
        world.pass(AttentionModel.BURST);
        TransferSnapshot lost = Samples.incoming("b.zip", 10, 5);
        transfer(lost);
        transfer(Samples.in(State.FAILED, lost, false));
        world.pass(AttentionModel.BURST);
        TransferSnapshot out = Samples.outgoing("c.zip", 10, 5);
        transfer(out);
        transfer(Samples.in(State.FAILED, out, false));
        world.pass(AttentionModel.BURST);
        TransferSnapshot fine = Samples.outgoing("d.zip", 10, 5);
        transfer(fine);
        transfer(Samples.in(State.COMPLETE, fine, true));
        TransferSnapshot cancelled = Samples.incoming("e.zip", 10, 5);
        transfer(cancelled);
        transfer(cancelled.ended(FailureReason.CANCELLED));
        assertEquals(
                List.of(
                        file("notice.file.arrived", "a.zip"),
                        file("notice.file.failed", "b.zip"),
                        file("notice.file.unsent", "c.zip")),
                shown());
        assertEquals(0, unread(), "the count is of messages");
    }

    @Test
    void whatAnEarlierRunHasReceivedIsNoNews() {
        lookAway();
        transfer(Samples.in(State.COMPLETE, Samples.incoming("old.zip", 10, 10), true));
        assertEquals(List.of(), shown());
    }

    @Test
    void whatWasWrittenCanBeLeftOut() {
        lookAway();
        switchOn("noticeTextSetting", false);
        hear("secret");
        world.pass(AttentionModel.BURST);
        TransferSnapshot in = Samples.incoming("secret.zip", 10, 5);
        transfer(in);
        transfer(Samples.in(State.COMPLETE, in, true));
        assertEquals(
                List.of(
                        new Shown(Phrase.of("notice.plain", "Mei"), Phrase.of("notice.message.hidden")),
                        file("notice.file.arrived", Phrase.of("notice.file.hidden"))),
                shown());
    }

    @Test
    void theSoundIsOffUntilSomebodyWantsItAndSoundsOncePerBurst() {
        lookAway();
        hear("one");
        assertEquals(0, world.surroundings.rings);
        switchOn("soundSetting", true);
        switchOn("noticesSetting", false);
        world.pass(AttentionModel.BURST);
        hear("two");
        hear("three");
        assertEquals(1, world.surroundings.rings);
        assertEquals(1, shown().size());
    }

    @Test
    void whoMustNotBeDisturbedStillFindsTheCount() {
        switchOn("undisturbedSetting", true);
        switchOn("soundSetting", true);
        model = open();
        lookAway();
        hear("one");
        hear("two");
        assertEquals(List.of(), shown());
        assertEquals(0, world.surroundings.rings);
        assertEquals(2, unread());
    }
}
