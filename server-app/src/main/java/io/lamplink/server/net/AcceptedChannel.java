package io.lamplink.server.net;

import io.lamplink.common.security.Tls;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.java_websocket.WrappedByteChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's view of an accepted TCP connection. It sees by the first byte whether the client encrypts, it counts, it
 * lets a request pass only when it is whole and wanted, and it turns every error into the end of the stream, since the
 * library would throw away what was read before the error, or end the whole server. Closing is polite: what was sent
 * reaches the peer even if more of the peer's bytes are on their way, which would otherwise reset the connection.
 */
final class AcceptedChannel implements WrappedByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedChannel.class);
    private static final int READS_AT_ONCE = 16;

    private final SocketChannel channel;
    private final TlsSetup tls;
    private final WireMeter meter;
    private final AcceptedSocket socket;
    private final BooleanSupplier behind;
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private volatile Wire wire;
    private @Nullable HandshakeGate gate;
    private boolean begun;
    private volatile boolean writeFailed;
    private volatile boolean outputEnded;
    private volatile boolean peerEnded;
    private volatile boolean closed;

    /** A channel on {@code channel} that lets through what passes {@code gate}, and reads nothing while {@code behind}. */
    AcceptedChannel(
            SocketChannel channel, AcceptedSocket socket, TlsSetup tls, HandshakeGate gate, BooleanSupplier behind) {
        this.channel = channel;
        this.wire = new ClearWire(channel);
        this.tls = tls;
        this.gate = gate;
        this.meter = socket.meter();
        this.socket = socket;
        this.behind = behind;
    }

    /** Whether the client encrypts; no, as long as nothing came. */
    boolean encrypted() {
        return wire.encrypted();
    }

    @Override
    public int read(ByteBuffer into) {
        if (behind.getAsBoolean()) {
            socket.stopReading();
            return 0;
        }
        return readOrEnd(into);
    }

    /** Never throws: after an error in writing, what the peer still sent is read first, and then the end. */
    @Override
    public int write(ByteBuffer from) {
        int before = from.remaining();
        try {
            if (!writeFailed) {
                wire.write(from);
            }
        } catch (IOException e) {
            LOG.debug("Writing to {} failed.", this, e);
            writeFailed = true;
        }
        if (writeFailed) {
            from.position(from.limit());
        }
        meter.written(before - from.remaining());
        return before - from.remaining();
    }

    @Override
    public boolean isNeedWrite() {
        return !writeFailed && wire.needsWrite();
    }

    @Override
    public void writeMore() {
        try {
            wire.writeMore();
        } catch (IOException e) {
            LOG.debug("Writing to {} failed.", this, e);
            writeFailed = true;
        }
    }

    /** Never: no wire holds plain bytes back. */
    @Override
    public boolean isNeedRead() {
        return false;
    }

    @Override
    public int readMore(ByteBuffer into) {
        return 0;
    }

    @Override
    public boolean isBlocking() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    /** Ends the outgoing half; the rest follows in {@link #linger} or {@link #abort}. */
    @Override
    public void close() {
        closed = true;
        try {
            outputEnded = wire.endOutput();
            if (!peerEnded || !outputEnded) {
                return;
            }
        } catch (IOException e) {
            LOG.trace("{} is gone already.", this, e);
        }
        abort();
    }

    /** Sends what a closed channel still has to say, and throws away what its peer still sends, until both have ended. */
    void linger(ByteBuffer scratch) {
        try {
            outputEnded = outputEnded || wire.endOutput();
            int bytes = scratch.capacity();
            for (int i = 0; i < READS_AT_ONCE && bytes == scratch.capacity(); i++) {
                bytes = channel.read(scratch.clear());
            }
            if (bytes >= 0 || !outputEnded) {
                return;
            }
        } catch (IOException e) {
            LOG.trace("{} is gone.", this, e);
        }
        abort();
    }

    /** Closes the TCP connection. */
    void abort() {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {} failed.", this, e);
        }
        released.complete(null);
    }

    /** Completes when the TCP connection is closed. */
    CompletableFuture<Void> released() {
        return released;
    }

    private int readOrEnd(ByteBuffer into) {
        try {
            HandshakeGate open = gate;
            int bytes = begun ? wire.read(into) : begin(into);
            if (bytes > 0) {
                meter.heard();
                return open == null ? bytes : pass(open, into);
            }
            peerEnded = bytes < 0;
            return bytes;
        } catch (IOException | RuntimeException e) {
            LOG.debug("Reading from {} failed.", this, e);
            peerEnded = true;
            return -1;
        }
    }

    /** The first bytes say whether the client encrypts. */
    private int begin(ByteBuffer into) throws IOException {
        int start = into.position();
        int bytes = channel.read(into);
        begun = bytes > 0;
        if (!begun || into.get(start) != Tls.FIRST_BYTE) {
            return bytes;
        }
        ByteBuffer first = into.duplicate().flip().position(start);
        wire = new EncryptedWire(channel, socket, tls, first);
        into.position(start);
        return wire.read(into);
    }

    /** Keeps what came until the request is whole; then {@code into} has all of it. */
    private int pass(HandshakeGate open, ByteBuffer into) throws IOException {
        into.flip();
        Refusal refusal = null;
        while (into.hasRemaining() && refusal == null && !open.isComplete()) {
            take(open.space(), into);
            refusal = open.refusal();
        }
        if (refusal != null) {
            LOG.debug("Refused {}: {}", this, refusal);
            wire.write(refusal.answer());
            return -1;
        }
        if (!open.isComplete()) {
            into.clear();
            return 0;
        }
        gate = null;
        ByteBuffer head = open.everything();
        byte[] rest = new byte[into.remaining()];
        into.get(rest).clear().put(head).put(rest);
        return into.position();
    }

    private static void take(ByteBuffer room, ByteBuffer from) {
        int bytes = Math.min(room.remaining(), from.remaining());
        room.put(from.slice(from.position(), bytes));
        from.position(from.position() + bytes);
    }

    @Override
    public String toString() {
        return "connection from " + channel.socket().getRemoteSocketAddress();
    }
}
