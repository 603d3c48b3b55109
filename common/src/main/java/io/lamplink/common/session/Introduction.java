package io.lamplink.common.session;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a peer says of itself. Immutable.
 *
 * @param name what it calls itself, made safe to show; empty if it cannot say
 * @param capabilities what it can do, in the words of docs/protocol.md
 * @param identity by which it is known again when it comes back; null if it cannot say
 */
public record Introduction(
        String name, Set<String> capabilities, @Nullable UUID identity) {
    /** Of a peer whose wire has no introductions. */
    public static final Introduction NONE = new Introduction("", Set.of(), null);

    public Introduction {
        capabilities = Set.copyOf(capabilities);
    }
}
