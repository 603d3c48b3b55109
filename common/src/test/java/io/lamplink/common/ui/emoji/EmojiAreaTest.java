package io.lamplink.common.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Fx.class)
final class EmojiAreaTest {

    private EmojiArea area;
    private Hands hands;

    @BeforeEach
    void show() {
        area = Fx.get(EmojiArea::new);
        Fx.run(() -> area.setWrapText(true));
        hands = Hands.show(Fx.get(() -> new BorderPane(area)), 300, 200);
        Fx.run(area::requestFocus);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    @Test
    void emojiAreInColourWhileTheyAreWritten() {
        write("hi 😀 👋🏽 🇨🇳 1️⃣ ☎ 12");
        assertEquals(List.of("😀", "👋🏽", "🇨🇳", "1️⃣"), pictures());
        write("a family 👨‍👩‍👧‍👦 and 👩‍💻 then 😀\nand 😀");
        assertEquals(List.of("👨‍👩‍👧‍👦", "👩‍💻", "😀", "😀"), pictures());
        write("none");
        assertEquals(List.of(), pictures());
    }

    @Test
    void aPictureTakesItsPlaceBetweenTheLetters() {
        write("ab👨‍👩‍👧‍👦cd");
        double start = caretAt(2);
        double end = caretAt("ab👨‍👩‍👧‍👦".length());
        EmojiView view = views().getFirst();
        Bounds picture = Fx.get(() -> view.localToScene(view.getLayoutBounds()));
        assertTrue(end - start > 12 && end - start < 20, () -> start + " to " + end);
        assertEquals((start + end) / 2, picture.getCenterX(), 1.5);
    }

    @Test
    void theTextIsWhatWasWrittenAndIsCopiedSo() {
        write("hi 👩‍💻!");
        assertEquals("hi 👩‍💻!", area.getText());
        Fx.run(() -> {
            area.selectAll();
            area.copy();
        });
        assertEquals("hi 👩‍💻!", Fx.get(() -> Clipboard.getSystemClipboard().getString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "👋🏽", "👨‍👩‍👧‍👦", "🇨🇳", "1️⃣", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⌚"})
    void anEmojiIsOneCharacterForTheKeyboard(String emoji) {
        write("a" + emoji + "b");
        Fx.run(() -> area.positionCaret(0));
        assertEquals(List.of(1, 1 + emoji.length(), 2 + emoji.length()), steps(KeyCode.RIGHT));
        assertEquals(List.of(1 + emoji.length(), 1, 0), steps(KeyCode.LEFT));
        hands.press(KeyCode.RIGHT);
        hands.press(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(emoji, area.getSelectedText());
        Fx.run(() -> area.positionCaret(1 + emoji.length()));
        hands.press(KeyCode.BACK_SPACE);
        assertEquals("ab", area.getText());
        Fx.run(area::undo);
        assertEquals("a" + emoji + "b", area.getText());
        Fx.run(() -> area.positionCaret(1));
        hands.press(KeyCode.DELETE);
        assertEquals("ab", area.getText());
    }

    @Test
    void theCursorNeverStandsInsideAnEmoji() {
        write("a👨‍👩‍👧‍👦b");
        for (int i = 0; i <= area.getLength(); i++) {
            int index = i;
            Fx.run(() -> area.positionCaret(index));
            assertTrue(List.of(0, 1, 12, 13).contains(area.getCaretPosition()), () -> "at " + area.getCaretPosition());
        }
        Fx.run(() -> area.selectRange(0, 5));
        assertEquals("a👨‍👩‍👧‍👦", area.getSelectedText());
    }

    @Test
    void aRowOfEmojiWrapsBetweenThem() {
        write("👩‍💻".repeat(60));
        List<Bounds> places = views().stream()
                .map(view -> Fx.get(() -> view.localToScene(view.getLayoutBounds())))
                .toList();
        assertEquals(60, places.size());
        assertTrue(places.stream().map(Bounds::getMinY).distinct().count() > 3, places::toString);
        Bounds field = Fx.get(() -> area.localToScene(area.getLayoutBounds()));
        places.forEach(place ->
                assertTrue(place.getMinX() >= 7 && place.getMaxX() <= field.getMaxX() - 3, place + " in " + field));
    }

    private List<Integer> steps(KeyCode key) {
        return List.of(0, 1, 2).stream()
                .map(_ -> {
                    hands.press(key);
                    return area.getCaretPosition();
                })
                .toList();
    }

    private double caretAt(int index) {
        Fx.run(() -> area.positionCaret(index));
        Fx.settle();
        return Fx.get(() -> area.localToScene(area.caretBounds().orElseThrow()).getCenterX());
    }

    private void write(String text) {
        Fx.run(() -> area.setText(text));
        Fx.settle();
    }

    private List<EmojiView> views() {
        return hands.findAll(".emoji-overlay .emoji-view").stream()
                .map(EmojiView.class::cast)
                .toList();
    }

    private List<String> pictures() {
        return views().stream().map(view -> view.emoji().sequence()).toList();
    }
}
