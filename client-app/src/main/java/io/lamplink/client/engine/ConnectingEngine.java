package io.lamplink.client.engine;

import io.lamplink.client.net.BadAddressException;
import io.lamplink.client.net.ClientEndpoint;
import io.lamplink.client.net.ServerAddress;
import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.discovery.mdns.Mdns;
import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.engine.EngineEvent;
import io.lamplink.common.engine.HubEngine;
import io.lamplink.common.engine.HubListener;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.host.NetworkWatch;
import io.lamplink.common.host.SleepWatch;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.security.KnownServers;
import io.lamplink.common.security.Pin;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.session.LinkEvent;
import io.lamplink.common.session.LinkState;
import io.lamplink.common.session.ReconnectPolicy;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client's engine on real sockets: one link at a time, sought again when it is lost. State lives on the hub's lane. */
public final class ConnectingEngine extends HubEngine implements ClientEngine {
    private static final int MAX_PORT = 65_535;

    private final ClientEndpoint endpoint = new ClientEndpoint();
    private final ServerFinder finder = Mdns.finder();
    private final boolean offerLamplink;
    private final CompletableFuture<Void> idleAfterClose = new CompletableFuture<>();
    private String target = "";
    private boolean closing;
    private boolean seeks = true;
    private final @Nullable Reconnecting reconnecting;
    private @Nullable ServerAddress server;
    private final KnownServers known;
    private final ClearAddresses clear = new ClearAddresses();
    private final KnownPins pins = new KnownPins();
    private @Nullable Approach approach;
    private @Nullable String only;

    /** An engine that is not connected yet, and leaves it at that when a link is lost; see the other constructor. */
    public ConnectingEngine(HubSettings settings, boolean offerLamplink) {
        this(settings, offerLamplink, null);
    }

    /**
     * An engine that is not connected yet.
     *
     * @param offerLamplink whether to offer {@code lamplink.v1}; without, it speaks as the original Qt client does
     * @param policy when to try again after a lost link; null for never
     */
    public ConnectingEngine(HubSettings settings, boolean offerLamplink, @Nullable ReconnectPolicy policy) {
        super(settings, false);
        this.offerLamplink = offerLamplink;
        this.known = new KnownServers(settings.shared("known-servers"));
        this.reconnecting = policy == null ? null : reconnecting(policy);
    }

    /** What a server calls itself helps a person to tell it apart from another one. */
    private void remember(Peer joined) {
        if (joined.encrypted()) {
            String address = target;
            hub().onDisk(() -> known.called(address, joined.name()));
        }
    }

