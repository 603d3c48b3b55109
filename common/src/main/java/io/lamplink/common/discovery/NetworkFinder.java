package io.lamplink.common.discovery;

import io.lamplink.common.discovery.Multicast.Presence;
import io.lamplink.common.discovery.Multicast.Sighting;
import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for servers on the networks of this machine. It looks in rounds: each begins anew, on the networks that there are
 * then, and whoever is not heard of again is forgotten. So a server that was killed and could not say good-bye leaves the
 * list, and whatever a hostile network has done to a round ends with it.
 */
public final class NetworkFinder implements ServerFinder {

    /** From the beginning of one round to the next. */
    static final Duration ROUND = Duration.ofSeconds(30);

    /** How long everybody has for an answer before they are taken for gone. */
    static final Duration ANSWERS = Duration.ofSeconds(5);

    /** What waits to be looked at; what comes while so much waits is dropped. */
    private static final int MOST_WAITING = 500;

    private static final Logger LOG = LoggerFactory.getLogger(NetworkFinder.class);

    private final Multicast multicast;
    private final Supplier<List<HostAddress>> networks;
    private final Worker worker;

    /**
     * One that does not look yet.
     *
     * @param networks this machine's addresses on the networks to look on, asked for in each round
     */
    public NetworkFinder(Multicast multicast, Supplier<List<HostAddress>> networks, Worker worker) {
        this.multicast = multicast;
        this.networks = networks;
        this.worker = worker;
    }

    @Override
    public Looking look(Consumer<Findings> told) {
        Search search = new Search(told);
        worker.execute(search::beginRound);
        return () -> worker.execute(search::stop);
    }

    private static void close(List<Presence> presences) {
        for (Presence one : presences) {
            var _ = one.close();
        }
    }

    /** Lives on the worker. */
    private final class Search {
        private final Consumer<Findings> told;
        private final Sightings sightings = new Sightings();
        private final AtomicInteger waiting = new AtomicInteger();
        private List<Presence> presences = List.of();
        private List<Presence> before = List.of();
        private Findings last = Findings.NONE;
        private boolean stopped;
        private boolean deaf;
        private int round;

        Search(Consumer<Findings> told) {
            this.told = told;
        }

        void beginRound() {
            if (stopped) {
                return;
            }
            int current = ++round;
            before = presences;
            presences = new ArrayList<>();
            List<HostAddress> now = networks.get();
            sightings.keepOnly(now);
            now.forEach(network -> lookOn(network, current));
            deaf = presences.isEmpty();
            tell();
            worker.after(ANSWERS, this::endOfAnswers);
            worker.after(ROUND, this::beginRound);
        }

        private void lookOn(HostAddress network, int current) {
            try {
                presences.add(multicast.look(network, sighting -> heard(network, sighting, current)));
            } catch (IOException | RuntimeException e) { // One network must not keep the others from being asked.
                LOG.debug("Nobody can be looked for by {} ({}).", network.interfaceName(), network.text(), e);
            }
        }

        private void heard(HostAddress network, Sighting sighting, int current) {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                return;
            }
            worker.execute(() -> {
                waiting.decrementAndGet();
                if (!stopped) {
                    sightings.take(network, sighting, current);
                    tell();
                }
            });
        }

        private void endOfAnswers() {
            close(before);
            before = List.of();
            if (!stopped) {
                sightings.forgetOlderThan(round);
                tell();
            }
        }

        private void tell() {
            Findings now = new Findings(sightings.servers(), deaf);
            if (!now.equals(last)) {
                last = now;
                told.accept(now);
            }
        }

        void stop() {
            stopped = true;
            close(before);
            close(presences);
            before = List.of();
            presences = List.of();
        }
    }
}
