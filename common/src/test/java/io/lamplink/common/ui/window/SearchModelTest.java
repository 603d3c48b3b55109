package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeHistory;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SearchModelTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeHistory history = new FakeHistory();

    private ConversationViewModel open() {
        world.history = history;
        ConversationViewModel model = new ConversationViewModel(new FakeEngine(), world.ports(), Samples.studio());
        model.search().open();
        return model;
    }

    private static void assertAt(HistorySearch search, long key, int number, long total) {
        assertEquals(
                Phrase.of("history.search.position", number, total),
                search.positionProperty().get());
        assertEquals(new UUID(9, key), search.lineProperty().get());
    }

    @Test
    void theNewestHitComesFirstAndTheOthersInTurn() {
        history.with("a ship", "a boat", "a ship again", "nothing");
        HistorySearch search = open().search();
        search.typedProperty().set("ship");
        assertAt(search, 3, 1, 2);
        search.older();
        assertAt(search, 1, 2, 2);
        search.older();
        assertAt(search, 1, 2, 2);
        search.newer();
        assertAt(search, 3, 1, 2);
        search.newer();
        assertAt(search, 3, 1, 2);
    }

    @Test
    void aHitThatIsFarBackIsBroughtWithAllThatFollows() {
        history.with(IntStream.range(0, 5_000).mapToObj(i -> "<" + i + ">").toArray(String[]::new));
        ConversationViewModel model = open();
        assertEquals(102, model.entries().size());
        model.search().typedProperty().set("<7>");
        assertAt(model.search(), 8, 1, 1);
        assertTrue(model.entries().stream().anyMatch(entry -> entry.id().equals(new UUID(9, 8))));
        assertEquals(2 + history.entries.size(), model.entries().size(), "nothing is left out in between");
    }

    @Test
    void moreHitsAreFetchedWhenTheyAreWanted() {
        history.with(IntStream.range(0, 120).mapToObj(i -> "ship " + i).toArray(String[]::new));
        HistorySearch search = open().search();
        search.typedProperty().set("ship");
        for (int i = 0; i < 200; i++) {
            search.older();
        }
        assertAt(search, 1, 120, 120);
    }

    @Test
    void onlyTheLastThatWasTypedCounts() {
        history.with("ship", "boat");
        HistorySearch search = open().search();
        history.hold();
        search.typedProperty().set("s");
        search.typedProperty().set("sh");
        search.typedProperty().set("boat");
        assertEquals(
                1,
                history.asked.stream().filter(line -> line.startsWith("search")).count());
        history.answer();
        assertNull(search.positionProperty().get(), "the answer to what is no longer asked");
        history.answer();
        assertAt(search, 2, 1, 1);
        assertEquals(
                2,
                history.asked.stream().filter(line -> line.startsWith("search")).count());
    }

    @Test
    void whatIsNotThereIsSaid() {
        history.with("ship");
        HistorySearch search = open().search();
        search.typedProperty().set("ship");
        search.typedProperty().set("shop");
        assertEquals(Phrase.of("history.search.none"), search.positionProperty().get());
        assertNull(search.lineProperty().get());
        search.older();
        search.newer();
        search.typedProperty().set("  ");
        assertNull(search.positionProperty().get());
    }

    @Test
    void closingForgetsTheHitsButNotWhatWasTyped() {
        history.with("ship");
        HistorySearch search = open().search();
        search.typedProperty().set("ship");
        assertEquals(HistoryQuery.of("ship"), search.queryProperty().get());
        search.close();
        assertFalse(search.openProperty().get());
        assertTrue(search.queryProperty().get().isEmpty());
        assertNull(search.lineProperty().get());
        search.open();
        assertAt(search, 1, 1, 1);
    }

    @Test
    void anAnswerThatComesAfterTheEndIsIgnored() {
        history.with("ship");
        HistorySearch search = open().search();
        history.hold();
        search.typedProperty().set("ship");
        search.close();
        history.answer();
        assertNull(search.positionProperty().get());
        search.open();
        history.answer();
        assertAt(search, 1, 1, 1);
    }
}
