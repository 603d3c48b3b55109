package io.lamplink.common.websocket;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.SharedFrame;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.enums.Role;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.framing.PongFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of Java-WebSocket as a {@link Channel}. Its endpoint passes on the library's callbacks; they return at
 * once, and the {@link ChannelListener} hears of them in order on {@link ChannelThreads}. Any thread may call any method.
 */
public final class WebSocketChannel implements Channel {
    /** Smaller buffers are made and freed faster on the heap than their copying takes. */
    private static final int WORTH_DIRECT = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketChannel.class);
    private static final SecureRandom NONCES = new SecureRandom();

    private final WebSocketImpl socket;
    private final WireMeter meter;
    private final Transport transport;
    private final Duration closeWithin;
    private final InetSocketAddress remoteAddress;
    private final InetSocketAddress localAddress;
    private final String product;
    private final Inbox inbox;
    private final PingTimes pings = new PingTimes(NONCES);
    private final AtomicReference<@Nullable CloseReason> closing = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A channel for {@code socket}.
     *
     * @param meter the one that the socket's {@link LamplinkDraft} and its streams count with
     * @param closeWithin how long a close frame may wait for the peer before the connection is cut
     */
    public WebSocketChannel(
            WebSocketImpl socket,
            WireMeter meter,
            Transport transport,
            Duration closeWithin,
            InetSocketAddress remoteAddress,
            InetSocketAddress localAddress) {
        this(socket, meter, transport, closeWithin, remoteAddress, localAddress, "");
    }

    /** The same to a peer of which {@link Channel#product()} is known. */
    public WebSocketChannel(
            WebSocketImpl socket,
            WireMeter meter,
            Transport transport,
            Duration closeWithin,
            InetSocketAddress remoteAddress,
            InetSocketAddress localAddress,
            String product) {
        this.product = product;
        this.socket = socket;
        this.meter = meter;
        this.transport = transport;
        this.closeWithin = closeWithin;
        this.remoteAddress = remoteAddress;
        this.localAddress = localAddress;
        this.inbox = new Inbox(ChannelThreads.executor(), this::caughtUp, this::listenerFailed);
    }

    @Override
    public void send(Frame frame) {
        closeIfFull();
        transmit(PartsFrame.of(frame));
    }

    private void closeIfFull() {
        boolean full = meter.queuedTextBytes() > QueueLimits.MAX_TEXT_BYTES
                || meter.queuedBytes() > QueueLimits.MAX_BYTES
                || socket.outQueue.size() > QueueLimits.MAX_FRAMES;
        if (full) {
            close(new CloseReason(CloseReason.POLICY, "More waits to be read than fits."));
        }
    }

    /** Frames of a server have no mask, so that all its channels write the same bytes. */
    @Override
    public void send(SharedFrame frame) {
        if (socket.getDraft().getRole() == Role.SERVER) {
            closeIfFull();
            transmit(new EncodedFrame(frame.wire(WebSocketChannel::unmasked)));
        } else {
            send(frame.frame());
        }
    }

    private static ByteBuffer unmasked(Frame frame) {
        PartsFrame parts = PartsFrame.of(frame);
        return FrameEncoder.encode(parts.opcode(), true, parts.parts(), parts.ceded());
    }

    /** The library's server writes to a channel of the system, which copies from the heap; its client needs an array. */
    @Override
    public ByteBuffer allocate(int bytes) {
        return sendsDirect(bytes) ? ByteBuffer.allocateDirect(bytes) : ByteBuffer.allocate(bytes);
    }

    private boolean sendsDirect(int bytes) {
        return socket.getDraft().getRole() == Role.SERVER && bytes >= WORTH_DIRECT;
    }

    @Override
    public @Nullable ByteBuffer lend(int bytes) {
        return sendsDirect(bytes) && bytes <= PayloadBuffers.BYTES
                ? PayloadBuffers.shared().take()
                : allocate(bytes);
    }

    @Override
    public int lendable() {
        return socket.getDraft().getRole() == Role.SERVER
                ? PayloadBuffers.shared().left()
                : Integer.MAX_VALUE;
    }

    @Override
    public void reuse(ByteBuffer data) {
        PayloadBuffers.shared().give(data);
    }

    @Override
    public int headerBytes(long payloadBytes) {
        return FrameEncoder.headerBytes(payloadBytes, socket.getDraft().getRole() == Role.CLIENT);
    }

    @Override
    public long queuedBytes() {
        return closed.get() ? 0 : meter.queuedBytes();
    }

    @Override
    public void ping() {
        PingFrame ping = new PingFrame();
        ping.setPayload(pings.next(System.nanoTime()));
        transmit(ping);
    }

    @Override
    public long nanosStuck() {
        return closed.get() ? 0 : meter.nanosStuck();
    }

    @Override
    public long nanosSinceLastByte() {
        return behind() ? 0 : Math.min(meter.nanosSinceHeard(), meter.pace().nanosSinceRest());
    }

    @Override
    public void rest(long nanos) {
        meter.pace().rest(nanos);
    }

    @Override
    public boolean isAccepted() {
        return socket.getDraft().getRole() == Role.SERVER;
    }

    @Override
    public void close(CloseReason reason) {
        if (!closing.compareAndSet(null, reason) || closed.get()) {
            return;
        }
        if (sendable(reason.code())) {
            socket.close(reason.code(), reason.text());
            later(() -> cut(reason));
        } else {
            cut(reason);
        }
    }

    @Override
    public String product() {
        return product;
    }

    @Override
    public boolean encrypted() {
        return transport.encrypted();
    }

    @Override
    public Optional<Fingerprint> binding() {
        return transport.binding();
    }

    @Override
    public boolean held() {
        return meter.held();
    }

    @Override
    public void letIn() {
        meter.letIn();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remoteAddress;
    }

    @Override
    public InetSocketAddress localAddress() {
        return localAddress;
    }

    /** Ends the connection without waiting for the peer. */
    public void cut(CloseReason reason) {
        socket.closeConnection(reason.code(), reason.text());
        transport.abort();
    }

    /** The handshake is done: {@code opener} gives the listener of everything that follows. */
    public void opened(Function<? super Channel, ? extends ChannelListener> opener) {
        inbox.opened(() -> opener.apply(this));
    }

    /** A text message came. */
    public void heard(String text) {
        inbox.heard(new Frame.Text(text));
    }

    /** A binary message came; its buffer is nobody else's. */
    public void heard(ByteBuffer bytes) {
        inbox.heard(Frame.Binary.of(bytes));
    }

    /** A ping came. */
    public void pinged(Framedata ping) {
        if (ping instanceof PingFrame asked && socket.outQueue.size() < QueueLimits.MAX_FRAMES_FOR_PONG) {
            transmit(new PongFrame(asked));
        }
    }

    /** A pong came. */
    public void ponged(Framedata pong) {
        pings.answered(pong.getPayloadData(), System.nanoTime()).ifPresent(inbox::pong);
    }

    /** The library is done with the connection. The reason may be one of its own, below 1000 or null. */
    public void closed(int code, @Nullable String reason) {
        if (closed.compareAndSet(false, true)) {
            inbox.closed(reasonOf(code, reason));
            later(transport::abort);
        }
    }

    /**
     * Whether the transport must stop reading: until told to resume if so many frames wait for the listener, and for a while
     * that nobody tells the end of if the peer brings more than it may.
     */
    public boolean behind() {
        return (inbox.behind() || meter.pace().rests()) && !closed.get();
    }

    /** Completes when the listener has been told of the end, or when there was none to tell. */
    public CompletableFuture<Void> ended() {
        return inbox.ended();
    }

    /** A peer may answer a close and be gone before the library notes that it asked; it then reports a broken link. */
    private CloseReason reasonOf(int code, @Nullable String reason) {
        if (code >= CloseReason.NORMAL && code != CloseReason.ABNORMAL) {
            return new CloseReason(code, reason == null ? "" : reason);
        }
        CloseReason ours = closing.get();
        return ours == null ? new CloseReason(CloseReason.ABNORMAL, "") : ours;
    }

    private void transmit(Framedata frame) {
        try {
            socket.sendFrame(frame);
        } catch (WebsocketNotConnectedException e) {
            LOG.trace("Dropped a frame ({}): the connection is not open.", frame.getOpcode());
        }
    }

    private void caughtUp() {
        meter.heard(); // the silence was ours
        transport.resumeReading();
    }

    private void listenerFailed() {
        close(new CloseReason(CloseFrame.UNEXPECTED_CONDITION, "An error in the program."));
    }

    /** Runs {@code task}, which must be quick and harmless if it comes too late. */
    private void later(Runnable task) {
        CompletableFuture.delayedExecutor(closeWithin.toMillis(), TimeUnit.MILLISECONDS, ChannelThreads.executor())
                .execute(task);
    }

    /** Whether the code may stand in a close frame (RFC 6455, section 7.4); the library throws for the others. */
    private static boolean sendable(int code) {
        boolean reserved = code == 1004 || code == 1005 || code == CloseReason.ABNORMAL;
        boolean defined = code >= 1000 && code <= 1014;
        boolean ours = code >= 3000 && code <= 4999;
        return !reserved && (defined || ours);
    }
}
