package io.lamplink.common.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.security.Pin;
import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Look;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import io.lamplink.common.ui.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The question for a PIN, on a clock that only the test moves. */
@ExtendWith(Fx.class)
final class PinDialogTest {
    private final Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
    private final CompletableFuture<Optional<Pin>> answer = new CompletableFuture<>();
    private volatile Instant now = Instant.EPOCH;
    private volatile Runnable second = () -> {};
    private Hands window;
    private Hands question;

    @BeforeEach
    void open() {
        window = Hands.show(Fx.get(Pane::new), 400, 300);
    }

    @AfterEach
    void close() {
        question.close();
        window.close();
    }

    @Test
    void aPinThatIsTypedAndEnteredIsTheAnswer() {
        ask(Duration.ZERO, "");
        assertTrue(go().isDisabled());
        type("482 913");
        question.press(KeyCode.ENTER);
        assertEquals(Optional.of(new Pin("482913")), answer.join());
    }

    @Test
    void theFieldHasTheFocusAndTheSentenceSaysHowManyDigits() {
        ask(Duration.ZERO, "");
        assertTrue(question.find(TextField.class, "#pinField").isFocused());
        assertEquals("At least 6 digits", hint());
    }

    @Test
    void tooFewDigitsCannotBeEntered() {
        ask(Duration.ZERO, "");
        type("48291");
        question.press(KeyCode.ENTER);
        assertTrue(go().isDisabled());
        assertFalse(answer.isDone());
    }

    @Test
    void whileNoneIsTakenItCountsDown() {
        ask(Duration.ofSeconds(4), "");
        type("482913");
        assertEquals("You can try again in 4 s.", hint());
        assertTrue(go().isDisabled());
        now = Instant.EPOCH.plusSeconds(3);
        Fx.run(() -> second.run());
        assertEquals("You can try again in 1 s.", hint());
        now = Instant.EPOCH.plusSeconds(4);
        Fx.run(() -> second.run());
        assertEquals("At least 6 digits", hint());
        assertFalse(go().isDisabled());
    }

    @Test
    void whatWasNotLookedAtStandsThereAgain() {
        ask(Duration.ofMinutes(5), "482 913");
        assertEquals("You can try again in 5 min.", hint());
        now = Instant.EPOCH.plusSeconds(300);
        Fx.run(() -> second.run());
        question.press(KeyCode.ENTER);
        assertEquals(Optional.of(new Pin("482913")), answer.join());
    }

    @Test
    void escapeGivesNone() {
        ask(Duration.ZERO, "482 913");
        question.press(KeyCode.ESCAPE);
        assertEquals(Optional.empty(), answer.join());
    }

    @Test
    void onASmallScreenItScrollsAndFieldAndButtonsAreInSight() {
        ask(Duration.ofMinutes(5), "482 913", "trust.first.detail", new ScreenRoom(683, 284));
        Scene scene = question.stage().getScene();
        assertTrue(Fx.get(scene::getHeight) <= 284, () -> scene.getHeight() + " high");
        Node field = question.find(Node.class, "#pinField");
        Node sight = question.find(Node.class, ".question-scroll");
        assertTrue(Fx.get(() -> inScene(sight).contains(inScene(field))), "the field");
        Button go = go();
        assertTrue(Fx.get(() -> inScene(go).getMaxY() <= scene.getHeight()), "the button");
        assertTrue(Fx.get(sight::isFocusTraversable));
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void ask(Duration in, String written) {
        ask(in, written, "pin.ask.first", new ScreenRoom(1280, 800));
    }

    private void ask(Duration in, String written, String detail, ScreenRoom room) {
        PinPrompt prompt =
                new PinPrompt(Phrase.of("pin.ask.question", "192.168.1.5:8080"), Phrase.of(detail), in, written);
        Platform.runLater(() ->
                answer.complete(new PinDialog(window.stage(), new Look(Theme.DAYLIGHT), texts, () -> now, room, prompt)
                        .ask((_, work) -> {
                            second = work;
                            return Subscription.EMPTY;
                        })));
        Fx.until(() -> Window.getWindows().stream().anyMatch(PinDialogTest::isQuestion));
        question = new Hands(Fx.get(() -> (Stage) Window.getWindows().stream()
                .filter(PinDialogTest::isQuestion)
                .findFirst()
                .orElseThrow()));
    }

    private void type(String text) {
        TextField field = question.find(TextField.class, "#pinField");
        Fx.run(() -> field.setText(text));
    }

    private String hint() {
        return question.find(Label.class, ".hint").getText();
    }

    private Button go() {
        return question.find(Button.class, ".button.start");
    }

    private static boolean isQuestion(Window window) {
        return window instanceof Stage stage && stage.getModality() != Modality.NONE && stage.isShowing();
    }
}
