package io.lamplink.common.ui.window;

import io.lamplink.common.engine.Peer;
import io.lamplink.common.engine.PeerStatistics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the last figures said of the links to those who are there. */
final class PeerFigures {

    private final Map<UUID, Duration> roundTrips = new HashMap<>();
    private final Set<UUID> encrypted = new HashSet<>();

    void take(List<PeerStatistics> figures) {
        for (PeerStatistics one : figures) {
            if (!one.roundTrips().isEmpty()) {
                roundTrips.put(one.peer().id(), one.roundTrips().getLast());
            }
            if (one.encrypted()) {
                encrypted.add(one.peer().id());
            }
        }
    }

    void forget(UUID peer) {
        roundTrips.remove(peer);
        encrypted.remove(peer);
    }

    Optional<Duration> roundTrip(Peer peer) {
        return Optional.ofNullable(roundTrips.get(peer.id()));
    }

    boolean encrypted(Peer peer) {
        return encrypted.contains(peer.id());
    }
}
