package io.lamplink.server.net;

import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's end of an accepted connection. The library reads on its selector's thread and decodes on another, and acts
 * on the end of the stream on the first: what it has read but not yet decoded then, a last message or a close frame, it
 * loses. Here the end waits for the decoder. An error of any kind ends the connection, and the decoder goes on.
 */
final class AcceptedSocket extends WebSocketImpl {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedSocket.class);

    private final WireMeter meter;
    private final Object writing = new Object();
    private final AtomicInteger undecoded = new AtomicInteger();
    private volatile boolean ended;
    private @Nullable AcceptedConnection connection;

    AcceptedSocket(WebSocketAdapter server, WireMeter meter) {
        super(server, List.of(LamplinkDraft.forServer(meter)));
        this.meter = meter;
    }

    WireMeter meter() {
        return meter;
    }

    /** What this is the library's end of; set once the library has told the TCP connection, before anything is read. */
    AcceptedConnection connection() {
        return Objects.requireNonNull(connection);
    }

    void belongsTo(AcceptedConnection owner) {
        connection = owner;
    }

    /**
     * Writes a short frame at once if nothing waits, since the way to the selector's thread and back costs several times what
     * writing does. What the TCP connection does not take, waits for the selector as every other frame does.
     */
    @Override
    public void sendFrame(Framedata frame) {
        synchronized (writing) {
            if (frame.getOpcode() == Opcode.BINARY || !isOpen() || !outQueue.isEmpty()) {
                super.sendFrame(frame);
            } else {
                writeNow(getDraft().createBinaryFrame(frame));
            }
        }
    }

    private void writeNow(ByteBuffer frame) {
        try {
            getChannel().write(frame);
        } catch (IOException e) {
            LOG.trace("The selector's thread will run into it too.", e);
        }
        if (frame.hasRemaining()) {
            outQueue.add(frame);
            wake();
        }
    }

    /** The selector's thread has read bytes, which {@link #decode} will get. */
    void handedOver() {
        undecoded.incrementAndGet();
    }

    /** Whether the peer has ended the stream. */
    boolean ended() {
        return ended;
    }

    @Override
    public void decode(ByteBuffer bytes) {
        try {
            super.decode(bytes);
        } catch (Throwable e) {
            LOG.error("An error in decoding; the connection is closed.", e);
            closeConnection(CloseFrame.UNEXPECTED_CONDITION, "An error in the program.");
        } finally {
            if (undecoded.decrementAndGet() == 0 && ended) {
                actOnEnd();
            }
        }
    }

    /** Called by the selector's thread at the end of the stream, possibly more than once. */
    @Override
    public void eot() {
        ended = true;
        stopReading();
        if (undecoded.get() == 0) {
            actOnEnd();
        }
    }

    /** No more reads until {@link #wake()}; without, the selector would find the same bytes again and again. */
    void stopReading() {
        try {
            getSelectionKey().interestOpsAnd(~SelectionKey.OP_READ);
        } catch (CancelledKeyException e) {
            LOG.trace("Closed meanwhile.", e);
        }
    }

    /** Whether frames wait that the selector may have forgotten, or a reader that should be reading. */
    boolean needsWaking(boolean shouldRead) {
        try {
            boolean reads = (getSelectionKey().interestOps() & SelectionKey.OP_READ) != 0;
            return hasBufferedData() || (shouldRead && !reads && !ended);
        } catch (CancelledKeyException e) {
            return false;
        }
    }

    /** Has the selector look at this connection, for reading and for writing. */
    void wake() {
        getWebSocketListener().onWriteDemand(this);
    }

    private void actOnEnd() {
        boolean answerWaits = isFlushAndClose() && hasBufferedData(); // the selector sends it, then closes
        if (isClosed() || answerWaits) {
            return;
        }
        try {
            super.eot();
        } catch (RuntimeException e) {
            LOG.debug("Closed meanwhile.", e);
            closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        }
    }
}
