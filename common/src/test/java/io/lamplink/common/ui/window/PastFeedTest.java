package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Turn;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.keys.Shortcut;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeHistory;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PastFeedTest {
    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final FakeHistory history = new FakeHistory();
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");

    private ConversationViewModel open() {
        world.history = history;
        ConversationViewModel model = new ConversationViewModel(engine, world.ports(), Samples.studio());
        model.listen(model::handle);
        return model;
    }

    private static List<String> texts(ConversationViewModel model) {
        return model.entries().stream()
                .flatMap(entry -> switch (entry) {
                    case ChatEntry.Theirs theirs -> Stream.of(theirs.text());
                    case ChatEntry.Own own -> Stream.of(own.text());
                    case ChatEntry.Divider _ -> Stream.of("--");
                    case ChatEntry.Notice _, ChatEntry.ThisComputer _ -> Stream.empty();
                })
                .toList();
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    @Test
    void atTheStartTheLastPageStandsAboveWhatIsNew() {
        history.with(numbers(250)).add("of this run");
        ConversationViewModel model = open();
        engine.tell(new EngineEvent.PeerJoined(mei), Samples.received(mei, "hello"));
        List<String> texts = texts(model);
        assertEquals("150", texts.getFirst());
        assertEquals(List.of("249", "--", "hello"), texts.subList(99, 102));
        assertInstanceOf(ChatEntry.ThisComputer.class, model.entries().get(101));
    }

    @Test
    void scrollingUpBringsPageAfterPageUpToTheFirst() {
        history.with(numbers(250));
        ConversationViewModel model = open();
        model.showEarlier();
        model.showEarlier();
        model.showEarlier();
        model.showEarlier();
        assertEquals(List.of(numbers(250)), texts(model).subList(0, 250));
        assertEquals(List.of("before this run", "before 151", "before 51"), history.asked);
    }

    @Test
    void whatIsReadBeforeTheWindowIsShownIsInItsLogBeforeAndOnlyOnce() {
        history.with(numbers(250));
        world.shutDoor();
        ConversationViewModel model = open();
        assertEquals(List.of(), texts(model));
        model.history().beforeShown();
        assertEquals(101, texts(model).size());
        world.openDoor();
        assertEquals(101, texts(model).size());
        assertEquals(List.of("before this run"), history.asked);
    }

    @Test
    void aWindowDoesNotWaitForWhatIsNotReadYet() {
        history.with(numbers(3)).hold();
        ConversationViewModel model = open();
        model.history().beforeShown();
        assertEquals(List.of(), texts(model));
        history.answer();
        assertEquals(List.of("0", "1", "2", "--"), texts(model));
    }

    @Test
    void onePageIsOnItsWayAtATime() {
        history.with(numbers(250));
        ConversationViewModel model = open();
        history.hold();
        model.showEarlier();
        model.showEarlier();
        history.answer();
        assertEquals(201, texts(model).size());
        assertEquals(2, history.asked.size());
    }

    @Test
    void nothingIsAskedForWhereThereIsNothing() {
        ConversationViewModel model = open();
        model.showEarlier();
        assertEquals(List.of("before this run"), history.asked);
        assertEquals(1, model.entries().size());
    }

    @Test
    void whatTheServerTellsAgainIsNotShownAgain() {
        history.with("one");
        ConversationViewModel model = open();
        UUID id = history.entries.getFirst().id();
        engine.tell(
                new EngineEvent.PeerJoined(mei),
                new EngineEvent.ChatReceived(mei, id, "one", Samples.NOON, "Anna", true, false));
        assertEquals(List.of("one", "--"), texts(model));
    }

    @Test
    void aClearedLogIsBroughtBackByScrollingUp() {
        history.with(numbers(3));
        ConversationViewModel model = open();
        engine.tell(new EngineEvent.PeerJoined(mei));
        history.add("said in this run");
        history.entries.add(
                new Visit(5, new UUID(9, 5), Samples.NOON.plusSeconds(60), new Party("Bert", null), Turn.MEMBER_CAME));
        model.clear();
        assertEquals(
                List.of(Phrase.of("clear.done", Shortcut.FIND)),
                model.entries().stream()
                        .map(entry -> ((ChatEntry.Notice) entry).phrase())
                        .toList());
        model.showEarlier();
        assertEquals(List.of("0", "1", "2", "said in this run", "--"), texts(model));
        assertTrue(
                model.entries().stream().noneMatch(entry -> entry.id().equals(new UUID(9, 5))),
                "what the log showed by itself since it was cleared");
    }

    @Test
    void whatMadeRoomCanBeBroughtBack() {
        history.with(numbers(3));
        ConversationViewModel model = open();
        engine.tell(new EngineEvent.PeerJoined(mei));
        for (int i = 0; i < ChatFeed.MOST_LINES + 5; i++) {
            EngineEvent.ChatReceived live = new EngineEvent.ChatReceived(
                    mei, history.add("live " + i).id(), "live " + i, Samples.NOON, "", false, false);
            engine.tell(live);
        }
        String first = texts(model).getFirst();
        int gone = Integer.parseInt(first.substring("live ".length()));
        assertTrue(gone > 100, first);
        model.showEarlier();
        int back = gone - Integer.parseInt(texts(model).getFirst().substring("live ".length()));
        assertTrue(back > 0 && back <= PastFeed.FAR, () -> back + " lines");
        assertEquals(List.of("live " + (gone - 1), "--", first), texts(model).subList(back - 1, back + 2));
    }

    @Test
    void entriesOfAllKindsHaveTheirLines() {
        history.entries.add(
                new Visit(1, new UUID(9, 1), Samples.NOON.minusSeconds(60), new Party("Anna", null), Turn.PEER_LOST));
        history.before = 1;
        ChatEntry first = open().entries().getFirst();
        assertEquals(
                Phrase.of("log.client.lost", "Anna"),
                assertInstanceOf(ChatEntry.Notice.class, first).phrase());
    }
}
