package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.control.ChatEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who did not get which text, and how to send it to them once more, and to nobody else: a text is never sent to another
 * program than it was written to, nor twice to one that cannot tell that it has it.
 */
final class Retries {

    private final Engine engine;
    private final List<Peer> present;
    private final Map<UUID, List<Peer>> missing = new HashMap<>();

    /** No texts yet; {@code present} are those who are there at each moment. */
    Retries(Engine engine, List<Peer> present) {
        this.engine = engine;
        this.present = present;
    }

    /** A text did not reach {@code peer}. */
    void failed(UUID text, Peer peer) {
        missing.computeIfAbsent(text, _ -> new ArrayList<>()).add(peer);
    }

    /**
     * Sends a text again to those who did not get it and are there.
     *
     * @param seeking whether the one it was written to is being sought, so that it can wait for that one
     * @return whether it is on its way, or waits
     */
    boolean again(ChatEntry.Own text, boolean seeking) {
        Set<UUID> to = receivers(text).stream().map(Peer::id).collect(Collectors.toSet());
        if (to.isEmpty() && !seeking) {
            return false;
        }
        List<Peer> known = missing.getOrDefault(text.id(), new ArrayList<>());
        known.removeIf(peer -> to.isEmpty() || present.stream().anyMatch(here -> isSame(peer, here)));
        engine.sayAgain(text.id(), text.text(), text.time(), to, !text.to().isEmpty());
        return true;
    }

    private List<Peer> receivers(ChatEntry.Own text) {
        List<Peer> known = missing.getOrDefault(text.id(), List.of());
        if (!known.isEmpty()) {
            return present.stream()
                    .filter(here -> known.stream().anyMatch(peer -> isSame(peer, here)))
                    .toList();
        }
        if (!text.to().isEmpty()) {
            return present.stream()
                    .filter(here -> text.to().contains(here.name()))
                    .toList();
        }
        // Of an earlier start it is not known who; who can tell texts apart does not show it twice.
        return present.stream()
                .filter(here -> present.size() == 1 || !here.isQt())
                .toList();
    }

    private static boolean isSame(Peer one, Peer other) {
        UUID identity = one.identity();
        return identity != null
                ? identity.equals(other.identity())
                : other.identity() == null && one.address().equals(other.address());
    }
}
