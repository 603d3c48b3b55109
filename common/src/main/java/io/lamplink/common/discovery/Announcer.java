package io.lamplink.common.discovery;

import io.lamplink.common.discovery.Multicast.Presence;
import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server announced on the networks that it listens on, also when networks come and go. May be used from any thread;
 * its methods return at once.
 */
public final class Announcer {

    /** How often it looks whether the networks are still the same and whether it still can be heard. */
    static final Duration CHECK = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private record Wish(Announcement what, InetAddress listensOn) {}

    private final Multicast multicast;
    private final Supplier<List<HostAddress>> addresses;
    private final Worker worker;
    private final Consumer<AnnounceState> told;
    private final Map<HostAddress, Presence> present = new LinkedHashMap<>();
    private final Set<HostAddress> failed = new HashSet<>();
    private @Nullable Wish wish;
    private int round;
    private AnnounceState state = AnnounceState.OFF;

    /**
     * One that announces nothing yet.
     *
     * @param addresses of this machine
     * @param told hears of every change, on the worker
     */
    public Announcer(
            Multicast multicast, Supplier<List<HostAddress>> addresses, Worker worker, Consumer<AnnounceState> told) {
        this.multicast = multicast;
        this.addresses = addresses;
        this.worker = worker;
        this.told = told;
    }

    /** Announces {@code what}, and nothing that was announced before, wherever {@code listensOn} is. */
    public void announce(Announcement what, InetAddress listensOn) {
        worker.execute(() -> {
            Wish before = wish;
            Wish now = new Wish(what, listensOn);
            if (!now.equals(before)) {
                var _ = closeAll();
                wish = now;
                round++;
                keep(now, round);
            }
        });
    }

    /** Announces nothing from now on. Completes when the networks have been told; never fails. */
    public CompletableFuture<Void> withdraw() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        worker.execute(() -> {
            wish = null;
            round++;
            become(AnnounceState.OFF);
            var _ = closeAll().thenAccept(gone::complete);
        });
        return gone;
    }

    private CompletableFuture<Void> closeAll() {
        CompletableFuture<?>[] closing =
                present.values().stream().map(Presence::close).toArray(CompletableFuture[]::new);
        present.clear();
        failed.clear();
        return CompletableFuture.allOf(closing);
    }

    private void keep(Wish wanted, int current) {
        if (current == round) {
            reconcile(wanted);
            worker.after(CHECK, () -> keep(wanted, current));
        }
    }

    private void reconcile(Wish wanted) {
        List<HostAddress> networks = Networks.toAnnounceOn(wanted.listensOn, addresses.get());
        for (HostAddress network : List.copyOf(present.keySet())) {
            Presence presence = present.get(network);
            if (presence != null && (!networks.contains(network) || !presence.alive())) {
                present.remove(network);
                var _ = presence.close();
            }
        }
        networks.stream().filter(network -> !present.containsKey(network)).forEach(network -> begin(network, wanted));
        failed.retainAll(networks);
        become(stateOn(networks, wanted));
    }

    private void begin(HostAddress network, Wish wanted) {
        try {
            present.put(network, multicast.announce(network, wanted.what));
            failed.remove(network);
        } catch (IOException | RuntimeException e) { // One network must not keep the others from being told.
            if (failed.add(network)) {
                LOG.info("This server can't be announced by {} ({}).", network.interfaceName(), network.text(), e);
            }
        }
    }

    private AnnounceState stateOn(List<HostAddress> networks, Wish wanted) {
        if (wanted.listensOn.isLoopbackAddress()) {
            return AnnounceState.THIS_COMPUTER_ONLY;
        }
        if (!present.isEmpty()) {
            return AnnounceState.ANNOUNCED;
        }
        return networks.isEmpty() ? AnnounceState.NO_NETWORK : AnnounceState.FAILED;
    }

    private void become(AnnounceState now) {
        if (now != state) {
            state = now;
            told.accept(now);
        }
    }
}
