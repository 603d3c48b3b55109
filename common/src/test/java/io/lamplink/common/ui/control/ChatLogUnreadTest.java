package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Days, the line above what is unread, and the way to the newest. */
final class ChatLogUnreadTest extends ChatLogFixture {

    @Test
    void daysAreWrittenAboveTheirFirstLine() {
        add(at(-2), at(-1), at(-1), at(0));
        assertEquals(List.of("Saturday, November 21, 2026", "Yesterday", "Today"), words(".day-line .word"));
        Fx.run(() -> texts.languageProperty().set(Language.CHINESE));
        Fx.settle();
        assertEquals(List.of("2026年11月21日星期六", "昨天", "今天"), words(".day-line .word"));
    }

    @Test
    void atMidnightTodayBecomesYesterday() {
        add(at(-1), at(0));
        Fx.run(() -> log.todayProperty().set(log.todayProperty().get().plusDays(1)));
        Fx.settle();
        assertEquals(List.of("Sunday, November 22, 2026", "Yesterday"), words(".day-line .word"));
    }

    @Test
    void aDayMovesUpWhenEarlierLinesOfItCome() {
        add(at(-1), at(0));
        Fx.run(() -> entries.addAll(0, List.of(at(-1), at(-1))));
        Fx.settle();
        assertEquals(List.of("Yesterday", "Today"), words(".day-line .word"));
        assertTrue(Fx.get(() -> log.dayAbove(2).isEmpty()));
    }

    @Test
    void whoReadsAboveSeesHowManyHaveComeAndGoesThere() {
        addNumbered(60);
        hands.click(log);
        hands.press(KeyCode.HOME);
        Button toNewest = hands.find(Button.class, ".to-newest");
        assertTrue(toNewest.isVisible());
        assertEquals("Newest", toNewest.getText());
        add(theirs("one"));
        assertEquals("1 new message", toNewest.getText());
        add(theirs("two"), theirs("three"));
        assertEquals("3 new messages", toNewest.getText());
        hands.click(toNewest);
        Fx.settle();
        assertFalse(toNewest.isVisible());
        assertEquals(List.of("New messages"), words(".unread-line .word"));
        assertEquals("one", text(60).flat().between(0, 9));
        add(own("an answer"));
        assertEquals(List.of(), words(".unread-line .word"));
    }

    @Test
    void whatComesWhileAnotherWindowIsInFrontIsUnread() {
        add(theirs("read"));
        assertTrue(Fx.get(() -> log.inFrontProperty().get()));
        Fx.run(() -> {
            log.inFrontProperty().unbind(); // The headless platform takes the keyboard from no window.
            log.inFrontProperty().set(false);
            entries.addAll(theirs("unread"), theirs("too"));
            log.inFrontProperty().set(true);
        });
        Fx.settle();
        assertEquals(List.of("New messages"), words(".unread-line .word"));
        assertTrue(Fx.get(() -> log.isFirstUnread(entries.get(1))));
    }

    @Test
    void aMessageThatIsDeliveredIsNotNew() {
        addNumbered(60);
        ChatEntry.Own own = new ChatEntry.Own(UUID.randomUUID(), Samples.NOON, "hi", List.of(), 1, 0, 0);
        add(own);
        hands.click(log);
        hands.press(KeyCode.HOME);
        Fx.run(() -> entries.set(60, own.deliveredToMore(1)));
        assertEquals("Newest", hands.find(Button.class, ".to-newest").getText());
    }

    private static ChatEntry at(int days) {
        return new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON.plus(Duration.ofDays(days)), "Mei", "hi");
    }
}
