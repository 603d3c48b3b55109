package io.lamplink.server.net;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import io.lamplink.common.websocket.Transport;
import io.lamplink.common.websocket.WebSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client from its first byte to its last: the TCP connection, the library's end of it, and the channel it becomes. */
final class AcceptedConnection implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedConnection.class);

    private final AcceptedSocket socket;
    private final SocketChannel channel;
    private final ConnectionLoop loop;
    private final ServerLimits limits;
    private final AcceptedChannel wire;
    private final WebSocketChannel link;
    private final TlsSetup tls;
    private final boolean turnedAway;
    private final long acceptedAt = System.nanoTime();
    private volatile boolean opened;
    private long closingSince;
    private boolean closing;

    /**
     * A connection on {@code channel}, which {@code loop} serves once it has {@linkplain #begin() begun}.
     *
     * @param turnedAway why its request will be refused whatever it is; null if that is open
     */
    AcceptedConnection(
            AcceptedSocket socket,
            SocketChannel channel,
            ConnectionLoop loop,
            ServerLimits limits,
            Supplier<DoorRules> rules,
            TlsSetup tls,
            @Nullable Refusal turnedAway)
            throws IOException {
        this.socket = socket;
        this.channel = channel;
        this.loop = loop;
        this.limits = limits;
        InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
        InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
        this.link = new WebSocketChannel(socket, socket.meter(), this, limits.close(), remote, local);
        this.tls = tls;
        this.turnedAway = turnedAway != null;
        HandshakeGate gate = new HandshakeGate(head -> turnedAway != null ? turnedAway : judge(head, rules.get()));
        this.wire = new AcceptedChannel(channel, socket, tls, gate, link::behind);
        var _ = wire.released().thenRun(loop::wake);
        socket.belongsTo(this);
    }

    private @Nullable Refusal judge(String head, DoorRules rules) {
        InetAddress remote = link.remoteAddress().getAddress();
        Refusal refusal = RequestHead.judge(head, rules, link.localAddress().getAddress());
        if (refusal == null && rules.pin()) {
            socket.meter().hold();
        }
        if (refusal != null
                || wire.encrypted()
                || rules.unencrypted()
                || tls.ours().test(remote)) {
            return refusal;
        }
        tls.clearTurnedAway().accept(remote);
        return Refusal.UNENCRYPTED;
    }

    /** Whether it takes a place of those that there are. */
    boolean counts() {
        return !turnedAway;
    }

    /** Whether the client is at {@code address}. */
    boolean comesFrom(InetAddress address) {
        return link.remoteAddress().getAddress().equals(address);
    }

    AcceptedSocket socket() {
        return socket;
    }

    AcceptedChannel wire() {
        return wire;
    }

    WebSocketChannel link() {
        return link;
    }

    /** Is served from now on. */
    void begin() {
        try {
            loop.add(channel, socket);
        } catch (IOException e) {
            LOG.debug("Closed before it began.", e);
            abort();
        }
    }

    /** The handshake is done. */
    void opened(Function<? super Channel, ? extends ChannelListener> opener) {
        opened = true;
        link.opened(opener);
    }

    /** The library is done with it. */
    void closed(int code, @Nullable String reason) {
        if (opened) {
            link.closed(code, reason);
        }
    }

    /** Closes with a close frame, or at once if there is no WebSocket yet. */
    void close(CloseReason reason) {
        if (opened) {
            link.close(reason);
        } else {
            link.cut(reason);
        }
    }

    /** Completes when the TCP connection is closed and the listener, if there is one, has been told. */
    CompletableFuture<Void> gone() {
        return opened ? CompletableFuture.allOf(wire.released(), link.ended()) : wire.released();
    }

    /**
     * Does what nobody else would do in time; called every few milliseconds by one thread.
     *
     * @param scratch room for bytes that nobody wants
     * @return whether it comes, goes or rests, and should be looked after again soon
     */
    boolean lookAfter(long now, ByteBuffer scratch) {
        boolean moves = !opened || !wire.isOpen() || !socket.reads() || socket.ended();
        if (!wire.isOpen()) {
            wire.linger(scratch);
            cutAfter(limits.close(), now);
        } else if (!opened) {
            int times = wire.encrypted() ? TlsSetup.TIMES_AS_LONG : 1;
            if (now - acceptedAt > times * limits.handshake().toNanos()) {
                socket.closeConnection(CloseFrame.NEVER_CONNECTED, "No handshake came in time.");
            }
        } else if (wire.isNeedWrite() || (!socket.reads() && !socket.ended() && !link.behind())) {
            socket.wake();
        }
        if (socket.ended()) {
            cutAfter(limits.close(), now);
        }
        return moves;
    }

    @Override
    public void resumeReading() {
        socket.wake();
    }

    @Override
    public boolean encrypted() {
        return wire.encrypted();
    }

    @Override
    public Optional<Fingerprint> binding() {
        return wire.encrypted() ? Optional.of(tls.fingerprint()) : Optional.empty();
    }

    @Override
    public void abort() {
        wire.abort();
    }

    private void cutAfter(Duration patience, long now) {
        if (!closing) {
            closing = true;
            closingSince = now;
        } else if (now - closingSince > patience.toNanos()) {
            link.cut(new CloseReason(CloseReason.ABNORMAL, ""));
        }
    }
}
