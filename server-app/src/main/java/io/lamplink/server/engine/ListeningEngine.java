package io.lamplink.server.engine;

import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.discovery.Announcement;
import io.lamplink.common.discovery.Announcer;
import io.lamplink.common.discovery.mdns.Mdns;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubEngine;
import io.lamplink.common.engine.HubListener;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.entry.AskedPin;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.reach.Finding;
import io.lamplink.common.reach.ReachCheck;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Identity;
import io.lamplink.common.security.KeptPin;
import io.lamplink.common.security.PinSetting;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.LinkEvent;
import io.lamplink.common.session.LinkState;
import io.lamplink.server.net.ConnectionAcceptor;
import io.lamplink.server.net.DoorRules;
import io.lamplink.server.net.ListenResult;
import io.lamplink.server.net.ServerEndpoint;
import io.lamplink.server.net.Visitor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's engine on real sockets. State lives on the hub's lane. */
public final class ListeningEngine extends HubEngine implements ServerEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningEngine.class);

    private static final int MAX_PORT = 65_535;

    /** How long the program's end waits for the network to be told; the first of several good-byes leaves at once. */
    private static final Duration GOOD_BYE = Duration.ofMillis(300);

    private final ServerEndpoint endpoint;
    private final CompletableFuture<Identity> identity;
    private final Told turnedAway = new Told();
    private final Entrance entrance;
    private final PinKeeper pins;
    private final String name;
    private final Announcer announcer;
    private boolean announces;
    private @Nullable InetSocketAddress listening;
    private OptionalInt taken = OptionalInt.empty();

    /** An engine that does not listen yet. */
    public ListeningEngine(HubSettings settings) {
        this(settings, DoorRules.defaults());
    }

    /** One that lets in whom {@code rules} say. */
    public ListeningEngine(HubSettings settings, DoorRules rules) {
        this(settings, rules, System::nanoTime);
    }

    /** The same by another clock for those who guess PINs, for tests that don't wait. */
    public ListeningEngine(HubSettings settings, DoorRules rules, LongSupplier nanoTime) {
        this(settings, rules, nanoTime, Mdns::announcer);
    }

    /** One that is announced by what {@code announcers} makes. */
    ListeningEngine(
            HubSettings settings,
            DoorRules rules,
            LongSupplier nanoTime,
            Function<Consumer<AnnounceState>, Announcer> announcers) {
        super(settings, true);
        name = settings.hello().name();
        announcer = announcers.apply(state -> hub().tell(new EngineEvent.AnnouncementChanged(state, name)));
        CompletableFuture<Identity> kept =
                CompletableFuture.supplyAsync(() -> Identity.keptIn(settings.shared("identity.pem")), hub()::onDisk);
        identity = kept;
        endpoint = new ServerEndpoint(kept::join);
        endpoint.admit(rules);
        entrance = new Entrance(hub());
        pins = new PinKeeper(hub()::onDisk, kept::join, nanoTime, this::usePin);
    }

    /** Asks for the PIN that was asked for last, if any was, and keeps what is said from now on for the next run. */
    public void rememberPin(HubSettings settings) {
        pins.keepIn(new KeptPin(settings.shared("pin")));
    }

    @Override
    public void askForPin(PinSetting setting) {
        pins.set(setting);
    }

    @Override
    public PinSetting pin() {
        return pins.setting();
    }

    /** Nobody may come in between who is let in for want of a PIN. */
    private void usePin(@Nullable AskedPin pin) {
        hub().home().execute(() -> {
            if (pin != null) {
                entrance.ask(pin);
            }
            endpoint.admit(endpoint.admits().withPin(pin != null));
            if (pin == null) {
                entrance.ask(null);
            }
        });
    }

    @Override
    public void allowUnencrypted(boolean allowed) {
        hub().home().execute(() -> {
            endpoint.admit(endpoint.admits().withUnencrypted(allowed));
            turnedAway.clear();
        });
    }

    @Override
    public boolean unencryptedAllowed() {
        return endpoint.admits().unencrypted();
    }

    @Override
    public void announce(boolean on) {
        hub().home().execute(() -> {
            InetSocketAddress where = listening;
            if (where != null && !on) {
                var _ = withdraw();
            }
            announces = on;
            if (where != null && on) {
                announceAt(where);
            }
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<List<Finding>> checkReach() {
        return CompletableFuture.supplyAsync(() -> new Ground(listening, taken), hub().home())
                .thenApplyAsync(ListeningEngine::look, hub()::onDisk);
    }

    private static List<Finding> look(Ground ground) {
        return ground.where() == null && ground.taken().isPresent()
                ? List.of(new Finding.PortTaken(ground.taken().getAsInt()))
                : ReachCheck.ofThisMachine().look(ground.where());
    }

    /** Where it listens, and the port on which it could not because another program has it. */
    private record Ground(@Nullable InetSocketAddress where, OptionalInt taken) {}

    private void announceAt(InetSocketAddress where) {
        listening = where;
        if (announces) {
            announcer.announce(new Announcement(name, where.getPort(), true), where.getAddress());
        }
    }

    /** Completes when the network has been told, or will not be. */
    private CompletableFuture<Void> withdraw() {
        return announces
                ? announcer.withdraw().completeOnTimeout(null, GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public Fingerprint fingerprint() {
        return identity.join().fingerprint();
    }

    @Override
    public void listen(String host, int port) {
        hub().home().execute(() -> {
            if (!state().canStart()) {
                return;
            }
            become(LinkEvent.START);
            taken = OptionalInt.empty();
            if (port < 0 || port > MAX_PORT) {
                failed(ListenProblem.BAD_PORT, host, port);
            } else {
                hub().onDisk(() -> resolve(host, port));
            }
        });
    }

    /** Looking a name up can take seconds, as can the first look at the key and the PIN: all happen away from the hub's lane. */
    private void resolve(String host, int port) {
        try {
            LOG.debug(
                    "This server is {}; a PIN is asked for: {}.",
                    identity.join(),
                    pins.setting().asked());
            InetSocketAddress address = host.isBlank()
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getByName(host.strip()), port);
            hub().home().execute(() -> bind(address, host, port));
        } catch (UnknownHostException | IllegalArgumentException e) {
            LOG.info("No address for what was asked to listen on.", e);
            hub().home().execute(() -> failed(ListenProblem.BAD_ADDRESS, host, port));
        }
    }

    private void bind(InetSocketAddress address, String host, int port) {
        if (state() != LinkState.WAITING) {
            return; // Stop was pressed meanwhile.
        }
        endpoint.listen(address, new Clients(host, port))
                .thenAccept(result -> hub().home().execute(() -> bound(result, host, port)));
    }

    private void bound(ListenResult result, String host, int port) {
        switch (result) {
            case ListenResult.Listening(InetSocketAddress address)
            when state() == LinkState.WAITING -> {
                hub().tell(new EngineEvent.Listening(address));
                announceAt(address);
            }
            case ListenResult.Listening _ -> LOG.info("Listening began after it was stopped.");
            case ListenResult.Failed(ListenProblem problem, String _) -> failed(problem, host, port);
        }
    }

    private void failed(ListenProblem problem, String host, int port) {
        if (state() == LinkState.WAITING) {
            taken = problem == ListenProblem.PORT_IN_USE ? OptionalInt.of(port) : OptionalInt.empty();
            hub().tell(new EngineEvent.ListenFailed(problem, host, port));
            become(LinkEvent.START_FAILED);
        }
    }

    @Override
    public void stop() {
        hub().home().execute(() -> {
            if (!state().canStart()) {
                listensNoMore();
                var _ = end(CloseReason.normal());
                hub().tell(new EngineEvent.ListeningStopped());
            }
            become(LinkEvent.STOPPED);
        });
    }

    private void listensNoMore() {
        if (listening != null) {
            var _ = withdraw();
        }
        listening = null;
    }

    @Override
    public void share(boolean on) {
        hub().share(on);
    }

    @Override
    public void catchUp(boolean on) {
        hub().catchUp(on);
    }

    @Override
    public void remove(UUID peer) {
        hub().remove(peer);
    }

    @Override
    public void close() {
        CompletableFuture<Void> withdrawn = new CompletableFuture<>();
        hub().home().execute(() -> {
            var _ = withdraw().thenAccept(withdrawn::complete);
        });
        CompletableFuture<Void> ended =
                end(new CloseReason(CloseReason.GOING_AWAY, "")).toCompletableFuture();
        hub().closeAfter(CompletableFuture.allOf(ended, withdrawn));
    }

    /** The links are ended first, so that each knows that it was this side. */
    private CompletionStage<Void> end(CloseReason reason) {
        hub().closeAll(reason);
        return endpoint.stop(reason);
    }

    @Override
    protected void linkEnded(HubListener.Ending ending, CloseReason reason, int left) {
        if (left == 0) {
            become(LinkEvent.LAST_PEER_LEFT);
        }
    }

    /** Who connects at the endpoint. */
    private final class Clients implements ConnectionAcceptor {
        private final String host;
        private final int port;

        Clients(String host, int port) {
            this.host = host;
            this.port = port;
        }

        @Override
        public ChannelListener accept(Channel channel, Visitor visitor) {
            return entrance.accept(channel, visitor);
        }

        @Override
        public void clearTurnedAway(InetAddress address) {
            hub().home().execute(() -> {
                if (turnedAway.first(address)) {
                    hub().tell(new EngineEvent.ClearTurnedAway(address));
                }
            });
        }

        @Override
        public void broken(Throwable cause) {
            LOG.error("Listening ended by itself.", cause);
            hub().home().execute(() -> {
                hub().tell(new EngineEvent.ListenFailed(ListenProblem.OTHER, host, port));
                listensNoMore();
                become(LinkEvent.LINK_LOST);
            });
        }
    }
}
