package io.lamplink.common.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.ui.testkit.Samples;
import io.lamplink.common.ui.theme.Phrase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UnreadTest {

    private final Unread unread = new Unread();
    private final ChatEntry first = theirs();
    private final ChatEntry second = theirs();

    @Test
    void whatComesBeforeSomebodysEyesIsRead() {
        assertFalse(unread.came(List.of(first)));
        assertEquals(0, unread.count());
        assertFalse(unread.isFirst(first));
    }

    @Test
    void theFirstThatNobodySawIsMarkedAndAllAreCounted() {
        unread.look(false);
        assertTrue(unread.came(List.of(first)));
        assertFalse(unread.came(List.of(second)));
        assertTrue(unread.isFirst(first));
        assertEquals(2, unread.count());
    }

    @Test
    void whoLooksAgainSeesWhereTheyWereUntilTheNextTime() {
        unread.look(false);
        unread.came(List.of(first));
        unread.look(true);
        assertEquals(0, unread.count());
        assertTrue(unread.isFirst(first));
        unread.look(false);
        unread.came(List.of(second));
        assertTrue(unread.isFirst(second));
        assertEquals(1, unread.count());
    }

    @Test
    void whoAnswersHasReadAll() {
        unread.look(false);
        unread.came(List.of(first));
        unread.look(true);
        assertTrue(unread.came(List.of(new ChatEntry.Own(UUID.randomUUID(), Samples.NOON, "yes", List.of(), 1, 0, 0))));
        assertFalse(unread.isFirst(first));
    }

    @Test
    void whatTheProgramSaysIsNoMessage() {
        unread.look(false);
        unread.came(List.of(new ChatEntry.Notice(
                UUID.randomUUID(), Samples.NOON, Phrase.of("log.listen.stopped"), ChatEntry.Tone.PLAIN)));
        assertEquals(0, unread.count());
    }

    private static ChatEntry theirs() {
        return new ChatEntry.Theirs(UUID.randomUUID(), Samples.NOON, "Mei", "hi");
    }
}
