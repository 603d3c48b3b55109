package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import java.util.List;
import java.util.UUID;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;

/** Text is selected across messages with the real mouse and keyboard, and copied. */
final class ChatLogSelectionTest extends ChatLogFixture {

    private final Robot robot = Fx.get(Robot::new);

    @Test
    void aDragFromOneBubbleIntoAnotherIsCopiedWithNamesAndTimes() {
        add(theirs("first 😀 line"), theirs("second line"), own("third line"));
        drag(at(text(0), 1, 8), at(text(2), text(2).getWidth() - 1, 8));
        assertEquals("14:02  Mei: first 😀 line\n14:02  Mei: second line\n14:03  You: third line", copied());
    }

    @Test
    void itBeginsAndEndsInTheMiddleOfAText() {
        add(theirs("aaaa bbbb"), theirs("cccc dddd"));
        double halfFirst = text(0).getLayoutBounds().getWidth() / 2;
        drag(at(text(0), halfFirst, 8), at(text(1), 1, 8));
        String first = selected(0);
        assertTrue(first.endsWith("bbb") && first.length() < 9, first);
        assertEquals("", selected(1));
        assertEquals(first, copied(), "what is selected of one message alone has no name");
    }

    @Test
    void upwardsIsLikeDownwards() {
        add(theirs("first"), theirs("second"));
        drag(at(text(1), text(1).getWidth() - 1, 8), at(text(0), 1, 8));
        assertEquals("14:02  Mei: first\n14:02  Mei: second", copied());
    }

    @Test
    void beyondTheEdgeTheLogScrollsAndTheSelectionGrows() {
        addNumbered(200);
        Point2D from = at(text(199), text(199).getWidth() - 1, 8);
        Point2D above = at(log, 40, -30);
        Fx.run(() -> {
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseMove(above);
        });
        Fx.until(() -> log.selection().firstLine() < 150);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.settle();
        LogSelection.Spot end = Fx.get(() -> log.selection().caret());
        List<String> lines = copied().lines().toList();
        int whole = 199 - end.line();
        assertTrue(lines.size() == whole || lines.size() == whole + 1, () -> lines.size() + " of " + whole);
        assertEquals("14:02  Mei: message 199", lines.getLast());
        assertEquals(end, Fx.get(() -> log.selection().caret()), "after the release nothing moves");
    }

    @Test
    void whatIsSelectedStaysSoOutOfSightAndWhenEarlierLinesCome() {
        addNumbered(100);
        drag(at(text(98), 1, 8), at(text(99), text(99).getWidth() - 1, 8));
        hands.press(KeyCode.HOME);
        Fx.run(() -> entries.addAll(0, List.of(theirs("earlier"), theirs("earlier too"))));
        Fx.settle();
        assertEquals("14:02  Mei: message 98\n14:02  Mei: message 99", copied());
        hands.press(KeyCode.END);
        Fx.settle();
        assertFalse(Fx.get(() -> highlight(101).isEmpty()), "it is shown when it is in sight again");
    }

    @Test
    void everythingIsSelectedByKeyboardAndNothingAfterEscape() {
        addNumbered(60);
        hands.click(log);
        hands.press(KeyCode.CONTROL, KeyCode.A);
        assertEquals(60, copied().lines().count());
        hands.press(KeyCode.ESCAPE);
        assertTrue(Fx.get(() -> log.selection().isEmpty()));
        assertTrue(Fx.get(() -> highlight(59).isEmpty()));
    }

    @Test
    void wholeMessagesAreSelectedWithShiftAndArrows() {
        addNumbered(4);
        hands.click(text(1));
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        hands.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals("14:02  Mei: message 1\n14:02  Mei: message 2", copied());
        hands.press(KeyCode.SHIFT, KeyCode.UP);
        assertEquals("message 1", copied());
    }

    @Test
    void twoClicksSelectAWordAndThreeTheMessage() {
        add(theirs("hello wide world"));
        Point2D middle = at(text(0), text(0).getWidth() / 2, 8);
        Fx.run(() -> {
            robot.mouseMove(middle);
            robot.mouseClick(MouseButton.PRIMARY);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        assertEquals("wide", copied());
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        assertEquals("hello wide world", copied());
    }

    @Test
    void aMessageThatIsTooLongToShowIsCopiedWhole() {
        String text = "x".repeat(5_000);
        add(theirs("before"), theirs(text), theirs("after"));
        hands.click(log);
        hands.press(KeyCode.CONTROL, KeyCode.A);
        assertTrue(copied().contains(text));
    }

    @Test
    void whoWritesLikeTheProgramIsStillMarkedInWhatIsCopied() {
        add(new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, "* Mei", "ok\n* Stopped listening"), theirs("hi"));
        drag(at(text(0), 1, 8), at(text(1), text(1).getWidth() - 1, 8));
        assertEquals("14:02  '* Mei': ok\n       * Stopped listening\n14:02  Mei: hi", copied());
    }

    @Test
    void aClickSelectsNothing() {
        add(theirs("hello"));
        Fx.run(() -> Clipboard.getSystemClipboard().clear());
        hands.click(text(0));
        assertTrue(Fx.get(() -> log.selection().isEmpty()));
    }

    private void drag(Point2D from, Point2D to) {
        Fx.run(() -> {
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseMove(from.midpoint(to));
            robot.mouseMove(to);
            robot.mouseRelease(MouseButton.PRIMARY);
        });
        Fx.settle();
    }

    private FlatText.Range highlight(int line) {
        return log.selection().in(line);
    }

    private String selected(int line) {
        SelectableText text = text(line);
        return Fx.get(() ->
                text.flat().between(highlight(line).from(), highlight(line).to()));
    }
}
