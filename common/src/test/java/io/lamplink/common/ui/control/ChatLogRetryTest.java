package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far a message of this side has come, and what to do where it has not arrived. */
final class ChatLogRetryTest extends ChatLogFixture {

    private final List<ChatEntry.Own> again = new ArrayList<>();

    @BeforeEach
    void listen() {
        Fx.run(() -> log.setOnRetry(again::add));
    }

    @Test
    void eachFateHasAMarkWordsAndASentence() {
        add(message(0, 0, 0));
        assertMark(Feather.CHECK, List.of(), "Sent, received by 0 of 1 so far");
        become(message(0, 0, 1));
        assertMark(Feather.CLOCK, List.of("waiting"), "Waits until the other side is back, then goes out by itself");
        become(message(1, 0, 0));
        assertMark(Feather.CHECK, List.of(), "Delivered");
        become(message(0, 1, 0));
        assertMark(
                Feather.ALERT_CIRCLE,
                List.of("not delivered"),
                "Not delivered: the link ended before the message got there. Press Retry to send it again.");
    }

    @Test
    void aMessageThatFailedIsSentAgainByMouse() {
        add(message(0, 1, 0));
        Button retry = (Button) shown(".retry").getFirst();
        assertEquals("Retry", retry.getText());
        assertEquals("Send again: hi", retry.getAccessibleText());
        hands.click(retry);
        assertEquals(List.of(entries.getFirst()), again);
    }

    @Test
    void aMessageThatFailedIsSentAgainByKeyboard() {
        add(theirs("before"), message(0, 1, 0), theirs("after"));
        hands.click(log);
        for (int i = 0; i < 5 && !isFocused(".retry"); i++) {
            hands.press(KeyCode.TAB);
        }
        assertTrue(isFocused(".retry"), "Tab leads to it");
        hands.press(KeyCode.SPACE);
        assertEquals(List.of(entries.get(1)), again);
        ListView<?> list = list();
        assertTrue(Fx.get(list::isFocused), "and the focus stays in the log");
    }

    @Test
    void onlyWhatFailedCanBeSentAgain() {
        add(message(0, 0, 0), message(0, 0, 1), message(1, 0, 0), theirs("hi"));
        assertEquals(List.of(), shown(".retry"));
    }

    private boolean isFocused(String selector) {
        return shown(selector).stream().anyMatch(node -> Fx.get(node::isFocused));
    }

    private void assertMark(Feather icon, List<String> words, String sentence) {
        Node marks = shown(".marks").getFirst();
        assertEquals(sentence, marks.getAccessibleText());
        FontIcon first = (FontIcon) shown(".marks .ikonli-font-icon").getFirst();
        assertEquals(icon, first.getIconCode());
        assertEquals(words, words(".bubble .note"));
    }

    private void become(ChatEntry.Own now) {
        Fx.run(() -> entries.set(0, now));
        Fx.settle();
    }

    private static ChatEntry.Own message(int delivered, int failed, int waiting) {
        return new ChatEntry.Own(UUID.randomUUID(), Samples.NOON, "hi", List.of(), 1, delivered, failed, waiting);
    }
}
