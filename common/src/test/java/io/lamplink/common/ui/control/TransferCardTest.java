package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.TransferItem.Cause;
import io.lamplink.common.ui.control.TransferItem.Stage;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a card says and offers at each stage. */
@ExtendWith(Fx.class)
final class TransferCardTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final List<String> asked = new ArrayList<>();
    private @Nullable Hands shown;

    @AfterEach
    void close() {
        if (shown != null) {
            shown.close();
        }
    }

    @Test
    void aCardShowsWhatCanBeDoneAtEachStage() {
        assertEquals(List.of("Cancel", "Pause"), buttons(TransferSamples.item(Stage.WAITING, true)));
        assertEquals(List.of("Cancel", "Pause"), buttons(TransferSamples.item(Stage.MOVING, false)));
        assertEquals(List.of("Cancel", "Resume"), buttons(TransferSamples.item(Stage.PAUSED, false)));
        assertEquals(List.of("Cancel", "Resume"), buttons(TransferSamples.item(Stage.PAUSED, true)));
        assertEquals(List.of("Cancel"), buttons(TransferSamples.item(Stage.CHECKING, true)));
        assertEquals(List.of("Download"), buttons(TransferSamples.item(Stage.COMPLETE, true)));
        assertEquals(List.of(), buttons(TransferSamples.item(Stage.SAVING, true)));
        assertEquals(
                List.of("Open", "Remove from the list", "Show in folder"),
                buttons(TransferSamples.item(Stage.SAVED, true)));
        assertEquals(
                List.of("Remove from the list", "Show in folder"),
                buttons(TransferSamples.item(Stage.COMPLETE, false)));
        assertEquals(List.of("Remove from the list"), buttons(TransferSamples.item(Stage.FAILED, true)));
    }

    @Test
    void t6_downloadIsThereOnlyForACompleteIncomingFile() {
        for (Stage stage : Stage.values()) {
            boolean expected = stage == Stage.COMPLETE;
            assertEquals(expected, buttons(TransferSamples.item(stage, true)).contains("Download"), stage::name);
            assertFalse(buttons(TransferSamples.item(stage, false)).contains("Download"), stage::name);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatWasPausedHereCanBeResumedHereAndEveryPauseCanBeCancelled(Cause cause) {
        List<String> expected = switch (cause) {
            case HERE -> List.of("Cancel", "Resume");
            case COMPARING -> List.of("Cancel", "Pause");
            case THERE, AWAY, TROUBLE -> List.of("Cancel");
        };
        TransferItem moving = TransferSamples.item(Stage.MOVING, false);
        assertEquals(expected, buttons(TransferSamples.heldUp(moving, cause)));
    }

    /** Colour is never the only sign: the icon and the sentence differ as well. */
    @ParameterizedTest
    @EnumSource
    void aPauseIsToldByPseudoClassIconAndSentence(Cause cause) {
        TransferItem moving = TransferSamples.item(Stage.MOVING, false);
        Hands hands = show(TransferSamples.heldUp(moving, cause));
        Node card = hands.find(Node.class, ".transfer-card");
        List<String> states = card.getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .filter(name ->
                        List.of("paused", "troubled", "complete", "failed").contains(name))
                .sorted()
                .toList();
        assertEquals(cause == Cause.TROUBLE ? List.of("paused", "troubled") : List.of("paused"), states);
        assertEquals(
                switch (cause) {
                    case HERE, THERE -> Feather.PAUSE_CIRCLE;
                    case COMPARING -> Feather.SEARCH;
                    case AWAY -> Feather.CLOCK;
                    case TROUBLE -> Feather.ALERT_TRIANGLE;
                },
                hands.find(FontIcon.class, ".transfer-card > .head > .ikonli-font-icon")
                        .getIconCode());
        String sentence = label(hands, ".state");
        assertFalse(sentence.isBlank());
        assertTrue(card.getAccessibleText().contains(sentence), card::getAccessibleText);
    }

    /** "roo… Waits until root@vm (3) i…" stood in a row: there is no room for a name twice. */
    @ParameterizedTest
    @EnumSource(names = {"AWAY", "THERE"})
    void aRowForOneOfSeveralDoesNotNameThemTwice(Cause cause) {
        TransferItem held = TransferSamples.heldUp(TransferSamples.item(Stage.MOVING, false), cause);
        assertTrue(texts.get(TransferWords.state(held)).contains("Mei"));
        String brief = texts.get(TransferWords.brief(held));
        assertFalse(brief.contains("Mei"), brief);
    }

    @Test
    void pauseAndResumeAreAskedFor() {
        TransferItem moving = TransferSamples.item(Stage.MOVING, false);
        show(moving).click(".transfer-card .pause");
        show(TransferSamples.heldUp(moving, Cause.HERE)).click(".transfer-card .resume");
        assertEquals(List.of("pause " + moving.id(), "resume " + moving.id()), asked);
    }

    @Test
    void buttonsThatAreIconsSayWhatTheyDo() {
        Hands hands = show(TransferSamples.item(Stage.MOVING, false));
        Button pause = hands.find(Button.class, ".transfer-card .pause");
        assertEquals("Pause", pause.getText());
        assertEquals("Pause", pause.getTooltip().getText());
    }

    @Test
    void aFolderTellsItsFilesWhileItMovesAndWhenItIsThere() {
        TransferItem moving = TransferSamples.folder(TransferSamples.item(Stage.MOVING, false), 1000, 12, 0);
        Hands hands = show(moving);
        assertEquals("12 of 1,000 files · 1\u00A0kB · to Mei", label(hands, ".about"));
        assertEquals(1, hands.findAll(".transfer-card .folder").size());
        assertTrue(spoken(hands).startsWith("Folder a.bin, 12 of 1,000 files"), spoken(hands));
        hands = show(TransferSamples.folder(TransferSamples.item(Stage.COMPLETE, true), 1, 1, 0));
        assertEquals("1 file · 1\u00A0kB · from Mei", label(hands, ".about"));
        assertFalse(hands.find(Label.class, ".missing").isVisible());
    }

    /** "3 min 1 s left" was torn apart behind the 3. */
    @Test
    void aFigureStaysInOneLineWithItsUnitAndIsSpokenAsEver() {
        Hands hands = show(TransferSamples.item(Stage.MOVING, true));
        assertEquals("100\u00A0bytes/s · 6\u00A0s left", label(hands, ".state"));
        assertEquals("a.bin, 1 kB · from Mei, 100 bytes/s · 6 s left", spoken(hands));
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        Fx.settle();
        assertEquals("100\u00A0字节/秒 · 剩余 6\u00A0秒", label(hands, ".state"));
    }

    @Test
    void whatIsMissingInAFolderIsSaidInWords() {
        Hands hands = show(TransferSamples.folder(TransferSamples.item(Stage.COMPLETE, false), 9, 7, 2));
        assertEquals("7 of 9 files · 1\u00A0kB · to Mei", label(hands, ".about"));
        assertEquals("2 files are missing: they could not be read", label(hands, ".missing"));
        assertTrue(spoken(hands).endsWith(label(hands, ".missing")), spoken(hands));
        hands = show(TransferSamples.folder(TransferSamples.item(Stage.COMPLETE, false), 9, 8, 1));
        assertEquals("1 file is missing: it could not be read", label(hands, ".missing"));
    }

    @Test
    void aFileHasNoFolderIcon() {
        Hands hands = show(TransferSamples.item(Stage.MOVING, true));
        assertFalse(hands.find(Node.class, ".transfer-card .folder").isVisible());
    }

    private List<String> buttons(TransferItem item) {
        return show(item).findAll(".transfer-card .button").stream()
                .filter(Node::isVisible)
                .map(node -> ((Button) node).getText())
                .sorted()
                .collect(Collectors.toList());
    }

    private Hands show(TransferItem item) {
        close();
        TransferList list = Fx.get(() -> new TransferList(texts));
        Fx.run(() -> list.show(
                FXCollections.observableArrayList(new TransferRow(item.id(), () -> item)),
                TransferSamples.actions(asked)));
        Hands hands = Hands.show(list, 292, 400);
        shown = hands;
        return hands;
    }

    private static String label(Hands hands, String selector) {
        return hands.find(Label.class, ".transfer-card " + selector).getText();
    }

    private static String spoken(Hands hands) {
        return Objects.requireNonNull(hands.find(Node.class, ".transfer-card").getAccessibleText());
    }
}
