package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.SendProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConversationViewModelTest {

    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");

    @BeforeEach
    void listen() {
        model.listen(model::handle);
    }

    @Test
    void atTheStartTheLogShowsThisComputer() {
        assertEquals(
                Samples.studio(),
                assertInstanceOf(ChatEntry.ThisComputer.class, model.entries().getFirst())
                        .host());
        assertEquals(1, model.entries().size());
    }

    @Test
    void whatIsWrittenIsSentOnlyToSomebody() {
        model.draftProperty().set("hello");
        model.send();
        assertEquals(List.of(), engine.said);
        assertEquals("hello", model.draftProperty().get(), "a draft is never lost");

        connect(mei);
        model.send();
        assertEquals(List.of(new FakeEngine.Said("hello", Set.of())), engine.said);
        assertEquals("", model.draftProperty().get());
    }

    @Test
    void blankTextsAreNotSentAndEdgesAreTrimmed() {
        connect(mei);
        model.draftProperty().set("  \n ");
        model.send();
        assertEquals(List.of(), engine.said);
        model.draftProperty().set(" two\nlines \n");
        model.send();
        assertEquals("two\nlines", engine.said.getFirst().text());
    }

    @Test
    void aChosenClientAloneIsWrittenTo() {
        connect(mei, tomas);
        model.writeTo(Set.of(tomas.id()));
        model.draftProperty().set("only you");
        model.send();
        model.sendFiles(List.of(Path.of("a.txt"), Path.of("b.txt")));
        assertEquals(Set.of(tomas.id()), engine.said.getFirst().peers());
        assertEquals(
                List.of(
                        new FakeEngine.Sent(Path.of("a.txt"), Set.of(tomas.id())),
                        new FakeEngine.Sent(Path.of("b.txt"), Set.of(tomas.id()))),
                engine.sent);
    }

    @Test
    void whenTheChosenClientLeavesEveryoneIsWrittenToAgain() {
        connect(mei, tomas);
        model.writeTo(Set.of(tomas.id()));
        engine.tell(new EngineEvent.PeerLeft(tomas, CloseReason.normal(), false));
        assertEquals(List.of(), model.chosenProperty().get());
    }

    @Test
    void aMessageIsDeliveredWhenAllHaveIt() {
        connect(mei, tomas);
        EngineEvent.ChatSent sent = Samples.said("hi", null);
        engine.tell(sent);
        assertEquals(ChatEntry.Delivery.SENT, lastOwn().delivery());
        engine.tell(new EngineEvent.ChatDelivered(sent.id(), List.of(mei)));
        assertEquals(ChatEntry.Delivery.SENT, lastOwn().delivery());
        engine.tell(new EngineEvent.ChatDelivered(sent.id(), List.of(tomas)));
        assertEquals(ChatEntry.Delivery.DELIVERED, lastOwn().delivery());
    }

    @Test
    void aMessageThatDidNotArriveSaysSo() {
        connect(mei);
        EngineEvent.ChatSent sent = Samples.said("hi", null);
        engine.tell(sent, new EngineEvent.ChatFailed(sent.id(), mei));
        assertEquals(ChatEntry.Delivery.FAILED, lastOwn().delivery());
    }

    @Test
    void aTextWaitsWhileTheServerIsSoughtAndIsMarkedSo() {
        connect(mei);
        engine.tell(
                new EngineEvent.PeerLeft(mei, new CloseReason(CloseReason.ABNORMAL, ""), false),
                new EngineEvent.LinkChanged(LinkState.RECONNECTING));
        assertTrue(model.writableProperty().get());
        assertFalse(model.sendableProperty().get(), "files need somebody");
        model.draftProperty().set("are you there?");
        model.send();
        assertEquals("are you there?", engine.said.getFirst().text());
        EngineEvent.ChatSent sent = Samples.said("are you there?", mei);
        engine.tell(sent, new EngineEvent.ChatWaiting(sent.id(), mei, true));
        assertEquals(ChatEntry.Delivery.WAITING, lastOwn().delivery());
        engine.tell(new EngineEvent.ChatWaiting(sent.id(), mei, false));
        assertEquals(ChatEntry.Delivery.SENT, lastOwn().delivery());
        engine.tell(new EngineEvent.ChatDelivered(sent.id(), List.of(mei)));
        assertEquals(ChatEntry.Delivery.DELIVERED, lastOwn().delivery());
    }

    @Test
    void aFailedMessageIsSentAgainAndIsThenLikeAnyOther() {
        connect(mei);
        EngineEvent.ChatSent sent = Samples.said("hi", null);
        engine.tell(sent, new EngineEvent.ChatFailed(sent.id(), mei));
        model.sendAgain(lastOwn());
        assertEquals(List.of(new FakeEngine.Said("hi", Set.of(mei.id()))), engine.saidAgain);
        engine.tell(
                new EngineEvent.ChatSentAgain(sent.id(), List.of(mei)),
                new EngineEvent.ChatDelivered(sent.id(), List.of(mei)));
        assertEquals(ChatEntry.Delivery.DELIVERED, lastOwn().delivery());
    }

    @Test
    void whereNobodyIsThereThePersonIsToldSo() {
        connect(mei);
        EngineEvent.ChatSent sent = Samples.said("hi", null);
        engine.tell(
                sent,
                new EngineEvent.ChatFailed(sent.id(), mei),
                new EngineEvent.PeerLeft(mei, CloseReason.normal(), false),
                new EngineEvent.LinkChanged(LinkState.IDLE));
        model.sendAgain(lastOwn());
        assertEquals(List.of(), engine.saidAgain);
        assertEquals(Phrase.of("chat.retry.nobody"), notices().getLast().phrase());
    }

    @Test
    void whomAMessageWentToIsSaidOnlyAmongSeveral() {
        connect(mei);
        engine.tell(Samples.said("hi", mei));
        assertEquals(List.of(), lastOwn().to());
        connect(tomas);
        engine.tell(Samples.said("hi", mei));
        assertEquals(List.of("Mei"), lastOwn().to());
    }

    @Test
    void theEnginesOwnGreetingIsShownLikeAnyMessage() {
        connect(mei);
        engine.tell(new EngineEvent.ChatSent(UUID.randomUUID(), "客户端已连接!", Samples.NOON, List.of(mei), true));
        assertEquals("客户端已连接!", lastOwn().text());
    }

    @Test
    void h8_aPeersTextIsNeverANotice() {
        connect(mei);
        engine.tell(Samples.received(mei, "ok\n❌ 客户端断开连接...\n服务端: fake"));
        assertInstanceOf(ChatEntry.Theirs.class, model.entries().getLast());
        assertEquals(0, notices().size());
    }

    @Test
    void aTextThatWasPassedOnBearsItsWritersName() {
        connect(mei);
        engine.tell(new EngineEvent.ChatReceived(mei, UUID.randomUUID(), "hi", Samples.NOON, "Ann", false, true));
        ChatEntry.Theirs theirs =
                assertInstanceOf(ChatEntry.Theirs.class, model.entries().getLast());
        assertEquals("Ann", theirs.author());
        assertTrue(theirs.member());
        assertTrue(theirs.direct());
    }

    @Test
    void whatWasSaidEarlierStandsBetweenDividersAndIsNotToldTwice() {
        connect(mei);
        EngineEvent.ChatReceived first = earlier("one");
        EngineEvent.ChatReceived second = earlier("two");
        int before = model.entries().size();
        engine.tell(first, second, Samples.received(mei, "now"), first, second);
        assertEquals(
                List.of("Divider", "Theirs", "Theirs", "Divider", "Theirs"),
                model.entries().stream()
                        .skip(before)
                        .map(entry -> entry.getClass().getSimpleName())
                        .toList());
    }

    private EngineEvent.ChatReceived earlier(String text) {
        return new EngineEvent.ChatReceived(mei, UUID.randomUUID(), text, Samples.NOON, "Ann", true, false);
    }

    @Test
    void greetingsToEachOfACrowdAreNotShown() {
        connect(mei, tomas);
        int before = model.entries().size();
        engine.tell(new EngineEvent.ChatSent(UUID.randomUUID(), "Welcome", Samples.NOON, List.of(tomas), true));
        assertEquals(before, model.entries().size());
    }

    @Test
    void filesAreChosenInADialog() {
        connect(mei);
        world.dialogs.files = List.of(Path.of("x.bin"));
        model.giving().chooseFiles();
        assertEquals(List.of(new FakeEngine.Sent(Path.of("x.bin"), Set.of())), engine.sent);
    }

    @Test
    void aFileThatCannotBeSentIsExplained() {
        engine.tell(new EngineEvent.SendFailed(Path.of("/tmp/folder"), SendProblem.NOT_A_FILE));
        assertEquals(
                Phrase.of("send.problem.not-a-file", "folder"),
                notices().getLast().phrase());
        assertEquals(ChatEntry.Tone.ERROR, notices().getLast().tone());
    }

    @ParameterizedTest
    @EnumSource
    void whatMakesNoSenseIsToldOnceInWordsForPeople(Language language) {
        connect(mei, tomas);
        int before = notices().size();
        for (int i = 0; i < 3; i++) {
            engine.tell(new EngineEvent.FrameIgnored(mei, "The JSON field transferId is missing."));
        }
        engine.tell(new EngineEvent.FrameIgnored(tomas, "The JSON field transferId is missing."));
        List<String> told = notices().stream()
                .skip(before)
                .map(notice -> new Texts(language, ZoneOffset.UTC).get(notice.phrase()))
                .toList();
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.getFirst().contains("Mei") && told.getLast().contains("Tomás"), told::toString);
        assertFalse(told.toString().contains("JSON") || told.toString().contains("transferId"), told::toString);
    }

    @Test
    void aLittleIsClearedWithoutAsking() {
        connect(mei);
        engine.tell(Samples.received(mei, "hi"));
        model.clear();
        assertEquals(List.of(), world.dialogs.questions);
        assertTrue(model.entries().isEmpty());
    }

    @Test
    void moreThanALittleIsClearedOnlyAfterAsking() {
        connect(mei);
        for (int i = 0; i < 6; i++) {
            engine.tell(Samples.received(mei, "message " + i));
        }
        world.dialogs.yes = false;
        model.clear();
        assertEquals(7, model.entries().size());
        assertEquals(List.of(Phrase.of("clear.confirm.detail.off", 6, Shortcut.FIND)), world.dialogs.details);

        world.dialogs.yes = true;
        model.clear();
        assertTrue(model.entries().isEmpty());
    }

    @Test
    void t13_theLogIsBoundedInLinesAndCharacters() {
        ChatFeed feed = new ChatFeed(world.ports().clock());
        for (int i = 0; i < ChatFeed.MOST_LINES + 10; i++) {
            feed.note(Phrase.of("log.listen.stopped"));
        }
        int lines = feed.entries().size();
        assertTrue(lines <= ChatFeed.MOST_LINES && lines > ChatFeed.MOST_LINES / 2, () -> lines + " lines");
        String long300k = "x".repeat(300_000);
        int most = ChatFeed.MOST_CHARACTERS / long300k.length();
        for (int i = 0; i < 2 * most; i++) {
            feed.add(Samples.received(mei, long300k), false);
        }
        assertTrue(feed.entries().size() <= most, () -> feed.entries().size() + " lines");
        feed.clear();
        feed.add(Samples.received(mei, "x".repeat(ChatFeed.MOST_CHARACTERS + 1)), false);
        assertEquals(1, feed.entries().size(), "the newest always stays");
    }

    @Test
    void roundTripsAreAskedForOnlyWhileSomebodyIsThere() {
        world.beat();
        assertFalse(engine.asked.contains("statistics"));
        connect(mei);
        engine.statistics = List.of(Samples.figures(mei));
        world.beat();
        assertEquals(
                Samples.figures(mei).roundTrips().getLast(),
                model.roundTrip(mei).orElseThrow());
    }

    @Test
    void afterTheEndNothingGoesOnByItself() {
        assertEquals(1, world.beating());
        model.close();
        assertEquals(0, world.beating());
    }

    /** An idle window would draw its log again each second. */
    @Test
    void theDayIsToldOnceADay() {
        List<String> told = new ArrayList<>();
        model.todayProperty().addListener((InvalidationListener)
                _ -> told.add("" + model.todayProperty().get()));
        world.beat();
        world.beat();
        assertEquals(List.of(), told);
        world.pass(Duration.ofDays(1));
        world.beat();
        world.beat();
        assertEquals(1, told.size());
    }

    @Test
    void linksAreOpenedByTheSystem() {
        model.browse(URI.create("https://example.org/"));
        assertEquals(List.of("browse https://example.org/"), world.opener.opened);
    }

    private void connect(Peer... peers) {
        for (Peer peer : peers) {
            engine.tell(new EngineEvent.PeerJoined(peer));
        }
        engine.tell(new EngineEvent.LinkChanged(LinkState.CONNECTED));
    }

    private ChatEntry.Own lastOwn() {
        return assertInstanceOf(ChatEntry.Own.class, model.entries().getLast());
    }

    private List<ChatEntry.Notice> notices() {
        return model.entries().stream()
                .filter(ChatEntry.Notice.class::isInstance)
                .map(ChatEntry.Notice.class::cast)
                .toList();
    }
}
