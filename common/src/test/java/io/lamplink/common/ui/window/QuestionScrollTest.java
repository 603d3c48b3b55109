package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import java.util.Collections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A question on a screen of 683 x 384, as one of 1366 x 768 has at a scale of 200 %. */
@ExtendWith(Fx.class)
final class QuestionScrollTest {
    private static final ScreenRoom SMALL = new ScreenRoom(683, 384);

    private final DialogPane pane = Fx.get(DialogPane::new);

    private Hands ask(int sentences) {
        Label label = Fx.get(Label::new);
        Fx.run(() -> {
            label.setText(
                    String.join(" ", Collections.nCopies(sentences, "Whoever reads the other screen compares it.")));
            label.setWrapText(true);
            pane.getStyleClass().add("question");
            pane.setHeaderText("Is this the server?");
            pane.setContent(new QuestionScroll(new VBox(label), "Is this the server?", SMALL));
            pane.getButtonTypes().setAll(ButtonType.OK, ButtonType.CANCEL);
        });
        double height = Fx.get(() -> {
            VBox around = new VBox(pane);
            new Scene(around).getRoot().applyCss();
            double needed = pane.prefHeight(440);
            around.getChildren().clear();
            return needed;
        });
        return Hands.show(pane, 440, Math.min(height, SMALL.height()));
    }

    private QuestionScroll scroll(Hands hands) {
        return hands.find(QuestionScroll.class, ".question-scroll");
    }

    @Test
    void aLongQuestionScrollsByKeyboardAndItsButtonsStayInSight() {
        Hands hands = ask(40);
        QuestionScroll scroll = scroll(hands);
        Node button = Fx.get(() -> (Button) pane.lookupButton(ButtonType.OK));
        Bounds place = Fx.get(() -> button.localToScene(button.getLayoutBounds()));
        assertTrue(place.getMaxY() <= SMALL.height(), place::toString);
        assertTrue(Fx.get(scroll::isFocusTraversable));
        Fx.run(scroll::requestFocus);
        assertEquals(0, Fx.get(scroll::getVvalue));
        hands.press(KeyCode.PAGE_DOWN);
        assertTrue(Fx.get(scroll::getVvalue) > 0);
        hands.close();
    }

    @Test
    void aShortOneIsWholeAndNoStopOfTheKeyboard() {
        Hands hands = ask(2);
        QuestionScroll scroll = scroll(hands);
        assertFalse(Fx.get(scroll::isFocusTraversable));
        assertTrue(Fx.get(() -> scroll.getViewportBounds().getHeight()
                >= scroll.getContent().getLayoutBounds().getHeight() - 1));
        hands.close();
    }
}
