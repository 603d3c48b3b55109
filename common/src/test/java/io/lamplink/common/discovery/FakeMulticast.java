package io.lamplink.common.discovery;

import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Networks that only note what is done on them. */
final class FakeMulticast implements Multicast {

    /** Something that was begun on a network. */
    static final class Begun implements Presence {
        final HostAddress network;
        final @Nullable Announcement what;
        final Consumer<Sighting> heard;
        final CompletableFuture<Void> gone = new CompletableFuture<>();
        boolean alive = true;
        boolean closed;

        Begun(HostAddress network, @Nullable Announcement what, Consumer<Sighting> heard) {
            this.network = network;
            this.what = what;
            this.heard = heard;
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public CompletableFuture<Void> close() {
            closed = true;
            return gone;
        }
    }

    final List<Begun> begun = new ArrayList<>();
    final Set<HostAddress> silent = new HashSet<>();
    final Set<HostAddress> broken = new HashSet<>();

    @Override
    public Presence announce(HostAddress network, Announcement what) throws IOException {
        return begin(new Begun(network, what, _ -> {}));
    }

    @Override
    public Presence look(HostAddress network, Consumer<Sighting> heard) throws IOException {
        return begin(new Begun(network, null, heard));
    }

    private Presence begin(Begun one) throws IOException {
        if (silent.contains(one.network)) {
            throw new IOException("This network is silent.");
        }
        if (broken.contains(one.network)) {
            throw new IllegalStateException("The library has a fault.");
        }
        begun.add(one);
        return one;
    }

    /** The addresses by which something goes on. */
    List<String> open() {
        return begun.stream()
                .filter(one -> !one.closed)
                .map(one -> one.network.text())
                .toList();
    }
}
