package io.lamplink.common.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomHistoryTest {
    private final RoomHistory history = new RoomHistory();

    private static Message.Chat chat(int number, String text) {
        return new Message.Chat(new UUID(0, number), text, Instant.ofEpochSecond(number), "Ann", false, false);
    }

    @Test
    void textsKeepTheirOrderTimesAndWritersAndAreEarlier() {
        history.add(chat(1, "one"));
        history.add(chat(2, "two"));
        assertEquals(
                List.of(
                        new Message.Chat(new UUID(0, 1), "one", Instant.ofEpochSecond(1), "Ann", true, false),
                        new Message.Chat(new UUID(0, 2), "two", Instant.ofEpochSecond(2), "Ann", true, false)),
                history.texts());
    }

    @Test
    void onlyTheLastFiftyAreKept() {
        for (int i = 0; i < 120; i++) {
            history.add(chat(i, "text " + i));
        }
        List<Message.Chat> texts = history.texts();
        assertEquals(50, texts.size());
        assertEquals("text 70", texts.getFirst().text());
        assertEquals("text 119", texts.getLast().text());
    }

    @Test
    void longTextsAreFewer() {
        for (int i = 0; i < 20; i++) {
            history.add(chat(i, "x".repeat(30_000)));
        }
        List<Message.Chat> texts = history.texts();
        assertEquals(4, texts.size());
        assertEquals(new UUID(0, 19), texts.getLast().id());
        assertTrue(texts.stream().mapToLong(text -> 2L * text.text().length()).sum() <= RoomHistory.MOST_BYTES);
    }
}
