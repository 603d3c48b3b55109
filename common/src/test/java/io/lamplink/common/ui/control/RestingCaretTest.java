package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
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
    private static final Duration LONG = Duration.hours(10);

    /** It passes when a test says so, and not before. */
    private final PauseTransition time = new PauseTransition(LONG);

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
        Fx.run(() -> new RestingCaret(pane.getScene(), time, this::blink));
    }

    @AfterEach
    void close() {
        hands.close();
    }

    private boolean timeRuns() {
        return Fx.get(time::getStatus) == Animation.Status.RUNNING;
    }

    private void timePasses() {
        assertTrue(timeRuns(), "nobody waits to let a caret rest");
        Fx.run(() -> {
            time.stop();
            time.getOnFinished().handle(new ActionEvent());
        });
    }

    private void blink(TextInputControl field, boolean blinks) {
        told.add(field.getId() + (blinks ? " blinks" : " rests"));
    }

    private List<String> told() {
        return Fx.get(() -> List.copyOf(told));
    }

    @Test
    void theCaretRestsWhenNobodyTypesAndBlinksAgainAtTheNextKey() {
        hands.click("#field");
        assertEquals(List.of(), told());
        timePasses();
        assertEquals(List.of("field rests"), told());
        hands.press(KeyCode.A);
        assertEquals(List.of("field rests", "field blinks"), told());
        timePasses();
        assertEquals(List.of("field rests", "field blinks", "field rests"), told());
    }

    @Test
    void eachKeyAndEachClickBeginTheTimeAnew() {
        hands.click("#field");
        for (Runnable stir : List.<Runnable>of(() -> hands.press(KeyCode.A), () -> hands.click("#field"))) {
            Fx.run(() -> time.jumpTo(LONG.divide(2)));
            stir.run();
            assertTrue(Fx.get(time::getCurrentTime).lessThan(LONG.divide(4)));
        }
        assertEquals(List.of(), told());
    }

    @Test
    void theFieldOfAChoiceRestsToo() {
        hands.click("#editor");
        timePasses();
        assertEquals(List.of("editor rests"), told());
    }

    @Test
    void aFieldThatHasLostTheKeyboardIsLeftAlone() {
        hands.click("#field");
        timePasses();
        hands.click("#button");
        assertFalse(timeRuns());
        Fx.run(told::clear);
        hands.press(KeyCode.SHIFT);
        assertEquals(List.of(), told());
    }

    @Test
    void forAWindowThatHasClosedNoTimeRuns() {
        hands.click("#field");
        assertTrue(timeRuns());
        hands.close();
        assertFalse(timeRuns(), "it would keep the window in memory");
    }
}
