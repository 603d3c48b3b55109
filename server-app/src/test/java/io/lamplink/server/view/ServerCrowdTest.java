package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.transfer.TransferSnapshot;
import io.lamplink.common.ui.control.ClientRow;
import io.lamplink.common.ui.control.TransferRow;
import io.lamplink.common.ui.testkit.FakeEngine;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.testkit.WindowFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's window with several clients, by its real controls. */
final class ServerCrowdTest extends WindowFixture<FakeServerEngine> {
    /** How high the row of a client is. */
    private static final double ROW = 46;

    ServerCrowdTest() {
        super(new PlayedServer());
    }

    @Test
    void whatIsWrittenAndSentGoesToTheChosenClientUntilEscape() {
        connect();
        Peer tomas = Samples.peer("Tomás", "192.168.1.33");
        tell(new EngineEvent.PeerJoined(tomas));
        hands().click(cell("Tomás"));
        Label words = hands().find(Label.class, ".recipient-bar .words");
        assertEquals("To Tomás alone", words.getText());
        hands().click("#messageField");
        hands().press(KeyCode.H);
        hands().press(KeyCode.ENTER);
        dialogs.files = List.of(Path.of("/tmp/a"));
        hands().click("#sendFileButton");
        assertEquals(List.of(new FakeEngine.Said("h", Set.of(tomas.id()))), engine.said);
        assertEquals(List.of(new FakeEngine.Sent(Path.of("/tmp/a"), Set.of(tomas.id()))), engine.sent);

        hands().press(KeyCode.ESCAPE);
        assertFalse(node("#recipientBar").isVisible());
        hands().press(KeyCode.I);
        hands().press(KeyCode.ENTER);
        assertEquals(new FakeEngine.Said("i", Set.of()), engine.said.getLast());
    }

    @Test
    void whatWasBegunForOneWhoLeavesIsNotSentToEveryone() {
        connect();
        Peer tomas = Samples.peer("Tomás", "192.168.1.33");
        tell(new EngineEvent.PeerJoined(tomas));
        hands().click(cell("Tomás"));
        hands().click("#messageField");
        hands().press(KeyCode.S);
        tell(new EngineEvent.PeerLeft(tomas, CloseReason.normal(), false));
        hands().press(KeyCode.ENTER);
        assertEquals(List.of(), engine.said);
        assertTrue(node("#sendButton").isDisabled());
        hands().click("#everyoneAgainButton");
        hands().press(KeyCode.ENTER);
        assertEquals(List.of(new FakeEngine.Said("s", Set.of())), engine.said);
    }

    @Test
    void aClientThatLeavesIsNoLongerListed() {
        connect();
        assertEquals(
                "1 client", hands().find(Label.class, ".list-head .heading").getText());
        assertEquals(
                "Mei",
                cell("Mei").getItem() instanceof ClientRow row ? row.item().name() : "");
        tell(
                new EngineEvent.PeerLeft(mei, CloseReason.normal(), false),
                new EngineEvent.LinkChanged(LinkState.WAITING));
        assertEquals("Clients", hands().find(Label.class, ".list-head .heading").getText());
        assertTrue(hands().findAll(".client-list .detail").stream()
                .anyMatch(node -> ((Label) node).getText().equals("Others connect to 192.168.1.5:8080.")));
    }

    @Test
    void aFileToSeveralIsOneCardThatOpensToARowForEach() {
        connect();
        Peer tomas = Samples.peer("Tomás", "192.168.1.33");
        UUID batch = UUID.randomUUID();
        TransferSnapshot toMei = Samples.outgoing("a.bin", 100, 10);
        TransferSnapshot toTomas = Samples.outgoing("a.bin", 100, 10);
        tell(new EngineEvent.PeerJoined(tomas));
        tell(
                new EngineEvent.TransferChanged(mei, toMei, batch),
                new EngineEvent.TransferChanged(tomas, toTomas, batch));
        assertEquals(1, shownCards());
        assertEquals(
                "100\u00A0bytes · to 2 clients",
                hands().find(Label.class, ".transfer-card .about").getText());
        assertEquals(0, hands().findAll(".receiver-cell").size());
        hands().click(".transfer-card .expand");
        Fx.settle();
        List<Node> rows = hands().findAll(".receiver-cell").stream()
                .filter(node -> ((ListCell<?>) node).getItem() != null)
                .toList();
        assertEquals(2, rows.size());
        hands().click(rows.getLast().lookup(".cancel"));
        TransferRow row = (TransferRow) ((ListCell<?>) rows.getLast()).getItem();
        assertEquals(List.of("cancel " + row.id()), asked());
        hands().click(".transfer-card .foot .cancel");
        assertEquals(3, asked().size(), "all of them");
    }

