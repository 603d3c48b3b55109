package io.lamplink.server.net;

import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.security.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for clients, as often as one likes but at one address at a time. Every method may be called from any thread and
 * returns at once; stages complete on threads of the endpoint, or on the caller's if the answer is known. All threads are
 * daemons.
 */
public final class ServerEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ServerEndpoint.class);

    private final ServerLimits limits;
    private final Supplier<Identity> identity;
    private final Predicate<InetAddress> ours;
    private volatile DoorRules rules = DoorRules.defaults();
    private @Nullable Listening current;

    /**
     * An endpoint that does not listen yet.
     *
     * @param identity who the server is; asked for when it starts to listen, by whoever has it listen
     */
    public ServerEndpoint(Supplier<Identity> identity) {
        this(ServerLimits.defaults(), identity, InetAddress::isLoopbackAddress);
    }

    ServerEndpoint() {
        this(ServerLimits.defaults());
    }

    /** One with a key of its own. */
    ServerEndpoint(ServerLimits limits) {
        this(limits, Identity::fresh, InetAddress::isLoopbackAddress);
    }

    /** One that lets clients at addresses that are {@code ours} do without encryption. */
    ServerEndpoint(ServerLimits limits, Supplier<Identity> identity, Predicate<InetAddress> ours) {
        this.limits = limits;
        this.identity = identity;
        this.ours = ours;
    }

    /** Whom it lets in from now on; those who are in stay. */
    public void admit(DoorRules newRules) {
        rules = newRules;
    }

    /** Whom it lets in. */
    public DoorRules admits() {
        return rules;
    }

    /**
     * Listens at {@code address}, which is resolved; port 0 takes a free one. If a stop is under way it is awaited first. The
     * stage does not fail: what goes wrong is a {@link ListenResult.Failed}.
     */
    public synchronized CompletionStage<ListenResult> listen(InetSocketAddress address, ConnectionAcceptor acceptor) {
        Listening before = current;
        if (before == null || before.stopped().isDone()) {
            return start(address, acceptor);
        }
        if (before.isEnding()) {
            return before.stopped().thenCompose(_ -> listen(address, acceptor));
        }
        return failed(ListenProblem.OTHER, "It listens already.");
    }

    /**
     * Closes every connection with {@code reason} and frees the port. The stage completes, and does not fail, when each
     * listener has been told and the port is free: after little more than a second at the latest.
     */
    public synchronized CompletionStage<Void> stop(CloseReason reason) {
        Listening running = current;
        return running == null ? CompletableFuture.completedStage(null) : running.stop(reason);
    }

    /** The present run, or the last one; for tests that look behind the scenes. */
    synchronized @Nullable Listening current() {
        return current;
    }

    private CompletionStage<ListenResult> start(InetSocketAddress address, ConnectionAcceptor acceptor) {
        try {
            ServerSocketChannel port = ListenSocket.bind(address);
            TlsSetup setup = TlsSetup.of(identity.get(), ours, acceptor::clearTurnedAway);
            current = new Listening(port, acceptor, limits, () -> rules, setup);
            return current.start();
        } catch (IOException | RuntimeException e) {
            LOG.info("Listening at {} failed.", address, e);
            return failed(ListenSocket.problem(e, address), e.toString());
        }
    }

    private static CompletionStage<ListenResult> failed(ListenProblem problem, String detail) {
        return CompletableFuture.completedStage(new ListenResult.Failed(problem, detail));
    }
}
