package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeEngine.Writing;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WritingModelTest {
    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");

    @BeforeEach
    void connect() {
        for (EngineEvent event : List.of(
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.PeerJoined(tomas),
                new EngineEvent.LinkChanged(LinkState.CONNECTED))) {
            model.handle(event);
        }
    }

    private void write(String text) {
        model.draftProperty().set(text);
    }

    private void writes(Peer peer, String writer) {
        model.handle(new EngineEvent.WritingChanged(peer, writer, true));
    }

    private Phrase words() {
        return model.writing().wordsProperty().get();
    }

    private static Writing told(boolean on) {
        return new Writing(on, Set.of());
    }

    @Test
    void whileThePersonWritesThatIsToldEveryThreeSeconds() {
        write("h");
        write("he");
        world.pass(WritingModel.AGAIN_AFTER.minusMillis(1));
        write("hel");
        assertEquals(List.of(told(true)), engine.writing);
        world.pass(Duration.ofMillis(1));
        write("hell");
        assertEquals(List.of(told(true), told(true)), engine.writing);
    }

    @Test
    void theEndIsToldOnceWhenTheTextIsSentOrTakenBack() {
        write("hello");
        model.send();
        assertEquals(List.of(told(true), told(false)), engine.writing);
        write("h");
        write("  ");
        write("");
        assertEquals(List.of(told(true), told(false), told(true), told(false)), engine.writing);
    }

    @Test
    void whatIsForOneIsToldToThatOneAndEndsForTheOthers() {
        write("h");
        model.writeTo(Set.of(mei.id()));
        write("he");
        assertEquals(List.of(told(true), told(false), new Writing(true, Set.of(mei.id()))), engine.writing);
    }

    @Test
    void nothingIsToldIfThePersonDoesNotWantItOrNobodyIsThere() {
        write("h");
        model.writing().toldProperty().set(false);
        assertEquals(List.of(told(true), told(false)), engine.writing);
        write("he");
        model.writing().toldProperty().set(true);
        assertEquals(2, engine.writing.size());
        model.handle(new EngineEvent.LinkChanged(LinkState.LOST));
        write("hel");
        assertEquals(2, engine.writing.size());
        assertEquals("true", world.settings.get("tell-writing").orElseThrow());
    }

    @Test
    void whoWritesIsToldInWordsUntilSixSecondsHavePassed() {
        writes(mei, "");
        assertEquals(Phrase.of("writing.one", "Mei"), words());
        writes(tomas, "");
        assertEquals(Phrase.of("writing.two", "Mei", "Tomás"), words());
        world.pass(Duration.ofSeconds(3));
        writes(mei, "Ann");
        assertEquals(Phrase.of("writing.many", 3), words());
        world.pass(Duration.ofSeconds(3).minusMillis(1));
        world.beat();
        assertEquals(Phrase.of("writing.many", 3), words());
        world.pass(Duration.ofMillis(1));
        world.beat();
        assertEquals(Phrase.of("writing.one", "Ann"), words());
        world.pass(Duration.ofSeconds(3));
        world.beat();
        assertEquals(null, words());
    }

    @Test
    void whoWritesAgainIsCountedOnceAndForLonger() {
        writes(mei, "");
        world.pass(Duration.ofSeconds(4));
        writes(mei, "");
        world.pass(Duration.ofSeconds(4));
        world.beat();
        assertEquals(Phrase.of("writing.one", "Mei"), words());
    }

    @Test
    void anEndATextAndAGoodbyeEndItAtOnce() {
        writes(mei, "");
        model.handle(new EngineEvent.WritingChanged(mei, "", false));
        assertEquals(null, words());
        writes(mei, "");
        model.handle(Samples.received(mei, "hello"));
        assertEquals(null, words());
        writes(mei, "Ann");
        model.handle(new EngineEvent.MemberLeft("Ann"));
        assertEquals(null, words());
        writes(tomas, "");
        model.handle(new EngineEvent.PeerLeft(tomas, CloseReason.normal(), false));
        assertEquals(null, words());
        writes(mei, "");
        model.handle(new EngineEvent.LinkChanged(LinkState.LOST));
        assertEquals(null, words());
    }

    @Test
    void theClockIsAskedOnlyWhileSomebodyWrites() {
        int before = world.beating();
        writes(mei, "");
        writes(tomas, "");
        assertEquals(before + 1, world.beating());
        model.handle(new EngineEvent.WritingChanged(mei, "", false));
        model.handle(new EngineEvent.WritingChanged(tomas, "", false));
        assertEquals(before, world.beating());
        writes(mei, "");
        model.close();
        assertEquals(before - 1, world.beating(), "the figures are not asked for any more either");
    }

    @Test
    void aCrowdIsCountedUpToABound() {
        for (int i = 0; i < 1000; i++) {
            writes(mei, "Client " + i);
        }
        assertEquals(Phrase.of("writing.many", WritingModel.MOST), words());
        writes(mei, "Client 0");
        assertEquals(Phrase.of("writing.many", WritingModel.MOST), words());
    }

    @Test
    void aClockThatWasSetBackEndsIt() {
        writes(mei, "");
        write("h");
        world.pass(Duration.ofHours(-1));
        world.beat();
        assertEquals(null, words());
        write("he");
        assertEquals(List.of(told(true), told(true)), engine.writing);
    }
}