    @Test
    void inTheSmallestWindowSeveralClientsAreInSightAndAllCanBeReached() {
        reopen(options.with(new Rectangle2D(0, 0, 720, 500)));
        connect();
        crowd(12);
        assertRowsInSight(2);
        hands().click(cell("Mei"));
        assertEquals(
                "To Mei alone",
                hands().find(Label.class, ".recipient-bar .words").getText());
        hands().press(KeyCode.END);
        assertEquals(
                "To pupil-11 alone",
                hands().find(Label.class, ".recipient-bar .words").getText());
        hands().click("#clientFilter");
        hands().type("pupil-7");
        hands().click(cell("pupil-7"));
        assertEquals(
                "To pupil-7 alone",
                hands().find(Label.class, ".recipient-bar .words").getText());
        Button status = hands().find(Button.class, "#statusButton");
        assertEquals("Connection status", Fx.get(() -> status.getTooltip().getText()));
    }

    @ParameterizedTest
    @CsvSource({"680, 1, 1", "680, 4, 4", "680, 5, 4", "680, 13, 4", "900, 5, 5", "1000, 13, 5"})
    void peopleComeBeforeTheNamesOfButtons(double height, int clients, int inSight) {
        reopen(options.with(new Rectangle2D(0, 0, 1000, height)));
        connect();
        crowd(clients - 1);
        assertRowsInSight(inSight);
    }

    @Test
    void whereThereIsRoomButtonsAndProgramHaveTheirNames() {
        connect();
        Button status = hands().find(Button.class, "#statusButton");
        assertTrue(namesShown(status));
        crowd(3);
        assertFalse(namesShown(status), "four clients");
        assertEquals("Connection status", Fx.get(() -> status.getTooltip().getText()));
        assertTrue(node(".brand").isVisible());
        crowd(12);
        assertFalse(node(".brand").isVisible());
        tell(new EngineEvent.PeerLeft(mei, CloseReason.normal(), false));
        assertFalse(namesShown(status));
        reopen(options.with(new Rectangle2D(0, 0, 1000, 1000)));
        crowd(13);
        assertTrue(namesShown(hands().find(Button.class, "#statusButton")), "a high window");
        assertTrue(node(".brand").isVisible());
    }

    private boolean namesShown(Button button) {
        return Fx.get(
                () -> button.lookup(".text") instanceof Text text && text.isVisible() && button.getTooltip() == null);
    }

    private void crowd(int clients) {
        for (int i = 0; i < clients; i++) {
            tell(new EngineEvent.PeerJoined(Samples.peer("pupil-" + i, "192.168.1." + (i + 50))));
        }
    }

    private void assertRowsInSight(int rows) {
        Region list = hands().find(Region.class, ".clients");
        assertTrue(Fx.get(() -> list.getHeight()) >= rows * ROW, () -> rows + " rows in " + list.getHeight());
        Region rail = hands().find(Region.class, ".rail");
        Region sight = hands().find(Region.class, ".rail-scroll");
        assertTrue(Fx.get(() -> rail.getHeight()) <= Fx.get(() -> sight.getHeight()), "nothing scrolls");
    }

    @Test
    void theRoomsSwitchesAskTheEngine() {
        MenuButton menu = hands().find(MenuButton.class, "#roomButton");
        assertTrue(menu.getItems().stream().allMatch(item -> ((CheckMenuItem) item).isSelected()));
        hands().click(menu);
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.ENTER);
        assertEquals(List.of("share false"), asked());
        hands().click(menu);
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.DOWN);
        hands().press(KeyCode.ENTER);
        assertEquals(List.of("share false", "catch up false"), asked());
    }

    private long shownCards() {
        return hands().findAll(".transfer-cell").stream()
                .filter(node -> node instanceof ListCell<?> cell && cell.getItem() != null)
                .count();
    }

    private ListCell<?> cell(String name) {
        return hands().findAll(".client-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> cell.getItem() instanceof ClientRow row
                        && row.item().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What was asked for by hand; figures are asked for by themselves. */
    private List<String> asked() {
        return engine.asked.stream().filter(what -> !what.equals("statistics")).toList();
    }
}
