package io.lamplink.server.net;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.protocol.CloseReason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server on a free port of the loopback interface. */
final class TestServer implements AutoCloseable {
    /** How long anything that a test expects may take; far more than it does take, on a laden machine too. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Longer than any test waits. */
    static final Duration LONG = Duration.ofHours(1);

    /** Limits of time that nothing in a test comes near. */
    static final ServerLimits PATIENT = new ServerLimits(LONG, LONG, 100);

    /** For tests in which a connection does not become a WebSocket in time. */
    static final ServerLimits QUICK_TO_OPEN = new ServerLimits(Duration.ofSeconds(3), LONG, 100);

    /** For tests in which a connection does not end in time. */
    static final ServerLimits QUICK_TO_CLOSE = new ServerLimits(LONG, Duration.ofMillis(700), 100);

    private final ServerEndpoint endpoint;
    private final InetSocketAddress address;

    private TestServer(ServerEndpoint endpoint, InetSocketAddress address) {
        this.endpoint = endpoint;
        this.address = address;
    }

    static TestServer start(ConnectionAcceptor acceptor) throws Exception {
        return start(acceptor, PATIENT);
    }

    static TestServer start(ConnectionAcceptor acceptor, ServerLimits limits) throws Exception {
        return start(acceptor, new ServerEndpoint(limits));
    }

    static TestServer start(ConnectionAcceptor acceptor, ServerEndpoint endpoint) throws Exception {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        ListenResult result = get(endpoint.listen(free, acceptor));
        return new TestServer(
                endpoint, assertInstanceOf(ListenResult.Listening.class, result).address());
    }

    ServerEndpoint endpoint() {
        return endpoint;
    }

    InetSocketAddress address() {
        return address;
    }

    Listening running() {
        Listening running = endpoint.current();
        assertNotNull(running);
        return running;
    }

    /** The only connection there is. */
    AcceptedConnection connection() throws InterruptedException {
        AcceptedConnections all = running().connections();
        awaitTrue(() -> all.open().size() == 1, "one connection");
        return all.open().iterator().next();
    }

    @Override
    public void close() {
        get(endpoint.stop(CloseReason.normal()));
    }

    static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Waits for something that tells nobody when it becomes true. */
    static void awaitTrue(BooleanSupplier condition, String what) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - deadline < 0, () -> what + " was expected");
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}
