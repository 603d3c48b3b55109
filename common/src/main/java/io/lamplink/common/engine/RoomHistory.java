package io.lamplink.common.engine;

import io.lamplink.common.protocol.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last texts that went to everyone, for those who come late. Not thread-safe. */
final class RoomHistory {
    /** How many texts are kept. */
    static final int MOST_TEXTS = 50;

    /** How many bytes their characters may take, two each; the newest text is kept in any case. */
    static final int MOST_BYTES = 256 * 1024;

    private final Deque<Message.Chat> texts = new ArrayDeque<>();
    private long bytes;

    /** Keeps {@code chat}, and forgets the oldest ones if need be. */
    void add(Message.Chat chat) {
        texts.addLast(new Message.Chat(chat.id(), chat.text(), chat.time(), chat.from(), true, false));
        bytes += bytes(chat);
        while (texts.size() > MOST_TEXTS || (bytes > MOST_BYTES && texts.size() > 1)) {
            bytes -= bytes(texts.removeFirst());
        }
    }

    /** The texts, oldest first, marked as earlier. */
    List<Message.Chat> texts() {
        return List.copyOf(texts);
    }

    private static long bytes(Message.Chat chat) {
        return (long) Character.BYTES * (chat.text().length() + chat.from().length());
    }
}
