package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
final class EmojiPickerTest {

    private static final int COLUMNS = EmojiGrid.COLUMNS;

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final Settings settings = Settings.inMemory();
    private final List<String> picked = new ArrayList<>();
    private EmojiPicker picker;
    private Hands hands;

    @BeforeEach
    void show() {
        picker = Fx.get(() -> new EmojiPicker(texts, new EmojiMemory(settings), picked::add));
        Button button = Fx.get(() -> new Button("pick"));
        Fx.run(() -> {
            button.setId("pickButton");
            button.setOnAction(_ -> picker.showAbove(button));
            BorderPane.setAlignment(button, Pos.CENTER);
        });
        BorderPane pane = Fx.get(BorderPane::new);
        Fx.run(() -> pane.setBottom(new StackPane(button)));
        hands = Hands.show(pane, 600, 520);
        open();
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void arrowsHomeAndEndMoveTheCursorAndEnterPicks() {
        List<Emoji> smileys = group(0);
        assertEquals(smileys.getFirst(), cursor());
        hands.press(KeyCode.RIGHT);
        hands.press(KeyCode.DOWN);
        assertEquals(smileys.get(1 + COLUMNS), cursor());
        hands.press(KeyCode.END);
        assertEquals(smileys.get(2 * COLUMNS - 1), cursor());
        hands.press(KeyCode.HOME);
        assertEquals(smileys.get(COLUMNS), cursor());
        hands.press(KeyCode.CONTROL, KeyCode.END);
        assertEquals(smileys.getLast(), cursor());
        hands.press(KeyCode.CONTROL, KeyCode.HOME);
        assertEquals(smileys.getFirst(), cursor());
        hands.press(KeyCode.PAGE_DOWN);
        assertEquals(smileys.get(6 * COLUMNS), cursor());
        hands.press(KeyCode.ENTER);
        assertEquals(List.of(smileys.get(6 * COLUMNS).sequence()), picked);
        assertFalse(isOpen());
    }

    @Test
    void upFromTheFirstRowLeadsBackToTheSearch() {
        hands.press(KeyCode.DOWN);
        assertTrue(grid().isFocused());
        hands.press(KeyCode.UP);
        hands.press(KeyCode.UP);
        assertTrue(search().isFocused());
    }

    @Test
    void lettersTypedInTheGridSearch() {
        hands.press(KeyCode.DOWN);
        hands.type("pizza");
        assertEquals("pizza", search().getText());
        assertEquals("🍕", cursor().sequence());
        hands.press(KeyCode.DOWN);
        hands.type("\b");
        assertEquals("pizz", search().getText());
    }

    @Test
    void bothLanguagesFindInEither() {
        hands.type("啤酒");
        assertEquals("🍺", cursor().sequence());
        assertEquals("beer mug", name());
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        Fx.run(search()::clear);
        hands.type("beer");
        assertEquals("🍺", cursor().sequence());
        assertEquals("啤酒", name());
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("🍺"), picked);
    }

    @Test
    void itSaysWhenNothingIsFoundAndPicksNothing() {
        hands.type("zzzz");
        assertEquals(List.of(), places());
        assertTrue(hands.findAll(".nothing").isEmpty());
        Label nothing = (Label) Fx.get(() -> picker.lookup(".nothing"));
        assertEquals(texts.get("emoji.search.nothing"), nothing.getText());
        assertTrue(nothing.isVisible());
        hands.press(KeyCode.ENTER);
        assertEquals(List.of(), picked);
        assertTrue(isOpen());
    }

    @Test
    void groupsAreChosenByKeyboard() {
        hands.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertEquals(group(1).getFirst(), cursor());
        hands.press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(tab(2).isFocused());
        hands.press(KeyCode.END);
        assertEquals(group(8).getFirst(), cursor());
        hands.press(KeyCode.LEFT);
        assertEquals(group(7).getFirst(), cursor());
        assertTrue(tab(8).isSelected());
        hands.press(KeyCode.HOME);
        assertEquals(texts.get("emoji.recent.nothing"), ((Label) Fx.get(() -> picker.lookup(".nothing"))).getText());
    }

    @Test
    void choosingAGroupEndsTheSearch() {
        hands.type("pizza");
        hands.click(tab(9));
        assertEquals("", search().getText());
        assertEquals(group(8).getFirst(), cursor());
    }

