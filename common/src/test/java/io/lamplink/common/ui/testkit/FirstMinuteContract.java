package io.lamplink.common.ui.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Who opens the window for the first time knows what to press. */
public abstract class FirstMinuteContract<E extends FakeEngine> extends WindowFixture<E> {
    private final String start;

    /**
     * A contract for a window.
     *
     * @param start the button that listens or connects
     */
    protected FirstMinuteContract(PlayedProgram<E> program, String start) {
        super(program);
        this.start = start;
    }

    @Test
    void theButtonToPressFirstHasTheKeyboardAndIsTheDefaultOne() {
        Button button = hands().find(Button.class, start);
        assertTrue(button.isFocused());
        assertEquals(List.of(button), defaults());
        assertTrue(said().contains("press " + button.getText().toLowerCase(Locale.ROOT)), said());
    }

    @Test
    void onceConnectedEnterSends() {
        connect();
        assertEquals(List.of(), defaults(), "there is nothing to send yet");
        hands().click("#messageField");
        hands().type("Hello");
        assertEquals(List.of(hands().find(Button.class, "#sendButton")), defaults());
        Fx.run(node(".rail")::requestFocus);
        hands().press(KeyCode.ENTER);
        assertEquals("Hello", engine.said.getFirst().text());
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        hands().press(KeyCode.CONTROL, KeyCode.F);
        hands().type("nothing like it");
        assertEquals("Nothing found", word("#searchPosition"));
    }

    @Test
    void whatIsWrongWithTheFieldsIsSaidWithWhatToDo() {
        TextField port = hands().find(TextField.class, "#portField");
        Fx.run(() -> port.setText("0x50"));
        hands().press(KeyCode.ENTER);
        Label problem = hands().find(Label.class, ".form-problem");
        assertTrue(problem.isVisible());
        assertTrue(problem.getText().contains("must be a number from 1 to 65535"), problem.getText());
    }

    private List<Button> defaults() {
        return hands().findAll(".button").stream()
                .filter(node -> node instanceof Button button && button.isDefaultButton() && !button.isDisabled())
                .map(Button.class::cast)
                .toList();
    }

    private String said() {
        return hands().findAll(".label").stream()
                .map(label -> String.valueOf(((Labeled) label).getText()).toLowerCase(Locale.ROOT))
                .toList()
                .toString();
    }
}
