package io.lamplink.server.net;

import io.lamplink.common.engine.ListenProblem;
import io.lamplink.common.protocol.CloseReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the server, from the bound port to its release. The library's server cannot be started twice. */
final class Listening implements LamplinkServer.Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    /** How often one looks at connections, in nanoseconds: while one of them comes, goes or rests; otherwise; without any. */
    private static final long LOOK_WHEN_MOVING_EVERY = 20_000_000;

    private static final long LOOK_EVERY = 100_000_000;
    private static final long LOOK_WHEN_EMPTY_EVERY = 500_000_000;
    private static final int STOP_MILLIS = 1000;

    /** More would gain nothing but on machines whose other cores have nothing to do. */
    private static final int LOOPS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    private final ServerSocketChannel port;
    private final InetSocketAddress address;
    private final ConnectionAcceptor acceptor;
    private final AcceptedConnections connections;
    private final List<ConnectionLoop> loops = new ArrayList<>();
    private final LamplinkServer server;
    private final Thread caretaker;
    private final CompletableFuture<ListenResult> started = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile @Nullable Thread selector;

    /** A run on {@code port}, which is bound. */
    Listening(
            ServerSocketChannel port,
            ConnectionAcceptor acceptor,
            ServerLimits limits,
            Supplier<DoorRules> rules,
            TlsSetup tls)
            throws IOException {
        this.port = port;
        this.address = (InetSocketAddress) port.getLocalAddress();
        this.acceptor = acceptor;
        this.caretaker = Thread.ofPlatform().daemon().name("lamplink-caretaker").unstarted(this::takeCare);
        for (int i = 1; i <= LOOPS; i++) {
            loops.add(new ConnectionLoop("lamplink-loop-" + i, this::failed));
        }
        this.connections = new AcceptedConnections(
                new AcceptedEvents(acceptor), loops, limits, rules, tls, () -> LockSupport.unpark(caretaker));
        this.server = new LamplinkServer(port, connections, this);
    }

    CompletableFuture<ListenResult> start() {
        caretaker.start();
        server.start();
        return started.copy();
    }

    /** Ends the run, in little more than the time a close may take; a second call only waits for the first. */
    CompletableFuture<Void> stop(CloseReason reason) {
        if (ending.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("lamplink-stop").start(() -> {
                end(reason);
                started.complete(new ListenResult.Failed(ListenProblem.OTHER, "It was stopped before it began."));
            });
        }
        return stopped.copy();
    }

    /** Whether the end has begun. */
    boolean isEnding() {
        return ending.get();
    }

    /** Completes when all is closed and told. */
    CompletableFuture<Void> stopped() {
        return stopped.copy();
    }

    ServerSocketChannel port() {
        return port;
    }

    AcceptedConnections connections() {
        return connections;
    }

    @Override
    public void started(Thread thread) {
        selector = thread;
        started.complete(new ListenResult.Listening(address));
    }

    @Override
    public void failed(Throwable cause) {
        if (ending.compareAndSet(false, true)) {
            LOG.error("The server ends because of an error.", cause);
            Thread.ofPlatform().daemon().name("lamplink-stop").start(() -> {
                end(new CloseReason(CloseFrame.UNEXPECTED_CONDITION, "An error in the program."));
                if (!started.complete(new ListenResult.Failed(ListenProblem.OTHER, cause.toString()))) {
                    acceptor.broken(cause);
                }
            });
        }
    }

    private void end(CloseReason reason) {
        try {
            port.close();
            connections.closeAll(reason);
            server.stop(STOP_MILLIS);
            endSelector();
            connections.open().forEach(AcceptedConnection::abort); // accepted at the last moment
        } catch (IOException e) {
            LOG.warn("The port was not closed properly.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loops.forEach(ConnectionLoop::close);
            stopped.complete(null);
            LockSupport.unpark(caretaker);
        }
    }

    /** After an error on its own thread the library waits there for that thread to end. */
    private void endSelector() throws InterruptedException {
        Thread thread = selector;
        if (thread != null && thread.isAlive()) {
            thread.interrupt();
            thread.join(STOP_MILLIS);
        }
    }

    private void takeCare() {
        ByteBuffer scratch = ByteBuffer.allocate(64 * 1024);
        while (!stopped.isDone()) {
            boolean moving = false;
            for (AcceptedConnection connection : connections.open()) {
                moving |= lookAfter(connection, scratch);
            }
            if (!port.isOpen() && !ending.get()) {
                failed(new IOException("The listening socket was closed."));
            }
            LockSupport.parkNanos(this, untilNextLook(moving));
        }
    }

    private long untilNextLook(boolean moving) {
        long calm = connections.open().isEmpty() ? LOOK_WHEN_EMPTY_EVERY : LOOK_EVERY;
        return moving ? LOOK_WHEN_MOVING_EVERY : calm;
    }

    private static boolean lookAfter(AcceptedConnection connection, ByteBuffer scratch) {
        try {
            return connection.lookAfter(System.nanoTime(), scratch);
        } catch (RuntimeException e) {
            LOG.error("Looking after a connection failed; it is closed.", e);
            connection.abort();
            return true;
        }
    }
}
