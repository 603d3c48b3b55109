package io.lamplink.common.session;

import java.time.Duration;
import java.util.List;

/**
 * What one session has counted. Immutable.
 *
 * @param roundTrips delays of the last pings, oldest first, at most {@link Session#ROUND_TRIPS_KEPT}
 * @param messagesOut chat texts sent
 * @param messagesIn chat texts received
 * @param bytesOut payload bytes of all frames sent
 * @param bytesIn payload bytes of all frames received
 * @param filesOut files delivered whole
 * @param filesIn files that arrived whole
 * @param filesUnderWay transfers that have not ended
 * @param queuedBytes bytes waiting for the socket
 */
public record SessionFigures(
        List<Duration> roundTrips,
        long messagesOut,
        long messagesIn,
        long bytesOut,
        long bytesIn,
        int filesOut,
        int filesIn,
        int filesUnderWay,
        long queuedBytes) {
    public SessionFigures {
        roundTrips = List.copyOf(roundTrips);
    }
}
