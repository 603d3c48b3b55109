package io.lamplink.common.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message for many peers, encoded once for each kind of wire and not for each peer. Only for messages that a dialect
 * encodes without regard to what went before: texts, news of the room, and who writes. May be used from any thread.
 */
public final class SharedMessage {
    private final Message message;
    private final Map<String, List<SharedFrame>> frames = new HashMap<>();

    /** A text for many. */
    public SharedMessage(Message.Chat chat) {
        this.message = chat;
    }

    /** News for many. */
    public SharedMessage(Message.Room room) {
        this.message = room;
    }

    /** That somebody writes, for many. */
    public SharedMessage(Message.Typing typing) {
        this.message = typing;
    }

    /** What is said. */
    public Message message() {
        return message;
    }

    /** The frames that say it on the wire of {@code dialect}; none where that has no word for it. */
    public synchronized List<SharedFrame> frames(Dialect dialect) {
        return frames.computeIfAbsent(
                dialect.traits().name(),
                _ -> dialect.encode(message).stream().map(SharedFrame::new).toList());
    }
}
