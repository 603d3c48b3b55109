package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.ExportResult;
import io.lamplink.common.history.HistoryEntry.Outcome;
import io.lamplink.common.history.HistoryEntry.Party;
import io.lamplink.common.history.HistoryEntry.Text;
import io.lamplink.common.history.HistoryEntry.Transfer;
import io.lamplink.common.history.HistoryEntry.Turn;
import io.lamplink.common.history.HistoryEntry.Visit;
import io.lamplink.common.history.HistoryEvent;
import io.lamplink.common.history.HistoryFormat;
import io.lamplink.common.history.HistoryProblem;
import io.lamplink.common.history.Keeping;
import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeHistory;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HistoryActionsTest {
    private final FakeWorld world = new FakeWorld();
    private final FakeHistory history = new FakeHistory().with("one", "two");
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);

    private ConversationViewModel open() {
        world.history = history;
        return new ConversationViewModel(new FakeEngine(), world.ports(), Samples.studio());
    }

    private static Phrase last(ConversationViewModel model) {
        return assertInstanceOf(ChatEntry.Notice.class, model.entries().getLast())
                .phrase();
    }

    @Test
    void whatIsKeptIsChangedAndRemembered() {
        HistoryActions actions = open().history();
        actions.keepNothingMore();
        assertEquals(new Keeping(false, 0), history.keeping());
        assertEquals(new Keeping(false, 0), actions.keepingProperty().get());
        assertEquals(new Keeping(false, 0), HistorySettings.read(world.settings));
        assertTrue(world.dialogs.questions.isEmpty());
    }

    @Test
    void fewerDaysAreKeptOnlyAfterAsking() {
        HistoryActions actions = open().history();
        world.dialogs.yes = false;
        actions.keep(new Keeping(true, 30));
        assertEquals(Keeping.EVERYTHING, history.keeping());
        assertEquals(List.of(Phrase.of("history.days.question", 30)), world.dialogs.questions);

        world.dialogs.yes = true;
        actions.keep(new Keeping(true, 30));
        actions.keep(new Keeping(true, 90));
        assertEquals(new Keeping(true, 90), history.keeping());
        assertEquals(2, world.dialogs.questions.size(), "more days lose nothing");
    }

    @Test
    void anExportGoesWhereAPersonWantsIt() {
        ConversationViewModel model = open();
        model.history().export(HistoryFormat.HTML, new ExportWords(texts));
        assertEquals(List.of("lamplink-2026-11-23.html"), world.dialogs.proposedNames);
        assertEquals(List.of("before this run"), history.asked, "they changed their mind");

        world.dialogs.target = Optional.of(Path.of("out.html"));
        model.history().export(HistoryFormat.HTML, new ExportWords(texts));
        assertEquals("export HTML out.html", history.asked.getLast());
        assertEquals(Phrase.of("history.export.done", 3L, "out.txt"), last(model));

        history.exported = new ExportResult.NotExported(HistoryProblem.DISK_FULL);
        model.history().export(HistoryFormat.JSON, new ExportWords(texts));
        assertEquals(Phrase.of("history.export.failed", Phrase.of("history.cause.disk-full")), last(model));
    }

    @Test
    void clearingAsksAndTakesWhatItRemovedOffTheScreen() {
        ConversationViewModel model = open();
        world.dialogs.yes = false;
        model.history().clear();
        assertEquals(4, model.entries().size());

        world.dialogs.yes = true;
        model.history().clear();
        assertEquals(2, model.entries().size());
        assertEquals(Phrase.of("history.clear.done"), last(model));
        model.showEarlier();
        assertEquals("clear", history.asked.getLast());
    }

    @Test
    void whatIsInTheWayOfClearingIsTold() {
        history.clearing = Optional.of(HistoryProblem.BUSY);
        ConversationViewModel model = open();
        model.history().clear();
        assertEquals(Phrase.of("history.clear.failed", Phrase.of("history.cause.busy")), last(model));
        assertEquals(5, model.entries().size());
    }

    @Test
    void theFileIsShown() {
        open().history().showFile();
        assertEquals(List.of("show client-history.db"), world.opener.opened);
    }

    @ParameterizedTest
    @EnumSource(HistoryProblem.class)
    void everyTroubleHasASentence(HistoryProblem problem) {
        ConversationViewModel model = open();
        for (HistoryEvent event : List.of(
                new HistoryEvent.Paused(problem),
                new HistoryEvent.Unavailable(problem),
                new HistoryEvent.SetAside(Path.of("old")),
                new HistoryEvent.Resumed(2))) {
            history.tell(event);
            assertTrue(texts.get(last(model)).length() > 10);
            assertEquals(
                    ChatEntry.Tone.ERROR,
                    assertInstanceOf(ChatEntry.Notice.class, model.entries().getLast())
                            .tone());
        }
    }

    @Test
    void anExportSaysWhoAndToWhom() {
        ExportWords words = new ExportWords(texts);
        UUID id = new UUID(1, 1);
        Party anna = new Party("Anna", null);
        assertEquals("You", words.about(Text.said(id, Samples.NOON, "x", List.of(), 1)));
        assertEquals("You to Anna, Bert", words.about(Text.said(id, Samples.NOON, "x", List.of("Anna", "Bert"), 2)));
        Text failed = new Text(1, id, Samples.NOON, true, Party.NOBODY, List.of(), "x", false, false, 2, 1, 1);
        assertEquals("You (not delivered)", words.about(failed));
        assertEquals("Anna", words.about(Text.heard(id, Samples.NOON, "x", anna, true, false)));
        assertEquals("Anna · to you alone", words.about(Text.heard(id, Samples.NOON, "x", anna, true, true)));
        assertEquals("🤝 Anna connected", words.about(new Visit(1, id, Samples.NOON, anna, Turn.PEER_CAME)));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeOfAFileOrFolderHasASentence(Outcome outcome) {
        for (boolean own : new boolean[] {true, false}) {
            for (int files : new int[] {Transfer.ONE_FILE, 3}) {
                Transfer transfer = new Transfer(
                        1,
                        new UUID(1, 1),
                        Samples.NOON,
                        own,
                        new Party("Anna", null),
                        null,
                        "plan.pdf",
                        10,
                        files,
                        outcome,
                        outcome == Outcome.FAILED ? FailureReason.CANCELLED : null,
                        null);
                assertTrue(texts.get(HistoryEntries.phrase(transfer)).contains("plan.pdf"));
            }
        }
    }
}
