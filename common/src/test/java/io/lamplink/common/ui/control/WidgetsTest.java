package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lamp, transfers and clients. */
@ExtendWith(Fx.class)
final class WidgetsTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final List<String> asked = new ArrayList<>();
    private final TransferActions actions = new TransferActions() {
        @Override
        public void cancel(UUID transfer) {
            asked.add("cancel");
        }

        @Override
        public void download(UUID transfer) {
            asked.add("download");
        }

        @Override
        public void open(UUID transfer) {
            asked.add("open");
        }

        @Override
        public void showInFolder(UUID transfer) {
            asked.add("show");
        }

        @Override
        public void dismiss(UUID transfer) {
            asked.add("dismiss");
        }
    };
    private @Nullable Hands hands;

    @AfterEach
    void close() {
        if (hands != null) {
            hands.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLampHasOnePseudoClassForEachStateAndBreathesOnlyWhileWaiting(LinkState state) {
        StatusBar bar = Fx.get(StatusBar::new);
        Hands shown = show(bar, 400, 40);
        Fx.run(() -> {
            bar.textProperty().set("a sentence");
            bar.stateProperty().set(state);
        });
        StatusLamp lamp = shown.find(StatusLamp.class, "#statusLamp");
        assertEquals(
                List.of(state.name().toLowerCase(Locale.ROOT)),
                lamp.getPseudoClassStates().stream()
                        .map(PseudoClass::getPseudoClassName)
                        .filter(name ->
                                List.of("idle", "waiting", "connected", "lost").contains(name))
                        .toList());
        assertEquals(state == LinkState.WAITING, lamp.isBreathing());
        assertEquals("a sentence", lamp.getAccessibleText());
        assertEquals("a sentence", shown.find(Label.class, "#statusText").getText());
        double sentence =
                shown.find(Label.class, "#statusText").getBoundsInParent().getMaxX();
        assertTrue(sentence <= lamp.getBoundsInParent().getMinX(), "the sentence stands left of the lamp");
    }

    @Test
    void aCardShowsWhatCanBeDoneAtEachStage() {
        assertEquals(List.of("Cancel"), buttons(item(TransferItem.Stage.WAITING, true)));
        assertEquals(List.of("Cancel"), buttons(item(TransferItem.Stage.MOVING, false)));
        assertEquals(List.of("Cancel"), buttons(item(TransferItem.Stage.CHECKING, true)));
        assertEquals(List.of("Download"), buttons(item(TransferItem.Stage.COMPLETE, true)));
        assertEquals(List.of(), buttons(item(TransferItem.Stage.SAVING, true)));
        assertEquals(
                List.of("Open", "Remove from the list", "Show in folder"),
                buttons(item(TransferItem.Stage.SAVED, true)));
        assertEquals(
                List.of("Remove from the list", "Show in folder"), buttons(item(TransferItem.Stage.COMPLETE, false)));
        assertEquals(List.of("Remove from the list"), buttons(item(TransferItem.Stage.FAILED, true)));
    }

    @Test
    void t6_downloadIsThereOnlyForACompleteIncomingFile() {
        for (TransferItem.Stage stage : TransferItem.Stage.values()) {
            boolean expected = stage == TransferItem.Stage.COMPLETE;
            assertEquals(expected, buttons(item(stage, true)).contains("Download"), stage::name);
            assertFalse(buttons(item(stage, false)).contains("Download"), stage::name);
        }
    }

    @Test
    void aCardStaysTheSameNodeWhileItsTransferMoves() {
        ObservableList<TransferItem> items = FXCollections.observableArrayList();
        Hands shown = showTransfers(items);
        TransferItem first = item(TransferItem.Stage.MOVING, true);
        Fx.run(() -> items.add(first));
        Fx.settle();
        Node card = shown.find(Node.class, ".transfer-card");
        Fx.run(() -> items.set(0, at(first, 0.9)));
        Fx.settle();
        assertSame(card, shown.find(Node.class, ".transfer-card"));
        shown.click(".transfer-card .cancel");
        assertEquals(List.of("cancel"), asked);
    }

    @Test
    void theNewestTransferStandsFirst() {
        ObservableList<TransferItem> items = FXCollections.observableArrayList();
        Hands shown = showTransfers(items);
        Fx.run(() -> items.addAll(item(TransferItem.Stage.SAVED, true), item(TransferItem.Stage.MOVING, true)));
        Fx.settle();
        assertTrue(shown.findAll(".transfer-card .cancel").getFirst().isVisible());
    }

    @Test
    void everyoneStandsBeforeTheClientsAndIsChosen() {
        ObservableList<ClientItem> clients = FXCollections.observableArrayList();
        List<@Nullable UUID> chosen = new ArrayList<>();
        ClientList list = Fx.get(() -> new ClientList(texts));
        Fx.run(() -> list.show(clients, chosen::add));
        Hands shown = show(list, 240, 300);
        ClientItem mei = client("Mei");
        ClientItem tomas = client("Tomás");
        Fx.run(() -> clients.setAll(mei, tomas));
        assertEquals(ClientItem.EVERYONE, Fx.get(() -> list.getSelectionModel().getSelectedItem()));

        Fx.run(() -> list.requestFocus());
        shown.press(KeyCode.DOWN);
        shown.press(KeyCode.DOWN);
        assertEquals(Arrays.asList(mei.id(), tomas.id()), chosen);

        Fx.run(() -> clients.setAll(tomas));
        assertEquals(tomas, Fx.get(() -> list.getSelectionModel().getSelectedItem()));
        Fx.run(() -> clients.clear());
        assertEquals(Arrays.asList(mei.id(), tomas.id(), null), chosen);
    }

    private List<String> buttons(TransferItem item) {
        close();
        ObservableList<TransferItem> items = FXCollections.observableArrayList(item);
        return showTransfers(items).findAll(".transfer-card .button").stream()
                .filter(Node::isVisible)
                .map(node -> ((Button) node).getText())
                .sorted()
                .collect(Collectors.toList());
    }

    private Hands showTransfers(ObservableList<TransferItem> items) {
        TransferList list = Fx.get(() -> new TransferList(texts));
        Fx.run(() -> list.show(items, actions));
        return show(list, 292, 400);
    }

    private Hands show(Parent root, double width, double height) {
        Hands opened = Hands.show(root, width, height);
        hands = opened;
        return opened;
    }

    private static ClientItem client(String name) {
        return new ClientItem(UUID.randomUUID(), name, "10.0.0.7", false, Duration.ofMillis(2));
    }

    private static TransferItem item(TransferItem.Stage stage, boolean incoming) {
        return new TransferItem(
                UUID.randomUUID(),
                incoming,
                "a.bin",
                1000,
                0.4,
                stage,
                "Mei",
                100,
                Duration.ofSeconds(6),
                TransferItem.Proof.VERIFIED,
                stage == TransferItem.Stage.FAILED ? Phrase.of("transfer.failure.stalled") : null,
                true);
    }

    private static TransferItem at(TransferItem item, double progress) {
        return new TransferItem(
                item.id(),
                item.incoming(),
                item.name(),
                item.size(),
                progress,
                item.stage(),
                item.peer(),
                item.speed(),
                item.timeLeft(),
                item.proof(),
                item.failure(),
                item.openable());
    }
}
