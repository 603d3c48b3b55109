package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caret that blinks keeps the whole window at work. */
@ExtendWith(Fx.class)
final class RestingCaretTest {
    private static final Duration AT_ONCE = Duration.millis(1);
    private static final Duration NEVER = Duration.hours(10);

    private final List<String> told = new ArrayList<>();
    private Hands hands;
    private VBox pane;

    @BeforeEach
    void show() {
        pane = Fx.get(() -> {
            ComboBox<String> choice = new ComboBox<>();
            choice.setEditable(true);
            choice.getEditor().setId("editor");
            choice.setId("choice");
            TextField field = new TextField();
            field.setId("field");
            Button button = new Button("has the keyboard first");
            button.setId("button");
            return new VBox(button, field, choice);
        });
        hands = Hands.show(pane, 300, 200);
    }

    @AfterEach
    void close() {
        hands.close();
    }

    private void restsAfter(Duration time) {
        Fx.run(() -> new RestingCaret(pane.getScene(), time, this::blink));
    }

    private void blink(TextInputControl field, boolean blinks) {
        told.add(field.getId() + (blinks ? " blinks" : " rests"));
    }

    private List<String> told() {
        return Fx.get(() -> List.copyOf(told));
    }

    @Test
    void theCaretRestsWhenNobodyTypesAndBlinksAgainAtTheNextKey() {
        restsAfter(AT_ONCE);
        hands.click("#field");
        Fx.until(() -> told.contains("field rests"));
        Fx.run(told::clear);
        hands.press(KeyCode.A);
        Fx.until(() -> told.equals(List.of("field blinks", "field rests")));
    }

    @Test
    void theFieldOfAChoiceRestsToo() {
        restsAfter(AT_ONCE);
        hands.click("#editor");
        Fx.until(() -> told.contains("editor rests"));
    }

    @Test
    void aFieldThatHasLostTheKeyboardIsLeftAlone() {
        restsAfter(AT_ONCE);
        hands.click("#field");
        Fx.until(() -> told.contains("field rests"));
        hands.click("#button");
        Fx.run(told::clear);
        hands.press(KeyCode.SHIFT);
        Fx.settle();
        assertEquals(List.of(), told());
    }

    @Test
    void beforeItsTimeNothingRests() {
        restsAfter(NEVER);
        hands.click("#field");
        hands.press(KeyCode.A);
        Fx.settle();
        assertEquals(List.of(), told());
    }
}
