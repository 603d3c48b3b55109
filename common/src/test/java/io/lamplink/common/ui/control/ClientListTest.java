package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Drag;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server's clients: who is chosen, by mouse and keyboard, while they come and go; and what a long list costs. */
@ExtendWith(Fx.class)
final class ClientListTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final ObservableList<ClientRow> rows = FXCollections.observableArrayList();
    private final List<String> asked = new ArrayList<>();
    private @Nullable Set<UUID> pointedAt;
    private ClientList list;
    private Hands hands;

    @BeforeEach
    void show() {
        list = Fx.get(() -> new ClientList(texts));
        Fx.run(() -> list.show(rows, new Noting()));
        hands = Hands.show(list, 240, 420);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    /** What a view-model would do: it takes the choice over. */
    private final class Noting implements ClientActions {
        @Override
        public void choose(Set<UUID> clients) {
            list.chosenProperty().set(clients);
        }

        @Override
        public void write(UUID client) {
            asked.add("write " + client);
        }

        @Override
        public void sendFiles(UUID client) {
            asked.add("send " + client);
        }

        @Override
        public void give(Set<UUID> clients, List<Path> files) {
            asked.add("give " + clients + " " + files);
        }

        @Override
        public void pointAt(@Nullable Set<UUID> clients) {
            pointedAt = clients;
        }

        @Override
        public void letGo(UUID client) {
            asked.add("let go " + client);
        }
    }

    @Test
    void withoutClientsItSaysWhatToDo() {
        assertFalse(everyone().isVisible());
        assertTrue(texts(".empty-state .label").contains("Press Listen, then others can connect."));
    }

    @Test
    void everyoneIsChosenAtFirst() {
        add(2);
        assertTrue(everyone().isSelected());
        assertEquals("Everyone, 2 clients", everyone().getAccessibleText());
        assertEquals(Set.of(), chosen());
    }

    @Test
    void clientsAreChosenWithArrowsAndLeftAgainAtTheTop() {
        List<ClientRow> clients = add(3);
        Fx.run(() -> view().requestFocus());
        hands.press(KeyCode.DOWN);
        assertEquals(Set.of(clients.get(0).id()), chosen());
        hands.press(KeyCode.DOWN);
        assertEquals(Set.of(clients.get(1).id()), chosen());
        assertFalse(everyone().isSelected());
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(Set.of(clients.get(1).id(), clients.get(2).id()), chosen());
        hands.press(KeyCode.UP);
        hands.press(KeyCode.UP);
        hands.press(KeyCode.UP);
        assertEquals(Set.of(), chosen());
        assertTrue(everyone().isFocused());
    }

    @Test
    void filesAreDroppedOnOneClientOrOnEveryone() {
        ClientRow second = add(3).get(1);
        Path file = Path.of("/tmp/a.bin");
        Drag drag = new Drag(file);
        Node row = hands.findAll(".client-cell").stream()
                .filter(cell -> ((ListCell<?>) cell).getItem() == second)
                .findFirst()
                .orElseThrow();
        drag.over(row);
        assertEquals(Set.of(second.id()), pointedAt);
        assertTrue(row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("dropping")));
        drag.drop(row);
        assertEquals(null, pointedAt);
        assertFalse(row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("dropping")));
        drag.over(everyone());
        assertEquals(Set.of(), pointedAt);
        drag.drop(everyone());
        assertEquals(List.of("give " + Set.of(second.id()) + " " + List.of(file), "give [] " + List.of(file)), asked);
        assertEquals(Set.of(), chosen(), "who is written to stays as it was");
    }

    @Test
    void belowTheLastClientThereIsNobodyToDropOn() {
        add(1);
        Node empty = hands.findAll(".client-cell").stream()
                .filter(cell -> ((ListCell<?>) cell).getItem() == null)
                .findFirst()
                .orElseThrow();
        new Drag(Path.of("/tmp/a.bin")).drop(empty);
        assertEquals(List.of(), asked);
    }

    @Test
    void spaceAddsAndTakesAway() {
        List<ClientRow> clients = add(3);
        Fx.run(() -> view().requestFocus());
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.CONTROL, KeyCode.DOWN);
        hands.press(KeyCode.SPACE);
        assertEquals(Set.of(clients.get(0).id(), clients.get(1).id()), chosen());
        hands.press(KeyCode.SPACE);
        assertEquals(Set.of(clients.get(0).id()), chosen());
    }

    @Test
    void enterWritesToTheOneWithTheCursor() {
        List<ClientRow> clients = add(2);
        Fx.run(() -> view().requestFocus());
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("write " + clients.getFirst().id()), asked);
    }

    @Test
    void theMouseChoosesAndEveryoneTakesItBack() {
        List<ClientRow> clients = add(3);
        hands.click(cell(clients.get(1)));
        assertEquals(Set.of(clients.get(1).id()), chosen());
        hands.click("#everyoneButton");
        assertEquals(Set.of(), chosen());
        assertTrue(everyone().isSelected());
        assertEquals(
                0, Fx.get(() -> view().getSelectionModel().getSelectedItems().size()));
    }

    /** A list moves its selection to a neighbour when a row goes; nobody must be written to for that. */
    @Test
    void whoComesAndGoesNeverChangesWhoIsChosen() {
        List<ClientRow> clients = add(5);
        hands.click(cell(clients.get(2)));
        List<Set<UUID>> seen = new ArrayList<>();
        Fx.run(() -> list.chosenProperty().subscribe(now -> seen.add(now)));
        Fx.run(() -> {
            rows.remove(clients.get(0));
            rows.remove(clients.get(4));
            rows.addFirst(row("new", 9));
            rows.remove(clients.get(2)); // the chosen one itself: its end is told by the model, not by the list
        });
        Fx.settle();
        assertEquals(List.of(Set.of(clients.get(2).id())), seen);
        assertEquals(
                0, Fx.get(() -> view().getSelectionModel().getSelectedItems().size()));
    }

    @Test
    void aFieldToFindOneIsThereForManyOnlyAndKeepsWhoIsChosen() {
        List<ClientRow> clients = add(ClientList.FILTER_FROM - 1);
        TextField filter = hands.find(TextField.class, "#clientFilter");
        assertFalse(filter.isVisible());
        add(1);
        assertTrue(filter.isVisible());
        hands.click(cell(clients.get(1)));
        Fx.run(() -> filter.setText(" CLIENT-3 "));
        assertEquals(List.of("client-3"), shownNames());
        assertEquals(Set.of(clients.get(1).id()), chosen());
        Fx.run(() -> filter.setText("10.0.0.4"));
        assertEquals(List.of("client-4"), shownNames());
        Fx.run(() -> filter.setText(""));
        assertEquals(Set.of(clients.get(1).id()), chosen());
        assertEquals(
                1, Fx.get(() -> view().getSelectionModel().getSelectedItems().size()));
    }

    @Test
    void theMenuOffersWhatCanBeDoneWithOne() {
        List<ClientRow> clients = add(2);
        hands.click(cell(clients.get(1)));
        hands.click(cell(clients.get(1)).lookup(".menu"));
        ContextMenu menu = Fx.get(() -> (ContextMenu) Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .findFirst()
                .orElseThrow());
        UUID id = clients.get(1).id();
        Fx.run(() -> List.copyOf(menu.getItems()).forEach(item -> item.fire()));
        Fx.run(menu::hide);
        assertEquals(List.of("write " + id, "send " + id, "let go " + id), asked);
    }

    @Test
    void aRowSaysWhatIsToKnow() {
        ClientItem.Receiving file = new ClientItem.Receiving(1, "holiday.zip", 0.426);
        Fx.run(() -> rows.add(row("Ann", 1, true, file)));
        Fx.settle();
        ClientCell cell = cell(rows.getFirst());
        assertEquals(List.of("Ann", "3 ms", "10.0.0.1", "holiday.zip", "42 %"), Fx.get(cell::shown));
        assertEquals("Ann · 10.0.0.1 · encrypted · 3 ms · receives holiday.zip, 42 %", Fx.get(cell::getAccessibleText));
    }

    @Test
    void aNameThatTurnsTheWritingAroundIsMadeVisible() {
        Fx.run(() -> rows.add(row("Ann\u202Efdp\nBob", 1)));
        Fx.settle();
        assertEquals("Ann[U+202E]fdp Bob", cell(rows.getFirst()).shown().getFirst());
    }

    @Test
    void twoThousandClientsAreFewNodes() {
        add(2_000);
        int cells = hands.findAll(".client-cell").size();
        assertTrue(cells < 30, () -> cells + " cells");
    }

    @Test
    void aHundredChangesBetweenTwoPulsesFillACellOnce() {
        List<ClientRow> clients = add(2_000);
        long before = Fx.get(list::fills);
        Fx.run(() -> IntStream.range(0, 100).forEach(_ -> clients.forEach(ClientRow::changed)));
        Fx.settle();
        long fills = Fx.get(list::fills) - before;
        assertTrue(fills > 0 && fills < 30, () -> fills + " fills");
    }

    /** What moves all the time must not lay out the window. */
    @Test
    void progressLaysOutNothingAboveItsRow() {
        int[] percent = {10};
        ClientRow[] row = new ClientRow[1];
        UUID id = UUID.randomUUID();
        row[0] = new ClientRow(
                id,
                () -> new ClientItem(
                        id,
                        "Ann",
                        "10.0.0.1",
                        false,
                        false,
                        null,
                        new ClientItem.Receiving(1, "a.bin", percent[0] / 100.0)));
        Fx.run(() -> rows.add(row[0]));
        Fx.settle();
        Fx.settle();
        ClientCell cell = cell(row[0]);
        boolean clean = Fx.get(() -> {
            percent[0] = 11;
            row[0].changed();
            cell.fillNow();
            return cell.shown().contains("11 %") && !list.isNeedsLayout() && !view().isNeedsLayout();
        });
        assertTrue(clean);
    }

    private List<ClientRow> add(int count) {
        int first = rows.size();
        List<ClientRow> added = IntStream.range(first, first + count)
                .mapToObj(i -> row("client-" + i, i))
                .toList();
        Fx.run(() -> rows.addAll(added));
        Fx.settle();
        return added;
    }

    private static ClientRow row(String name, int number) {
        return row(name, number, false, null);
    }

    private static ClientRow row(String name, int number, boolean encrypted, ClientItem.@Nullable Receiving receiving) {
        UUID id = UUID.randomUUID();
        return new ClientRow(
                id,
                () -> new ClientItem(id, name, "10.0.0." + number, false, encrypted, Duration.ofMillis(3), receiving));
    }

    private Set<UUID> chosen() {
        return Fx.get(() -> list.chosenProperty().get());
    }

    private List<String> shownNames() {
        return Fx.get(() -> view().getItems().stream()
                .map(row -> ((ClientRow) row).item().name())
                .toList());
    }

    private ClientCell cell(ClientRow row) {
        return hands.findAll(".client-cell").stream()
                .map(ClientCell.class::cast)
                .filter(cell -> cell.getItem() == row && cell.isVisible())
                .findFirst()
                .orElseThrow();
    }

    private List<String> texts(String selector) {
        return hands.findAll(selector).stream()
                .map(node -> ((javafx.scene.control.Labeled) node).getText())
                .toList();
    }

    private ListView<?> view() {
        return (ListView<?>) list.lookup(".clients");
    }

    private ToggleButton everyone() {
        return (ToggleButton) list.lookup("#everyoneButton");
    }
}
