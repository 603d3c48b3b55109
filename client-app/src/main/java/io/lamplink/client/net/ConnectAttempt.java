package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.websocket.ChannelThreads;
import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.Transport;
import io.lamplink.common.websocket.WebSocketChannel;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to connect, and the connection it becomes. Any thread may call any method; none of the public ones blocks. */
public final class ConnectAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectAttempt.class);

    private enum State {
        CONNECTING,
        OPEN,
        OVER
    }

    /** Shaking hands encrypted may take so many times as long as without: a program's first time is slow. */
    private static final int SECURE_TIMES_AS_LONG = 2;

    private final ServerAddress address;
    private final @Nullable Predicate<Fingerprint> trusted;
    private final ConnectListener listener;
    private final ClientLimits limits;
    private final TcpConnector connector;
    private final WireMeter meter = new WireMeter();
    private final LamplinkClient client;
    private final Beneath beneath = new Beneath();
    private final AtomicReference<State> state = new AtomicReference<>(State.CONNECTING);
    private volatile @Nullable MeteredSocket wire;
    private volatile @Nullable WebSocketChannel link;

    ConnectAttempt(
            ServerAddress address,
            boolean offerLamplink,
            @Nullable Predicate<Fingerprint> trusted,
            ConnectListener listener,
            ClientLimits limits,
            TcpConnector connector) {
        this.address = address;
        this.trusted = trusted;
        this.listener = listener;
        this.limits = limits;
        this.connector = connector;
        this.client = new LamplinkClient(address, offerLamplink, meter, this);
    }

    /** Gives up, which the listener hears as {@link ConnectProblem#CANCELLED}, or closes the connection if there is one. */
    public void cancel() {
        fail(ConnectProblem.CANCELLED, "It was cancelled.");
        WebSocketChannel open = link;
        if (open != null) {
            open.close(CloseReason.normal());
        }
    }

    /** The TCP connection, once there is one; for tests that look behind the scenes. */
    @Nullable
    MeteredSocket wire() {
        return wire;
    }

    void start() {
        client.connect();
        after(limits.connect(), () -> {
            if (wire == null) {
                fail(ConnectProblem.TIMED_OUT, "No connection in time.");
            }
        });
    }

    /** Ends the attempt unless it has come to an end already. */
    void fail(ConnectProblem problem, String detail) {
        fail(new ConnectFailure(problem, detail));
    }

    private void fail(ConnectFailure failure) {
        if (state.compareAndSet(State.CONNECTING, State.OVER)) {
            LOG.debug("No connection to {}: {}", address.display(), failure);
            ChannelThreads.executor().execute(() -> listener.failed(failure));
            connector.cancel();
        }
    }

    /** Called by the library's thread, which it blocks. */
    Socket connectTcp() throws IOException {
        try {
            MeteredSocket connected = connector.connect(
                    address.host(), address.port(), limits.connect(), () -> new MeteredSocket(meter, beneath));
            wire = connected;
            shakeHands(connected);
            after(limits.handshake(), () -> handshakeIsLate(connected));
            return connected;
        } catch (IOException e) {
            fail(TcpConnector.problem(e), e.toString());
            throw e;
        }
    }

    /** Encrypts, if that is wanted, and makes sure with whom before anything is said. */
    private void shakeHands(MeteredSocket connected) throws IOException {
        Predicate<Fingerprint> wanted = trusted;
        if (wanted == null) {
            return;
        }
        after(limits.handshake().multipliedBy(SECURE_TIMES_AS_LONG), () -> {
            if (!connected.encrypted()) {
                fail(ConnectProblem.NOT_ENCRYPTED, "No encryption in time.");
            }
        });
        Fingerprint seen;
        try {
            seen = connected.encrypt();
        } catch (IOException e) {
            fail(ConnectProblem.NOT_ENCRYPTED, e.toString());
            throw e;
        }
        if (!wanted.test(seen)) {
            fail(new ConnectFailure(ConnectProblem.NOT_TRUSTED, "The server is " + seen + ".", seen));
            throw new IOException("The server is not trusted.");
        }
    }

    /** The handshake is done. */
    void opened(boolean lamplink, String product) {
        MeteredSocket connected = Objects.requireNonNull(wire);
        WebSocketChannel open = new WebSocketChannel(
                client.socket(),
                meter,
                beneath,
                limits.close(),
                (InetSocketAddress) connected.getRemoteSocketAddress(),
                (InetSocketAddress) connected.getLocalSocketAddress(),
                product);
        link = open;
        if (state.compareAndSet(State.CONNECTING, State.OPEN)) {
            open.opened(channel -> listener.opened(channel, lamplink));
        } else {
            connected.abort();
        }
    }

    /** The library is done with the connection, or with the attempt. */
    void closed(int code, @Nullable String reason) {
        fail(RefusedHandshake.problem(reason, trusted != null), "The handshake failed: " + reason);
        WebSocketChannel open = link;
        if (open != null) {
            open.closed(code, reason);
        }
    }

    /** The channel; there is one as soon as the handshake is done. */
    WebSocketChannel link() {
        return Objects.requireNonNull(link);
    }

    private void handshakeIsLate(MeteredSocket connected) {
        boolean silent = connected.bytesRead() == 0;
        fail(silent ? ConnectProblem.TIMED_OUT : ConnectProblem.NOT_A_SERVER, "No handshake in time.");
    }

    private static void after(Duration time, Runnable task) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, ChannelThreads.executor())
                .execute(task);
    }

    /** What the channel and the socket need of this attempt. */
    private final class Beneath implements Transport, MeteredSocket.User {
        @Override
        public void resumeReading() {
            MeteredSocket connected = wire;
            if (connected != null) {
                connected.resumeReading();
            }
        }

        @Override
        public void abort() {
            MeteredSocket connected = wire;
            if (connected != null) {
                connected.abort();
            }
        }

        @Override
        public boolean encrypted() {
            MeteredSocket connected = wire;
            return connected != null && connected.encrypted();
        }

        @Override
        public Optional<Fingerprint> binding() {
            MeteredSocket connected = wire;
            return connected == null ? Optional.empty() : connected.fingerprint();
        }

        @Override
        public boolean behind() {
            WebSocketChannel open = link;
            return open != null && open.behind();
        }

        @Override
        public boolean handshaking() {
            return state.get() == State.CONNECTING;
        }

        @Override
        public Queue<ByteBuffer> unsent() {
            return client.socket().outQueue;
        }

        @Override
        public @Nullable ByteBuffer space() {
            return ((LamplinkDraft) client.socket().getDraft()).space();
        }

        @Override
        public void filled(int bytes) {
            ((LamplinkDraft) client.socket().getDraft()).filled(bytes);
        }
    }
}
