package io.lamplink.common.ui.window;

import io.lamplink.common.engine.PeerStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link in the list of them: always the same object for a link, so that a list keeps its place while the figures in it
 * change. Lives on the JavaFX thread.
 */
public final class LinkRow {
    private final Throughput throughput = new Throughput();
    private PeerStatistics latest;

    LinkRow(PeerStatistics first, Instant now) {
        latest = first;
        throughput.read(now, first.bytesOut(), first.bytesIn());
    }

    UUID id() {
        return latest.peer().id();
    }

    /** Takes the new figures, read at {@code now}; answers whether there are any. */
    boolean update(@Nullable PeerStatistics figures, Instant now) {
        if (figures != null) {
            latest = figures;
            throughput.read(now, figures.bytesOut(), figures.bytesIn());
        }
        return figures != null;
    }

    /** What the peer calls itself. */
    public String name() {
        return latest.peer().name();
    }

    /** Everything about it, at {@code now}. */
    LinkFigures figures(Instant now) {
        return LinkFigures.of(latest, throughput.rates(), now);
    }

    /** The last round trip; empty before the first answer. */
    public Optional<Duration> roundTrip() {
        List<Duration> all = latest.roundTrips();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
