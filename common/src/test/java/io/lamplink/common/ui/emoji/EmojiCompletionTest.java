package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.control.Composer;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Settings;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Fx.class)
final class EmojiCompletionTest {

    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final Settings settings = Settings.inMemory();
    private final List<String> sent = new ArrayList<>();
    private final List<KeyCode> seenByWindow = new ArrayList<>();
    private Hands hands;
    private TextArea field;

    @BeforeEach
    void show() {
        Composer composer = Fx.get(() -> new Composer(texts, settings));
        BorderPane pane = Fx.get(BorderPane::new);
        Fx.run(() -> {
            composer.sendableProperty().set(true);
            composer.setOnSend(() -> {
                sent.add(composer.textProperty().get());
                composer.textProperty().set("");
            });
            pane.setBottom(composer);
        });
        Fx.run(() -> pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> seenByWindow.add(event.getCode())));
        hands = Hands.show(pane, 600, 480);
        field = hands.find(TextArea.class, "#messageField");
        Fx.run(composer::focusText);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void whatIsMeantIsOfferedWhileItIsWritten() {
        hands.type("hello :s");
        assertEquals(List.of(), offered());
        hands.type("mi");
        assertEquals("😄", offered().getFirst());
        assertTrue(
                offered().size() > 2 && offered().size() <= 7, () -> offered().toString());
        assertTrue(field.getAccessibleHelp().contains("grinning face with smiling eyes"), field::getAccessibleHelp);
        hands.press(KeyCode.ENTER);
        assertEquals("hello 😄", field.getText());
        assertEquals(List.of(), offered());
        assertEquals(List.of(), sent, "Enter took the emoji and sent nothing");
        assertEquals("", field.getAccessibleHelp());
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("hello 😄"), sent);
    }

    @Test
    void arrowsChooseAndTabTakes() {
        hands.type(":smi");
        String second = offered().get(1);
        String last = offered().getLast();
        hands.press(KeyCode.UP);
        assertEquals(last, chosen());
        hands.press(KeyCode.DOWN);
        hands.press(KeyCode.DOWN);
        assertEquals(second, chosen());
        hands.press(KeyCode.TAB);
        assertEquals(second, field.getText());
        assertTrue(field.isFocused());
    }

    @Test
    void escapeClosesItUntilTheNextWord() {
        hands.type(":smi");
        hands.press(KeyCode.ESCAPE);
        assertEquals(List.of(), seenByWindow, "where Escape means something else");
        assertEquals(List.of(), offered());
        hands.type("l");
        assertEquals(List.of(), offered());
        hands.type(" :smi");
        assertTrue(offered().contains("😄"));
        assertEquals(":smil :smi", field.getText());
    }

    @Test
    void aWholeWordBetweenColonsIsReplacedAndUndoGivesItBack() {
        hands.type("a :smile:");
        assertEquals("a 😄", field.getText());
        Fx.run(field::undo);
        assertEquals("a :smile:", field.getText());
        Fx.run(field::redo);
        assertEquals("a 😄", field.getText());
        hands.type(" :nothing_like_this: :thumbsup:");
        assertEquals("a 😄 :nothing_like_this: 👍", field.getText());
    }

    @Test
    void chineseWordsAreCompletedInEitherLanguage() {
        hands.type("好的 :啤酒");
        assertEquals("🍺", offered().getFirst());
        hands.press(KeyCode.ENTER);
        assertEquals("好的 🍺", field.getText());
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        hands.type(":大笑");
        assertEquals("😄", offered().getFirst());
        hands.type(":");
        assertEquals("好的 🍺😄", field.getText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://smile", "at 12:30", "std::smile", "note:smile", ":D", ":30", "注意:笑", ":zzzzz"})
    void nothingIsOfferedInsideOtherTexts(String text) {
        hands.type(text);
        assertEquals(List.of(), offered());
        hands.press(KeyCode.ENTER);
        assertEquals(List.of(text), sent);
    }

    @Test
    void aTimeBetweenColonsIsNoEmoji() {
        hands.type("12:30:45 and a:smile:");
        assertEquals("12:30:45 and a:smile:", field.getText());
    }

    @Test
    void itIsTakenInTheSkinToneThatWasChosenAndRemembered() {
        settings.put("skin-tone", "3");
        hands.type(":wave:");
        assertEquals("👋🏽", field.getText());
        assertEquals("👋🏽", settings.get("recent-emoji").orElseThrow());
        hands.type(":wav");
        assertEquals("👋🏽", offered().getFirst());
    }

    @Test
    void itCanBeClicked() {
        hands.type(":smi");
        Node second = rows().get(1);
        hands.click(second);
        assertEquals(List.of(), offered());
        assertTrue(EmojiSet.get().find(field.getText()).isPresent(), field::getText);
        assertTrue(field.isFocused());
    }

    @Test
    void leavingTheWordClosesIt() {
        hands.type(":smi");
        hands.press(KeyCode.LEFT);
        assertEquals(List.of(), offered());
        hands.press(KeyCode.RIGHT);
        assertEquals(List.of(), offered(), "who only passes is offered nothing");
        hands.press(KeyCode.ENTER);
        assertEquals(List.of(":smi"), sent);
    }

    private List<Node> rows() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Popup && window.isShowing())
                .flatMap(window -> window.getScene().getRoot().lookupAll(".emoji-completion > .row").stream())
                .toList());
    }

    private List<String> offered() {
        return rows().stream().map(EmojiCompletionTest::emoji).toList();
    }

    private String chosen() {
        return rows().stream()
                .filter(row -> row.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("chosen")))
                .map(EmojiCompletionTest::emoji)
                .findFirst()
                .orElseThrow();
    }

    private static String emoji(Node row) {
        return ((EmojiView) row.lookup(".emoji-view")).emoji().sequence();
    }
}
