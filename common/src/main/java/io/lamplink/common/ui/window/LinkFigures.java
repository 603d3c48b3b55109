package io.lamplink.common.ui.window;

import io.lamplink.common.engine.PeerStatistics;
import io.lamplink.common.host.AddressText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The figures of one link, ready to show. Immutable. */
record LinkFigures(
        String name,
        boolean original,
        String here,
        String there,
        Instant since,
        Duration connectedFor,
        Instant at,
        List<Duration> roundTrips,
        List<Throughput.Rate> rates,
        long messagesOut,
        long messagesIn,
        long bytesOut,
        long bytesIn,
        int filesOut,
        int filesIn,
        int filesUnderWay,
        boolean encrypted) {

    public LinkFigures {
        roundTrips = List.copyOf(roundTrips);
        rates = List.copyOf(rates);
    }

    static LinkFigures of(PeerStatistics figures, List<Throughput.Rate> rates, Instant now) {
        return new LinkFigures(
                figures.peer().name(),
                figures.peer().isQt(),
                AddressText.withZone(figures.peer().localAddress()),
                AddressText.withZone(figures.peer().address()),
                figures.peer().since(),
                Duration.between(figures.peer().since(), now),
                now,
                figures.roundTrips(),
                rates,
                figures.messagesOut(),
                figures.messagesIn(),
                figures.bytesOut(),
                figures.bytesIn(),
                figures.filesOut(),
                figures.filesIn(),
                figures.filesUnderWay(),
                figures.encrypted());
    }

    /** The last round trip; empty before the first answer. */
    public Optional<Duration> roundTrip() {
        return roundTrips.isEmpty() ? Optional.empty() : Optional.of(roundTrips.getLast());
    }

    /** The middle one of the last round trips. */
    public Optional<Duration> typicalRoundTrip() {
        return roundTrips.stream().sorted().skip(roundTrips.size() / 2).findFirst();
    }
}