    @Test
    void whatWasUsedComesFirstNextTime() {
        hands.type("pizza");
        hands.press(KeyCode.ENTER);
        open();
        hands.type("beer");
        hands.press(KeyCode.ENTER);
        open();
        assertTrue(tab(0).isSelected());
        assertEquals(List.of("🍺", "🍕"), places());
    }

    @Test
    void theSkinToneIsRememberedAndShown() {
        hands.click(tones().get(4));
        hands.type("waving hand");
        assertEquals("👋🏾", cursor().sequence());
        assertEquals("waving hand, Medium-dark skin tone", name());
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("👋🏾"), picked);
        open();
        assertEquals("👋🏾", cursor().sequence());
        assertTrue(((ToggleButton) tones().get(4)).isSelected());
        assertEquals("4", settings.get("skin-tone").orElseThrow());
    }

    @Test
    void aScreenReaderHearsTheNameOfWhatTheCursorIsOn() {
        hands.press(KeyCode.DOWN);
        EmojiGrid grid = grid();
        Node item = (Node) Fx.get(() -> grid.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
        assertEquals(AccessibleRole.BUTTON, item.getAccessibleRole());
        assertEquals(EmojiSaying.name(cursor(), texts), item.getAccessibleText());
        assertEquals("Recently used", tab(0).getAccessibleText());
        assertEquals(AccessibleRole.RADIO_BUTTON, tab(0).getAccessibleRole());
        assertEquals("Dark skin tone", tones().get(5).getAccessibleText());
        assertEquals(EmojiSaying.name(cursor(), texts), search().getAccessibleHelp());
    }

    @Test
    void onlyWhatIsInSightIsANode() {
        hands.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertTrue(group(1).size() > 300);
        assertTrue(places().size() < 12 * COLUMNS, () -> places().size() + " places");
    }

    @Test
    void escapeClosesItFromEverywhere() {
        hands.press(KeyCode.ESCAPE);
        assertFalse(isOpen());
        open();
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.ESCAPE);
        assertFalse(isOpen());
        open();
        hands.press(KeyCode.SHIFT, KeyCode.TAB);
        hands.press(KeyCode.ESCAPE);
        assertFalse(isOpen());
        assertEquals(List.of(), picked);
    }

    @Test
    void whatIsPreparedIsThereBeforeItOpens() {
        EmojiPicker other = Fx.get(() -> new EmojiPicker(texts, new EmojiMemory(settings), picked::add));
        Fx.run(() -> other.prepare(hands.stage().getScene().lookup("#pickButton")));
        assertFalse(Fx.get(() -> other.getScene().getWindow().isShowing()));
        assertTrue(Fx.get(() -> other.lookupAll(".place").size()) >= COLUMNS);
    }

    @Test
    void aClickPicks() {
        hands.click(Fx.get(() -> (Node) picker.lookupAll(".place").toArray()[3]));
        assertEquals(List.of(group(0).get(3).sequence()), picked);
    }

    private void open() {
        hands.click("#pickButton");
    }

    private boolean isOpen() {
        return Fx.get(() -> picker.getScene().getWindow() != null
                && picker.getScene().getWindow().isShowing());
    }

    private static List<Emoji> group(int number) {
        return EmojiSet.get().all().stream()
                .filter(emoji -> emoji.group() == number)
                .toList();
    }

    private EmojiGrid grid() {
        return (EmojiGrid) Fx.get(() -> picker.lookup(".grid"));
    }

    private TextField search() {
        return (TextField) Fx.get(() -> picker.lookup(".text-field"));
    }

    private String name() {
        return ((Label) Fx.get(() -> picker.lookup(".name"))).getText();
    }

    private Emoji cursor() {
        return Objects.requireNonNull(Fx.get(grid()::current));
    }

    private ToggleButton tab(int number) {
        return (ToggleButton)
                Fx.get(() -> ((ToggleRow) picker.lookup(".tabs")).getChildren().get(number));
    }

    private List<Node> tones() {
        return Fx.get(() -> List.copyOf(((ToggleRow) picker.lookup(".tones")).getChildren()));
    }

    private List<String> places() {
        return Fx.get(() -> picker.lookupAll(".place .emoji-view").stream()
                .map(view -> ((EmojiView) view).emoji().sequence())
                .toList());
    }
}