    private Reconnecting reconnecting(ReconnectPolicy policy) {
        Executor home = hub().home();
        Reconnecting.World world = new Reconnecting.World(
                System::nanoTime,
                (delay, task) -> CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, home)
                        .execute(task),
                home,
                hub()::onDisk,
                new SleepWatch(System::nanoTime, InstantSource.system()),
                new NetworkWatch());
        return new Reconnecting(policy, world, this::waitsBeforeTry, this::tryAgain);
    }

    @Override
    public void connect(String address, int defaultPort) {
        hub().home().execute(() -> {
            if (!state().canStart() || closing) {
                return;
            }
            target = address.strip();
            server = null;
            if (reconnecting != null) {
                reconnecting.startOver();
            }
            become(LinkEvent.START);
            try {
                if (defaultPort < 1 || defaultPort > MAX_PORT) {
                    failed(ConnectProblem.BAD_PORT);
                } else {
                    connect(ServerAddress.parse(address, defaultPort));
                }
            } catch (BadAddressException e) {
                failed(e.problem());
            }
        });
    }

    private void connect(ServerAddress address) {
        server = address;
        target = address.display();
        hub().tell(new EngineEvent.Connecting(target));
        boolean again = state() == LinkState.RECONNECTING;
        Approach next =
                new Approach(hub(), endpoint, known, clear, pins, address, only, offerLamplink, again, new Outcome());
        approach = next;
        next.start();
    }

    private void failed(ConnectProblem problem) {
        hub().tell(new EngineEvent.ConnectFailed(problem, target));
        become(LinkEvent.START_FAILED);
        becomeIdle();
    }

    private void waitsBeforeTry(ReconnectPolicy.Pause pause) {
        hub().tell(new EngineEvent.Reconnecting(pause.length(), pause.attempt()));
    }

    private void tryAgain() {
        ServerAddress lost = server;
        if (lost != null && state() == LinkState.RECONNECTING && approach == null) {
            connect(lost);
        }
    }

    @Override
    public void tryNow() {
        hub().home().execute(() -> {
            if (reconnecting != null) {
                reconnecting.tryNow();
            }
        });
    }

    @Override
    public void seekLostLinks(boolean on) {
        hub().home().execute(() -> seeks = on);
    }

    /**
     * From now on connects encrypted only, and only to the server with this fingerprint; nobody is asked whether to.
     *
     * @param written as a person wrote it, in digits or words
     */
    public void trustOnly(String written) {
        hub().home().execute(() -> only = written);
    }

    /** From now on proves {@code pin} to each server, and goes on with none that has not shown that it has it too. */
    public void useOnly(Pin pin) {
        pins.useEverywhere(pin);
    }

    @Override
    public void pin(@Nullable Pin pin) {
        answer(asking -> asking.pin(pin));
    }

    @Override
    public void trust(boolean trusted) {
        answer(asking -> asking.trust(trusted));
    }

    @Override
    public void goOnInClear(boolean goOn) {
        answer(asking -> asking.goOnInClear(goOn));
    }

    private void answer(Consumer<Approach> answer) {
        hub().home().execute(() -> {
            Approach asking = approach;
            if (asking != null) {
                answer.accept(asking);
            }
        });
    }

    @Override
    public ServerFinder finder() {
        return finder;
    }

    @Override
    public void disconnect() {
        hub().home().execute(this::disconnectNow);
    }

    private void disconnectNow() {
        hub().closeAll(closing ? new CloseReason(CloseReason.GOING_AWAY, "") : CloseReason.normal());
        server = null; // A link that is lost at this very moment is not wanted back.
        if (reconnecting != null) {
            reconnecting.stop();
        }
        Approach current = approach;
        if (current != null && state().expectant()) {
            current.cancel(); // The state follows when the attempt has ended.
        } else if (state() == LinkState.LOST || state() == LinkState.RECONNECTING) {
            become(LinkEvent.STOPPED);
        }
    }

    @Override
    public void close() {
        hub().home().execute(() -> {
            closing = true;
            disconnectNow();
            becomeIdle();
        });
        hub().closeAfter(idleAfterClose);
    }

    @Override
    protected void peerJoined(Peer peer) {
        remember(peer);
        if (reconnecting != null) {
            reconnecting.up();
        }
    }

    @Override
    protected void linkEnded(HubListener.Ending ending, CloseReason reason, int left) {
        Approach asking = approach;
        if (asking != null && ending == HubListener.Ending.NEVER_READY && reason.code() == CloseReason.PIN_NEEDED) {
            asking.pinNeeded();
            return;
        }
        approach = null;
        boolean again = ending != HubListener.Ending.BY_US && ReconnectPolicy.comesBack(reason) && !closing;
        if (!(again && startsWaiting())) {
            switch (ending) {
                case BY_US, BY_PEER -> become(LinkEvent.STOPPED);
                case BROKEN -> become(LinkEvent.LINK_LOST);
                case NEVER_READY -> failed(reason.orderly() ? ConnectProblem.CANCELLED : ConnectProblem.NOT_A_SERVER);
            }
        }
        becomeIdle();
    }

    /** Answers whether it tries again: if it was told to, and not after the first attempt, whose failure a person waits for. */
    private boolean startsWaiting() {
        if (reconnecting == null || server == null || !seeks) {
            return false;
        }
        switch (state()) {
            case CONNECTED -> reconnecting.lost();
            case RECONNECTING -> reconnecting.waitAgain();
            case IDLE, WAITING, LOST -> {
                return false;
            }
        }
        become(LinkEvent.RETRYING);
        return true;
    }

    /** A program that ends waits for its link. */
    private void becomeIdle() {
        if (closing && state().canStart()) {
            idleAfterClose.complete(null);
        }
    }

    /** What becomes of one attempt. */
    private final class Outcome implements Approach.User {
        @Override
        public ChannelListener opened(Channel channel, boolean lamplink) {
            return hub().admit(channel, lamplink);
        }

        @Override
        public void failed(ConnectProblem problem) {
            approach = null;
            if (closing || !problem.passes() || !startsWaiting()) {
                ConnectingEngine.this.failed(problem);
            }
        }
    }
}
