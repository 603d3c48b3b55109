package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Fx;
import io.lamplink.common.ui.testkit.Hands;
import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.collections.ModifiableObservableListBase;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 200,000 messages cost a frame what a screenful of them costs: counted, because a clock would tell of the machine. */
@ExtendWith(Fx.class)
final class ChatLogSizeTest {

    private static final int MANY = 200_000;

    /** A window of this height has some ten lines in sight; each is looked at a few times a frame, and for its day. */
    private static final int MOST_VISITS = 2_000;

    private static final int MOST_CELLS = 60;

    private final Counted entries = new Counted();

    /** Counts how often a line is looked at. */
    private static final class Counted extends ModifiableObservableListBase<ChatEntry> {
        private final List<ChatEntry> lines = new ArrayList<>();
        private int visits;

        @Override
        public ChatEntry get(int index) {
            visits++;
            return lines.get(index);
        }

        @Override
        public int size() {
            return lines.size();
        }

        @Override
        protected void doAdd(int index, ChatEntry line) {
            lines.add(index, line);
        }

        @Override
        protected ChatEntry doSet(int index, ChatEntry line) {
            return lines.set(index, line);
        }

        @Override
        protected ChatEntry doRemove(int index) {
            return lines.remove(index);
        }
    }

    @Test
    void appendingAndScrollingLookOnlyAtWhatIsInSight() {
        for (int i = 0; i < MANY; i++) {
            entries.lines.add(message(i));
        }
        ChatLog log = Fx.get(() -> new ChatLog(new Texts(Language.ENGLISH, ZoneOffset.UTC)));
        Fx.run(() -> {
            log.todayProperty().set(LocalDate.ofInstant(Samples.NOON, ZoneOffset.UTC));
            log.setItems(entries);
        });
        Hands hands = Hands.show(log, 480, 400);
        try {
            Fx.settle();
            few("to open", () -> {}, hands);
            assertEquals(
                    24,
                    hands.find(Node.class, ".entries .scroll-bar:vertical > .thumb")
                            .getLayoutBounds()
                            .getHeight());
            assertEquals(
                    8,
                    hands.find(Node.class, ".entries .scroll-bar:vertical")
                            .getLayoutBounds()
                            .getWidth());
            few("to append", () -> Fx.run(() -> entries.add(message(MANY))), hands);
            few("to deliver", () -> Fx.run(() -> entries.set(MANY, message(MANY))), hands);
            hands.click(log);
            few("to turn a page", () -> hands.press(KeyCode.PAGE_UP), hands);
            few("to go to the first", () -> hands.press(KeyCode.HOME), hands);
            few("to append out of sight", () -> Fx.run(() -> entries.add(message(MANY + 1))), hands);
            few("to go to the last", () -> hands.press(KeyCode.END), hands);
        } finally {
            hands.close();
        }
    }

    @Test
    void theFirstLayoutIsThatOfTheNewestLines() {
        for (int i = 0; i < MANY; i++) {
            entries.lines.add(message(i));
        }
        List<Integer> laidOut = Fx.get(() -> {
            ChatLog log = new ChatLog(new Texts(Language.ENGLISH, ZoneOffset.UTC));
            log.setItems(entries);
            var _ = new Scene(log, 480, 400);
            log.applyCss();
            log.layout();
            return log.lookupAll(".chat-cell").stream()
                    .filter(Node::isVisible)
                    .map(cell -> ((ChatCell) cell).getIndex())
                    .sorted()
                    .toList();
        });
        assertEquals(MANY - 1, laidOut.getLast(), laidOut::toString);
        assertTrue(laidOut.getFirst() > MANY - MOST_CELLS, laidOut::toString);
    }

    private void few(String what, Runnable action, Hands hands) {
        Fx.run(() -> entries.visits = 0);
        action.run();
        Fx.settle();
        int visits = Fx.get(() -> entries.visits);
        assertTrue(visits < MOST_VISITS, () -> visits + " looks at lines " + what);
        int cells = hands.findAll(".chat-cell").size();
        assertTrue(cells < MOST_CELLS, () -> cells + " cells " + what);
    }

    private static ChatEntry message(int number) {
        return new ChatEntry.Theirs(
                new UUID(1, number), Samples.NOON.minusSeconds(MANY - (long) number), "Mei", "message " + number);
    }
}
