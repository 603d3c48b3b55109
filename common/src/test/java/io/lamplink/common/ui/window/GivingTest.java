package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.FakeWorld;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to whom, by whichever way it was given. */
final class GivingTest {

    private static final Path A = Path.of("a.txt");
    private static final Path B = Path.of("b.txt");

    private final FakeEngine engine = new FakeEngine();
    private final FakeWorld world = new FakeWorld();
    private final Audience audience = new Audience();
    private final SimpleObjectProperty<LinkState> state = new SimpleObjectProperty<>(LinkState.CONNECTED);
    private final Giving giving = giving(true);
    private final Peer mei = Samples.peer("Mei", "192.168.1.21");
    private final Peer tomas = Samples.peer("Tomás", "192.168.1.33");
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);

    @TempDir
    private Path disk;

    private Giving giving(boolean amongMany) {
        return new Giving(engine, world.ports(), audience, amongMany, state, Runnable::run);
    }

    @BeforeEach
    void connect() {
        audience.join(mei);
        audience.join(tomas);
    }

    private static List<FakeEngine.Sent> sent(Set<UUID> to, Path... files) {
        return Stream.of(files).map(file -> new FakeEngine.Sent(file, to)).toList();
    }

    private List<GivingViewModel> sheets() {
        return world.dialogs.sheets;
    }

    @Test
    void oneFileThatWasChosenByItsNameGoesAtOnce() {
        world.dialogs.files = List.of(A);
        giving.chooseFiles();
        assertEquals(List.of(), sheets());
        assertEquals(sent(Set.of(), A), engine.sent);
    }

    @Test
    void severalFilesAndFoldersAndWhatIsDroppedAreShownFirst() {
        world.dialogs.files = List.of(A, B);
        giving.chooseFiles();
        world.dialogs.folder = Optional.of(disk);
        giving.chooseFolder();
        giving.offer(List.of(B));
        assertEquals(3, sheets().size());
        assertEquals(sent(Set.of(), A, B, disk, B), engine.sent);
    }

    @Test
    void whoCancelsSendsNothing() {
        world.dialogs.yes = false;
        List<List<Path>> ends = new ArrayList<>();
        giving.offer(List.of(A, B), ends::add);
        assertEquals(1, sheets().size());
        assertEquals(List.of(), engine.sent);
        assertEquals(List.of(List.of()), ends);
    }

    @Test
    void whoChoosesNothingIsNotAsked() {
        giving.chooseFiles();
        assertEquals(List.of(), sheets());
    }

    @Test
    void whoDoesNotWantToBeAskedIsNot() {
        world.settings.put("ask-before-sending", "false");
        giving.offer(List.of(A, B));
        assertEquals(List.of(), sheets());
        assertEquals(sent(Set.of(), A, B), engine.sent);
    }

    @Test
    void withNobodyThereTheEngineSaysSoAndNobodyIsAsked() {
        state.set(LinkState.WAITING);
        giving.offer(List.of(A));
        assertEquals(List.of(), sheets());
        assertEquals(sent(Set.of(), A), engine.sent);
    }

    @Test
    void itGoesToThoseWhoAreWrittenTo() {
        audience.choose(Set.of(tomas.id()));
        giving.offer(List.of(A));
        assertEquals(sent(Set.of(tomas.id()), A), engine.sent);
    }

    @Test
    void whatIsDroppedOnOneGoesToThatOneWhoeverIsWrittenTo() {
        audience.choose(Set.of(tomas.id()));
        giving.offer(List.of(A), Set.of(mei.id()));
        assertEquals(sent(Set.of(mei.id()), A), engine.sent);
    }

    @Test
    void whatWasMeantForOneWhoHasLeftGoesToNobody() {
        audience.choose(Set.of(tomas.id()));
        audience.leave(tomas.id(), true);
        giving.offer(List.of(A));
        world.dialogs.files = List.of(A);
        giving.chooseFiles();
        assertEquals(List.of(), engine.sent);
        assertFalse(giving.takesDrops());
    }

    @Test
    void whoLeavesWhileTheSheetIsOpenGetsNothingAndNobodyElseInTheirPlace() {
        world.dialogs.whileReviewing = sheet -> {
            sheet.start();
            audience.leave(mei.id(), true);
            assertEquals(
                    Phrase.of("recipient.gone", "Mei"), sheet.problemProperty().get());
            assertFalse(sheet.sendableProperty().get());
        };
        giving.offer(List.of(A), Set.of(mei.id()));
        assertEquals(List.of(), engine.sent);
    }

    @Test
    void theReceiversAreChangedOnTheSheet() {
        world.dialogs.whileReviewing = sheet -> {
            assertEquals("Send to everyone?", texts.get(sheet.questionProperty().get()));
            sheet.toggle(mei.id());
            assertEquals("Send to Mei?", texts.get(sheet.questionProperty().get()));
            sheet.toggle(tomas.id());
            assertEquals(
                    "Send to 2 clients?", texts.get(sheet.questionProperty().get()));
            sheet.chooseEveryone();
            sheet.toggle(tomas.id());
        };
        giving.offer(List.of(A));
        assertEquals(sent(Set.of(tomas.id()), A), engine.sent);
        assertEquals(Set.of(), audience.ids(), "who is written to is another affair");
    }

    @Test
    void whatIsTakenAwayIsNotSentAndWithoutAnythingNothingCanBe() {
        world.dialogs.whileReviewing = sheet -> {
            sheet.remove(sheet.rows().getFirst());
            assertTrue(sheet.sendableProperty().get());
        };
        giving.offer(List.of(A, B));
        assertEquals(sent(Set.of(), B), engine.sent);
        world.dialogs.whileReviewing = sheet -> {
            sheet.remove(sheet.rows().getFirst());
            assertFalse(sheet.sendableProperty().get());
            assertEquals(
                    Phrase.of("give.problem.empty"), sheet.problemProperty().get());
        };
        giving.offer(List.of(A));
        assertEquals(1, engine.sent.size());
    }

    @Test
    void whereNothingCanBeSentTheSheetSaysWhatToDoAndCountsNothing() throws IOException {
        Files.write(disk.resolve("one.bin"), new byte[10]);
        world.dialogs.whileReviewing = sheet -> {
            sheet.start();
            assertEquals(
                    Phrase.of("give.problem.nothing"), sheet.problemProperty().get());
            assertNull(sheet.totalProperty().get());
            assertFalse(sheet.sendableProperty().get());
            sheet.add(List.of(disk.resolve("one.bin")));
            assertNull(sheet.problemProperty().get());
            assertEquals(
                    "In all 1 file · 10 bytes", texts.get(sheet.totalProperty().get()));
        };
        giving.offer(List.of(disk.resolve("gone"), disk.resolve("gone-too")));
        assertEquals(sent(Set.of(), disk.resolve("one.bin")), engine.sent);
    }

    @Test
    void whatIsDroppedWhileTheSheetIsOpenComesToIt() {
        List<List<Path>> ends = new ArrayList<>();
        world.dialogs.whileReviewing = sheet -> giving.offer(List.of(A, B), ends::add);
        giving.offer(List.of(A), ends::add);
        assertEquals(1, sheets().size());
        assertEquals(sent(Set.of(), A, B), engine.sent, "each of them once");
        assertEquals(List.of(List.of(A, B), List.of(A, B)), ends);
    }

    @Test
    void theDiskIsLookedAtWhileTheSheetIsOpen() throws IOException {
        Files.write(disk.resolve("one.bin"), new byte[1500]);
        Files.createDirectories(disk.resolve("photos/more"));
        Files.write(disk.resolve("photos/more/p"), new byte[500]);
        Path gone = disk.resolve("gone");
        world.dialogs.whileReviewing = sheet -> {
            assertEquals("Looking…", about(sheet.rows().getFirst()));
            sheet.start();
            assertEquals(
                    List.of("1.5 kB", "1 file · 500 bytes", "No longer there, so it is not sent"),
                    sheet.rows().stream().map(this::about).toList());
            assertEquals(
                    "In all 2 files · 2 kB", texts.get(sheet.totalProperty().get()));
            sheet.stop();
        };
        giving.offer(List.of(disk.resolve("one.bin"), disk.resolve("photos"), gone));
        assertEquals(sent(Set.of(), disk.resolve("one.bin"), disk.resolve("photos")), engine.sent);
    }

    @Test
    void ofFoldersTheOriginalProgramIsSaidToTakeNone() throws IOException {
        audience.join(Samples.qtPeer("192.168.1.40"));
        Files.createDirectories(disk.resolve("photos"));
        world.dialogs.whileReviewing = sheet -> {
            sheet.start();
            assertEquals(
                    "192.168.1.40 runs the original program, which takes no folders.",
                    texts.get(sheet.hintProperty().get()));
            sheet.toggle(mei.id());
            assertNull(sheet.hintProperty().get());
        };
        giving.offer(List.of(disk.resolve("photos")));
        assertEquals(1, sheets().size());
    }

    private String about(GivingRow row) {
        return row.about().stream().map(texts::get).collect(Collectors.joining(" · "));
    }

    @Test
    void whileFilesAreHeldAboveTheWindowItSaysWhomTheyWouldGoTo() {
        assertEquals("Drop to send to everyone", dropWords(giving));
        giving.pointAt(Set.of(mei.id()));
        assertEquals("Drop to send to Mei", dropWords(giving));
        giving.pointAt(null);
        audience.choose(Set.of(mei.id(), tomas.id()));
        assertEquals("Drop to send to 2 clients", dropWords(giving));
        giving.pointAt(Set.of());
        assertEquals("Drop to send to everyone", dropWords(giving));
        giving.pointAt(null);
        state.set(LinkState.WAITING);
        assertEquals("Nobody is connected, so nothing can be sent yet", dropWords(giving));
        assertFalse(giving.takesDrops());
    }

    @Test
    void aClientSaysTheNameOfItsServer() {
        audience.leave(tomas.id(), false);
        Giving one = giving(false);
        assertEquals("Drop to send to Mei", dropWords(one));
        one.offer(List.of(A));
        assertEquals(
                "Send to Mei?", texts.get(sheets().getFirst().questionProperty().get()));
        assertFalse(sheets().getFirst().amongMany());
    }

    private String dropWords(Giving some) {
        return texts.get(some.dropWordsProperty().get());
    }
}
