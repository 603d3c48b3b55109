package io.lamplink.common.engine;

import java.time.Duration;
import java.util.List;

/**
 * Figures of one link, counted where things happen, never from what the log shows. Immutable.
 *
 * @param peer whose link
 * @param roundTrips delays of the last pings, oldest first, at most 120; empty before the first pong
 * @param messagesOut chat texts sent
 * @param messagesIn chat texts received
 * @param bytesOut payload bytes of all frames sent
 * @param bytesIn payload bytes of all frames received
 * @param filesOut files that were delivered whole
 * @param filesIn files that arrived whole
 * @param filesUnderWay transfers that have not ended
 * @param queuedBytes bytes waiting for the socket
 * @param encrypted whether the link is encrypted
 */
public record PeerStatistics(
        Peer peer,
        List<Duration> roundTrips,
        long messagesOut,
        long messagesIn,
        long bytesOut,
        long bytesIn,
        int filesOut,
        int filesIn,
        int filesUnderWay,
        long queuedBytes,
        boolean encrypted) {
    public PeerStatistics {
        roundTrips = List.copyOf(roundTrips);
    }
}
