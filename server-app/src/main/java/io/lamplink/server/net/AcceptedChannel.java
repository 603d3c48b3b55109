package io.lamplink.server.net;

import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's view of an accepted TCP connection. It counts, it lets a request pass only when it is whole and wanted,
 * and it turns every error into the end of the stream, since the library would throw away what was read before the error,
 * or end the whole server. Closing is polite: what was sent reaches the peer even if more of the peer's bytes are on
 * their way, which would otherwise reset the connection.
 */
final class AcceptedChannel implements ByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedChannel.class);
    private static final int READS_AT_ONCE = 16;

    private final SocketChannel wire;
    private final WireMeter meter;
    private final AcceptedSocket socket;
    private final BooleanSupplier behind;
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private @Nullable HandshakeGate gate;
    private boolean writeFailed;
    private volatile boolean peerEnded;
    private volatile boolean closed;

    /** A channel on {@code wire} that lets through what passes {@code gate}, and reads nothing while {@code behind}. */
    AcceptedChannel(SocketChannel wire, AcceptedSocket socket, HandshakeGate gate, BooleanSupplier behind) {
        this.gate = gate;
        this.wire = wire;
        this.meter = socket.meter();
        this.socket = socket;
        this.behind = behind;
    }

    @Override
    public int read(ByteBuffer into) {
        if (behind.getAsBoolean()) {
            socket.stopReading();
            return 0;
        }
        int bytes = readOrEnd(into);
        if (bytes > 0) {
            socket.handedOver();
        }
        return bytes;
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
    public boolean isOpen() {
        return !closed;
    }

    /** Ends the outgoing half; the rest follows in {@link #linger} or {@link #abort}. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!peerEnded) {
                wire.shutdownOutput();
                return;
            }
        } catch (IOException e) {
            LOG.trace("{} is gone already.", this, e);
        }
        abort();
    }

    /** Throws away what a peer of a closed channel still sends, until it ends too. */
    void linger(ByteBuffer scratch) {
        try {
            int bytes = scratch.capacity();
            for (int i = 0; i < READS_AT_ONCE && bytes == scratch.capacity(); i++) {
                bytes = wire.read(scratch.clear());
            }
            if (bytes >= 0) {
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
            wire.close();
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
            int bytes = wire.read(open == null ? into : open.space());
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

    private int pass(HandshakeGate open, ByteBuffer into) throws IOException {
        Refusal refusal = open.refusal();
        if (refusal != null) {
            LOG.debug("Refused {}: {}", this, refusal);
            wire.write(refusal.answer());
            return -1;
        }
        if (!open.isComplete()) {
            return 0;
        }
        ByteBuffer head = open.everything();
        gate = null;
        into.put(head);
        return head.position();
    }

    @Override
    public String toString() {
        return "connection from " + wire.socket().getRemoteSocketAddress();
    }
}
