package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.TransferItem.Stage;
import io.lamplink.common.ui.control.TransferSamples.Moving;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The list of transfers: what stays where while transfers come, move and go, and what that costs. */
@ExtendWith(Fx.class)
final class TransferListTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final List<String> asked = new ArrayList<>();
    private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
    private TransferList list;
    private Hands hands;

    @BeforeEach
    void show() {
        list = Fx.get(() -> new TransferList(texts));
        Fx.run(() -> list.show(rows, TransferSamples.actions(asked)));
        hands = Hands.show(list, 292, 480);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void aCardStaysTheSameNodeWhileItsTransferMoves() {
        Moving first = add("first");
        Node card = hands.find(Node.class, ".transfer-card");
        Fx.run(() -> first.progress(0.9));
        Fx.settle();
        assertSame(card, hands.find(Node.class, ".transfer-card"));
        hands.click(".transfer-card .cancel");
        assertEquals(List.of("cancel " + first.id()), asked);
    }

    @Test
    void theNewestTransferStandsFirst() {
        add("first");
        add("second");
        assertEquals(List.of("second", "first"), names());
    }

    @Test
    void aButtonKeepsTheFocusWhileItsTransferMoves() {
        Moving first = add("first");
        Button cancel = focus("first", "cancel");
        Fx.run(() -> first.progress(0.7));
        Fx.settle();
        assertTrue(cancel.isFocused());
    }

    /** Whoever is about to press Cancel must not hit the transfer that has just taken its place. */
    @Test
    void aButtonKeepsTheFocusWhileNewTransfersPushItsCardAlong() {
        Moving first = add("first");
        Button before = focus("first", "cancel");
        Fx.run(() -> {
            rows.addFirst(new Moving("second").row());
            rows.addFirst(new Moving("third").row());
        });
        Fx.until(() -> button("first", "cancel").isFocused());
        assertNotSame(before, button("first", "cancel"), "another cell shows it now");
        hands.press(KeyCode.SPACE);
        assertEquals(List.of("cancel " + first.id()), asked);
    }

    @Test
    void theRingStaysVisibleWhenTheFocusIsPushedAlong() {
        add("first");
        Fx.run(() -> hands.stage().getScene().getRoot().requestFocus());
        hands.press(KeyCode.TAB);
        hands.press(KeyCode.TAB);
        Button pause = button("first", "pause");
        assertTrue(pause.isFocusVisible());
        Fx.run(() -> rows.addFirst(new Moving("second").row()));
        Fx.until(() -> button("first", "pause").isFocused());
        assertTrue(Fx.get(() -> button("first", "pause").isFocusVisible()));
    }

    @Test
    void whenTheCardIsPushedOutOfSightTheListHasTheFocusAndNoOtherCard() {
        add("first");
        focus("first", "cancel");
        Fx.run(() -> IntStream.range(0, 50).forEach(i -> rows.addFirst(new Moving("new " + i).row())));
        Fx.settle();
        Fx.settle();
        hands.press(KeyCode.SPACE);
        assertEquals(List.of(), asked);
    }

    @Test
    void pauseHandsTheFocusToResumeAndBack() {
        Moving first = add("first");
        focus("first", "pause");
        Fx.run(() -> first.become(TransferSamples.heldUp(first.item(), TransferItem.Cause.HERE)));
        Fx.settle();
        assertTrue(button("first", "resume").isFocused());
        Fx.run(() -> first.become(TransferSamples.at(first.item(), Stage.MOVING)));
        Fx.settle();
        assertTrue(button("first", "pause").isFocused());
    }

    @Test
    void aButtonThatGoesNeverLeavesTheFocusToCancel() {
        Moving first = add("first");
        focus("first", "pause");
        Fx.run(() -> first.become(TransferSamples.at(first.item(), Stage.CHECKING)));
        Fx.settle();
        assertFalse(button("first", "cancel").isFocused());
        hands.press(KeyCode.SPACE);
        assertEquals(List.of(), asked);
    }

    @Test
    void theListIsWalkedThroughWithKeysAndEnterGoesToTheCard() {
        Moving first = add("first");
        add("second");
        focusList();
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.ENTER);
        assertTrue(button("first", "pause").isFocused());
        hands.press(KeyCode.SPACE);
        assertEquals(List.of("pause " + first.id()), asked);
    }

    @Test
    void tabGoesThroughAllCardsAlsoThoseOutOfSight() {
        IntStream.range(0, 12).forEach(i -> add("file " + i));
        focusList();
        for (int i = 0; i < 2 * 12; i++) {
            hands.press(KeyCode.TAB);
            Fx.settle();
        }
        assertTrue(button("file 0", "cancel").isFocused(), "the oldest");
    }

    @Test
    void aCardThatGrowsPushesTheNextOneDown() {
        add("first");
        Moving second = add("second");
        Fx.run(() -> second.become(TransferSamples.heldUp(second.item(), TransferItem.Cause.AWAY)));
        Fx.settle();
        double before = top("first"); // Its buttons stay; only its words become more.
        Fx.run(() -> second.become(TransferSamples.heldUp(second.item(), TransferItem.Cause.TROUBLE)));
        Fx.settle();
        assertTrue(top("first") > before + 8, () -> before + " " + top("first"));
        assertTrue(top("first") >= bottom("second"));
    }

    @Test
    void aNewLanguageIsSpokenAtOnce() {
        add("first");
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        Fx.settle();
        Label about = hands.find(Label.class, ".transfer-card .about");
        assertEquals("1\u00A0kB · 来自 Mei", about.getText());
    }

    /** Seen in a window that was small and Chinese and got larger: the second card was still English. */
    @Test
    void aCardThatWasOutOfSightWhenTheLanguageChangedSpeaksTheNewOne() {
        add("first");
        Fx.run(() -> hands.stage().setHeight(150));
        Fx.settle();
        add("second");
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        Fx.settle();
        Fx.run(() -> hands.stage().setHeight(480));
        Fx.settle();
        List<String> about = Fx.get(() -> list.lookupAll(".transfer-card .about").stream()
                .map(label -> ((Label) label).getText())
                .distinct()
                .toList());
        assertEquals(List.of("1\u00A0kB · 来自 Mei"), about);
    }

    /** Cells that are kept for later are not filled while they wait, so they have to catch up. */
    @Test
    void aCardThatComesIntoSightShowsHowItStandsNow() {
        List<Moving> all =
                IntStream.range(0, 40).mapToObj(i -> add("file " + i)).toList();
        ListView<?> cards = hands.find(ListView.class, ".cards");
        for (int goal : List.of(39, 0, 20, 0)) {
            Fx.run(() -> all.forEach(one -> one.become(TransferSamples.heldUp(one.item(), TransferItem.Cause.AWAY))));
            Fx.run(() -> cards.scrollTo(goal));
            Fx.settle();
            Fx.run(() -> all.forEach(one -> one.become(TransferSamples.at(one.item(), Stage.CHECKING))));
            Fx.settle();
            assertEquals(List.of("Verifying…"), Fx.get(this::statesInSight));
        }
    }

    private List<String> statesInSight() {
        return list.lookupAll(".transfer-card").stream()
                .filter(card -> card.getParent().isVisible()
                        && card.getParent().getParent().isVisible())
                .map(card -> ((Label) card.lookup(".state")).getText())
                .distinct()
                .toList();
    }

    @Test
    void rowsSayToScreenReadersWhatTheyShow() {
        add("first");
        Node cell = hands.find(Node.class, ".transfer-cell");
        assertEquals(AccessibleRole.LIST_ITEM, cell.getAccessibleRole());
        assertEquals("first, 1 kB · from Mei, 100 bytes/s · 6 s left", cell.getAccessibleText());
    }

    @Test
    void receiversSpeakANewLanguageAtOnce() {
        TransferItem held = TransferSamples.item(Stage.PAUSED, false);
        ObservableList<TransferRow> receivers = FXCollections.observableArrayList(
                new TransferRow(UUID.randomUUID(), () -> held), new TransferRow(UUID.randomUUID(), () -> held));
        Fx.run(() -> rows.add(new TransferRow(UUID.randomUUID(), () -> held, receivers)));
        Fx.settle();
        hands.click(".transfer-card .expand");
        Label state = hands.find(Label.class, ".receiver-cell .state");
        String before = state.getText();
        assertEquals(texts.get("transfer.hold.here"), before);
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        Fx.settle();
        assertNotEquals(before, state.getText());
        assertEquals(texts.get("transfer.hold.here"), state.getText());
    }

    @Test
    void theHeadingIsWhatItIsTold() {
        Fx.run(() -> list.headingProperty().set(Phrase.of("transfer.list.running", 3)));
        assertEquals(
                "Transfers · 3 under way",
                hands.find(Label.class, ".transfer-list > .heading").getText());
    }

    /** T13, with many transfers: what is out of sight costs nothing, and what is in sight a few fillings a second. */
    @Test
    void twoThousandMovingTransfersCostNoMoreThanTheFewInSight() {
        List<Moving> all =
                IntStream.range(0, 2_000).mapToObj(i -> new Moving("file " + i)).toList();
        Fx.run(() -> all.forEach(one -> rows.addFirst(one.row())));
        Fx.settle();
        Fx.settle();
        int cells = list.cellsMade();
        assertTrue(cells < 40, () -> cells + " cells");
        long fills = list.fills();
        int made = all.stream().mapToInt(Moving::made).sum();
        int changes = 60;
        int[] pulses = {0};
        for (int change = 0; change < changes; change++) {
            double progress = change / 60.0;
            Fx.run(() -> {
                all.forEach(one -> one.progress(progress));
                pulses[0]++;
            });
        }
        Fx.settle();
        int inSight = hands.findAll(".transfer-card").size();
        assertTrue(inSight < 12, () -> inSight + " cards in sight");
        assertEquals(cells, list.cellsMade(), "no cell is made for a change");
        assertTrue(list.fills() > fills, "what is in sight does change");
        assertTrue(list.fills() - fills <= (long) changes * inSight, () -> list.fills() - fills + " fillings");
        int items = all.stream().mapToInt(Moving::made).sum() - made;
        assertTrue(items <= list.fills() - fills, "an item is made only for a card that shows it");
    }

    /** However often a transfer changes between two pulses, its card is filled once. */
    @Test
    void manyChangesOfOnePulseFillACardOnce() {
        Moving first = add("first");
        Fx.settle();
        long fills = list.fills();
        Fx.run(() -> IntStream.range(0, 10_000).forEach(i -> first.progress(i / 10_000.0)));
        Fx.settle();
        assertEquals(fills + 1, list.fills());
    }

    private Moving add(String name) {
        Moving moving = new Moving(name);
        Fx.run(() -> rows.addFirst(moving.row()));
        Fx.settle();
        return moving;
    }

    private Button focus(String name, String styleClass) {
        Button button = button(name, styleClass);
        Fx.run(button::requestFocus);
        assertTrue(button.isFocused());
        return button;
    }

    private void focusList() {
        ListView<?> cards = hands.find(ListView.class, ".cards");
        Fx.run(cards::requestFocus);
    }

    private List<String> names() {
        return Fx.get(() -> list.lookupAll(".transfer-card").stream()
                .sorted((a, b) -> Double.compare(y(a), y(b)))
                .map(card -> ((Label) card.lookup(".name")).getText())
                .toList());
    }

    private static double y(Node card) {
        return card.localToScene(0, 0).getY();
    }

    private double top(String name) {
        return Fx.get(() -> y(card(name)));
    }

    private double bottom(String name) {
        return Fx.get(() -> y(card(name)) + card(name).getLayoutBounds().getHeight());
    }

    private Node card(String name) {
        return list.lookupAll(".transfer-card").stream()
                .filter(card -> card.getParent().isVisible()
                        && card.getParent().getParent().isVisible()
                        && ((Label) card.lookup(".name")).getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String name, String styleClass) {
        return (Button) card(name).lookup("." + styleClass);
    }
}
