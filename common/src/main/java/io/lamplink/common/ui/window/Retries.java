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
import org.jspecify.annotations.Nullable;

/**
 * Who did not get which text, and how to send it to them once more, and to nobody else: a text is never sent to another
 * program than it was written to. Of texts of earlier starts the history knows who that is.
 */
final class Retries {

    private final Engine engine;
    private final List<Peer> present;
    private final Map<UUID, List<Peer>> missing = new HashMap<>();
    private @Nullable Peer lastGone;

    /** What became of the wish to send a text again. */
    enum Outcome {
        /** It is on its way, or waits. */
        BEGUN,
        /** None of those who did not get it is there. */
        NOBODY_THERE,
        /** It is not known who did not get it. */
        UNKNOWN
    }

    /** No texts yet; {@code present} are those who are there at each moment. */
    Retries(Engine engine, List<Peer> present) {
        this.engine = engine;
        this.present = present;
    }

    /** A text did not reach {@code peer}. */
    void failed(UUID text, Peer peer) {
        missing.computeIfAbsent(text, _ -> new ArrayList<>()).add(peer);
    }

    /** {@code peer} is there no longer. */
    void gone(Peer peer) {
        lastGone = peer;
    }

    /**
     * Sends a text again to those who did not get it and are there.
     *
     * @param seeking whether the one who has gone last is being sought: what was written to that one can wait
     */
    Outcome again(ChatEntry.Own text, boolean seeking) {
        List<Peer> known = missing.getOrDefault(text.id(), new ArrayList<>());
        if (known.isEmpty() && text.missing().isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Set<UUID> to = present.stream()
                .filter(peer -> misses(text, peer))
                .map(Peer::id)
                .collect(Collectors.toSet());
        Peer away = seeking ? lastGone : null;
        if (to.isEmpty() && (away == null || !misses(text, away))) {
            return Outcome.NOBODY_THERE;
        }
        known.removeIf(peer -> to.isEmpty() || present.stream().anyMatch(here -> isSame(peer, here)));
        engine.sayAgain(text.id(), text.text(), text.time(), to, !text.to().isEmpty());
        return Outcome.BEGUN;
    }

    private boolean misses(ChatEntry.Own text, Peer peer) {
        UUID identity = peer.identity();
        return missing.getOrDefault(text.id(), List.of()).stream().anyMatch(one -> isSame(one, peer))
                || (identity != null && text.missing().contains(identity));
    }

    private static boolean isSame(Peer one, Peer other) {
        UUID identity = one.identity();
        return identity != null
                ? identity.equals(other.identity())
                : other.identity() == null && one.address().equals(other.address());
    }
}
