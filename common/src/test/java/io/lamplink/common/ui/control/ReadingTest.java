package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages stand where somebody who reads them begins to read. */
@ExtendWith(Fx.class)
final class ReadingTest {
    private static final double WIDTH = 400;

    private final SelectableText text = Fx.get(() -> new SelectableText(18, 40));
    private Hands hands;

    @BeforeEach
    void show() {
        hands = Hands.show(Fx.get(() -> new StackPane(text)), WIDTH, 200);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    private Bounds shown(String words) {
        Fx.run(() -> text.show(SafeText.lines(words), List.of()));
        Fx.settle();
        return Fx.get(() -> {
            Node first = text.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            return first.localToScene(first.getBoundsInLocal());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום, מה נשמע?", "مرحبا بالعالم", "שלום Mei, 12:30!", "… (שלום)", "\u200Fשלום"})
    void hebrewAndArabicStandAtTheRight(String words) {
        Bounds bounds = shown(words);
        assertEquals(WIDTH, bounds.getMaxX(), 2);
        assertTrue(bounds.getMinX() > WIDTH / 2, bounds::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "Hello שלום", "你好", "12:30 – 14:00", "https://example.org/שלום"})
    void othersStandAtTheLeft(String words) {
        assertEquals(0, shown(words).getMinX(), 2);
    }

    @Test
    void theNextMessageIsReadItsOwnWay() {
        shown("שלום");
        assertEquals(0, shown("Hello").getMinX(), 2);
    }

    @Test
    void whatTurnsTheDirectionAroundIsAMark() {
        assertEquals(0, shown("\u202EHello\u202C exe.pdf").getMinX(), 2);
        assertEquals("[U+202E]Hello[U+202C] exe.pdf", text.getAccessibleText());
    }

    @Test
    void whatIsReadFromTheRightIsSelectedFromTheRight() {
        shown("שלום עולם");
        int one = Fx.get(() -> text.placeAt(new Point2D(1, 8)));
        int other = Fx.get(() -> text.placeAt(new Point2D(WIDTH - 1, 8)));
        assertEquals("שלום עולם", text.flat().between(Math.min(one, other), Math.max(one, other)));
    }
}
