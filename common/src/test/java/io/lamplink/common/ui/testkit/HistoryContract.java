package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.history.Keeping;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.ChatLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both windows do with the history, tested by their real controls. */
public abstract class HistoryContract<E extends FakeEngine> extends WindowFixture<E> {
    private final FakeHistory history = new FakeHistory();

    protected HistoryContract(PlayedProgram<E> program) {
        super(program);
    }

    @BeforeEach
    void openWithHistory() {
        history.with(IntStream.range(0, 250)
                .mapToObj(i -> i % 50 == 0 ? "ship " + i : "message " + i)
                .toArray(String[]::new));
        reopen(options.with(history));
    }

    @Test
    void theLastPageIsThereAtTheStartAndTheNewestLineInSight() {
        assertEquals("ship 150", shown().getFirst());
        assertEquals("message 249", shown().get(99));
        assertEquals(102, shown().size(), "and then what parts it from this start, and this computer");
        assertEquals(101, lastVisible());
    }

    @Test
    void scrollingUpBringsEarlierLinesAndDoesNotMoveWhatIsRead() {
        int before = Fx.get(() -> list().getItems().size());
        scrollUpUntil(() -> Fx.get(() -> list().getItems().size()) > before);
        Fx.settle();
        int first = firstVisible();
        assertTrue(first >= 90 && first <= 110, "what was the oldest line is still about there, not at " + first);
        scrollUpUntil(() -> history.asked.contains("before 51"));
        scrollUpUntil(() -> firstVisible() == 0);
    }

    @Test
    void ctrlFSearchesAndGoesFromHitToHitAndEscEnds() {
        hands().press(KeyCode.CONTROL, KeyCode.F);
        assertTrue(node(".search-bar").isVisible());
        assertTrue(hands().find(TextField.class, "#searchField").isFocused());
        type("ship");
        assertEquals("1 of 5", word("#searchPosition"));
        assertFound(201);
        hands().press(KeyCode.ENTER);
        assertEquals("2 of 5", word("#searchPosition"));
        assertFound(151);
        hands().click("#searchOlder");
        assertFound(101);
        hands().press(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals("2 of 5", word("#searchPosition"));
        hands().click("#searchNewer");
        assertFound(201);
        assertEquals(1, marks(), "the word is marked wherever it stands in sight");

        hands().press(KeyCode.ESCAPE);
        assertFalse(node(".search-bar").isVisible());
        assertTrue(node("#messageField").isFocused());
        assertEquals(0, hands().findAll(".chat-cell:found").size());
        assertEquals(0, marks());
    }

    @Test
    void whoWritesWhileReadingAboveSeesWhatTheyWrote() {
        connect();
        scrollUpUntil(() -> firstVisible() < 50);
        hands().click("#messageField");
        hands().press(KeyCode.H);
        hands().press(KeyCode.ENTER);
        Fx.settle();
        assertEquals(Fx.get(() -> list().getItems().size()) - 1, lastVisible());
    }

    @Test
    void whatIsNotFoundIsSaid() {
        hands().press(KeyCode.CONTROL, KeyCode.F);
        type("shipshape");
        assertEquals("Nothing found", word("#searchPosition"));
        hands().click("#searchClose");
        assertFalse(node(".search-bar").isVisible());
    }

    @Test
    void theMenuOpensTheSearch() {
        fire("historyFind");
        assertTrue(node(".search-bar").isVisible());
    }

    @Test
    void theMenuChangesWhatIsKept() {
        assertEquals(List.of("historyDays0"), chosen());
        dialogs.yes = false;
        fire("historyDays30");
        assertEquals(List.of("historyDays0"), chosen());
        dialogs.yes = true;
        fire("historyDays30");
        assertEquals(List.of("historyDays30"), chosen());
        assertEquals(new Keeping(true, 30), history.keeping());
        fire("historyOff");
        assertEquals(List.of("historyOff"), chosen());
        assertEquals(new Keeping(false, 30), history.keeping());
        assertEquals("off", options.settings().get("history").orElseThrow());
    }

    @Test
    void theMenuExportsAndClears() {
        dialogs.target = Optional.of(java.nio.file.Path.of("out.json"));
        fire("history-json");
        assertEquals("export JSON out.json", history.asked.getLast());
        fire("historyClear");
        assertEquals("clear", history.asked.getLast());
        assertTrue(shown().stream().noneMatch(text -> text.startsWith("message")));
    }

    @Test
    void clearChatSaysWhereTheHistoryIs() {
        hands().click("#clearButton");
        Fx.settle();
        assertEquals("clear.confirm.detail", dialogs.details.getFirst().key());
        assertTrue(shown().getLast().contains("Ctrl+F"), shown()::toString);
        assertFalse(shown().contains("message 249"));
    }

    @Test
    void everyControlOfTheSearchHasAText() {
        hands().press(KeyCode.CONTROL, KeyCode.F);
        for (String id : List.of("#searchField", "#searchOlder", "#searchNewer", "#searchClose", "#historyButton")) {
            Node control = node(id);
            Object text = Fx.get(() -> control.queryAccessibleAttribute(AccessibleAttribute.TEXT));
            assertFalse(String.valueOf(text).isBlank(), id);
        }
    }

    private void type(String text) {
        for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            hands().press(KeyCode.getKeyCode(Character.toString(letter)));
        }
    }

    private void assertFound(long key) {
        UUID id = new UUID(9, key);
        Fx.until(() -> list().lookupAll(".chat-cell:found").stream()
                .map(cell -> (ListCell<?>) cell)
                .anyMatch(cell -> cell.getItem() instanceof ChatEntry entry
                        && entry.id().equals(id)
                        && cell.getLayoutY() >= 0
                        && cell.getLayoutY() < list().getHeight()));
    }

    private long marks() {
        return hands().findAll(".selectable-text > .found").stream()
                .filter(node -> node instanceof Path path && !path.getElements().isEmpty())
                .count();
    }

    /** What the log says, without times and names. */
    private List<String> shown() {
        ChatLog log = hands().find(ChatLog.class, "#chatLog");
        return Fx.get(() -> log.lines().stream()
                .map(line -> line.replaceFirst("^\\S+ {2}(Anna: )?", ""))
                .toList());
    }

    private ListView<?> list() {
        return (ListView<?>) hands().stage().getScene().lookup(".entries");
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    private int firstVisible() {
        return Fx.get(() -> flow().getFirstVisibleCell().getIndex());
    }

    private int lastVisible() {
        return Fx.get(() -> flow().getLastVisibleCell().getIndex());
    }

    private void scrollUpUntil(BooleanSupplier there) {
        while (!there.getAsBoolean()) {
            Fx.run(() -> flow().fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    100,
                    100,
                    100,
                    100,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    0,
                    400,
                    0,
                    400,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
            Fx.settle();
        }
    }

    /** Chooses an item of the menu, or of the menus in it. */
    private void fire(String id) {
        Fx.run(() -> items().filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.settle();
    }

    private List<String> chosen() {
        return Fx.get(() -> items().filter(item -> item instanceof RadioMenuItem radio && radio.isSelected())
                .map(MenuItem::getId)
                .toList());
    }

    private Stream<MenuItem> items() {
        return items(((MenuButton) hands().stage().getScene().lookup("#historyButton")).getItems());
    }

    private static Stream<MenuItem> items(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu ? items(menu.getItems()) : Stream.of(item));
    }
}
