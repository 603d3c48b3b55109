package io.lamplink.common.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lamplink.common.history.HistoryQueue.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class HistoryQueueTest {
    private final HistoryQueue queue = new HistoryQueue();

    @Test
    void changesComeInBatchesInTheirOrderAndRequestsAfterThem() throws Exception {
        for (int i = 0; i < 1_200; i++) {
            queue.add(change(i));
        }
        queue.ask(() -> {});
        List<HistoryChange> taken = new ArrayList<>();
        for (int size : new int[] {500, 500, 200}) {
            Work.Batch batch = assertInstanceOf(Work.Batch.class, queue.take(0, true));
            assertEquals(size, batch.changes().size());
            taken.addAll(batch.changes());
        }
        assertEquals(change(0), taken.getFirst());
        assertEquals(change(1_199), taken.getLast());
        assertInstanceOf(Work.Request.class, queue.take(0, true));
        assertInstanceOf(Work.Nothing.class, queue.take(0, true));
    }

    @Test
    void requestsAreTakenWhileNothingCanBeWritten() throws Exception {
        queue.add(change(1));
        queue.ask(() -> {});
        assertInstanceOf(Work.Request.class, queue.take(0, false));
        assertInstanceOf(Work.Nothing.class, queue.take(0, false));
        assertInstanceOf(Work.Batch.class, queue.take(0, true));
    }

    @Test
    void whatFindsNoRoomIsLostAndCounted() throws Exception {
        for (int i = 0; i < HistoryQueue.MOST_CHANGES + 3; i++) {
            queue.add(change(i));
        }
        assertEquals(3, queue.takeLost());
        assertEquals(0, queue.takeLost());
        queue.take(0, true);
        queue.add(change(0));
        assertEquals(0, queue.takeLost());
    }

    @Test
    void longTextsTakeMoreRoom() {
        String text = "x".repeat(HistoryQueue.MOST_CHARACTERS / 3);
        for (int i = 0; i < 5; i++) {
            queue.add(new HistoryChange.Happened(HistoryFixture.heard(i + text)));
        }
        assertEquals(3, queue.takeLost());
    }

    @Test
    void theEndComesAfterWhatWaits() throws Exception {
        queue.add(change(1));
        queue.close();
        queue.add(change(2));
        assertFalse(queue.ask(() -> {}));
        assertInstanceOf(Work.Batch.class, queue.take(Long.MAX_VALUE, true));
        assertInstanceOf(Work.End.class, queue.take(Long.MAX_VALUE, true));
    }

    private static HistoryChange change(int number) {
        return new HistoryChange.Failed(new UUID(0, number));
    }
}
