package io.lamplink.common.ui.control;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which message is the first that came while nobody looked, and how many have come since. The first one stays marked when
 * somebody looks again, so that they find where they were, until the next time or until they answer.
 */
final class Unread {
    private boolean looking = true;
    private boolean seen;
    private int count;
    private @Nullable UUID first;

    /** Whether somebody sees the newest lines, from now on. */
    void look(boolean now) {
        looking = now;
        if (now) {
            seen = true;
            count = 0;
        }
    }

    /** Lines came after all others; answers whether another one is marked now. */
    boolean came(List<? extends ChatEntry> lines) {
        UUID before = first;
        lines.forEach(this::came);
        return before == null ? first != null : !before.equals(first);
    }

    private void came(ChatEntry line) {
        if (line instanceof ChatEntry.Own) {
            first = null;
        } else if (!looking && line instanceof ChatEntry.Theirs) {
            if (first == null || seen) {
                first = line.id();
                seen = false;
            }
            count++;
        }
    }

    /** There are no lines any more. */
    void clear() {
        first = null;
        count = 0;
    }

    /** How many messages have come since nobody looks; 0 while somebody does. */
    int count() {
        return count;
    }

    /** Whether this is the first that came while nobody looked. */
    boolean isFirst(ChatEntry line) {
        return line.id().equals(first);
    }
}
