package io.lamplink.server.net;

import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Objects;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WrappedByteChannel;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library's end of an accepted connection. The thread of its {@link ConnectionLoop} reads and decodes; frames are written
 * by that thread or by whoever sends them, one at a time. An error of any kind ends the connection, and the loop goes on.
 */
final class AcceptedSocket extends WebSocketImpl {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptedSocket.class);

    private final WireMeter meter;

    /** Held by whoever writes, or adds to what waits. */
    private final Object writing = new Object();

    private volatile boolean ended;
    private @Nullable AcceptedConnection connection;

    AcceptedSocket(WebSocketAdapter events, WireMeter meter) {
        super(events, List.of(LamplinkDraft.forServer(meter)));
        this.meter = meter;
    }

    WireMeter meter() {
        return meter;
    }

    /** What this is the library's end of; set before anything is read. */
    AcceptedConnection connection() {
        return Objects.requireNonNull(connection);
    }

    void belongsTo(AcceptedConnection owner) {
        connection = owner;
    }

    /**
     * Writes a short frame at once if nothing waits, since the way to another thread costs several times what writing does.
     * What the TCP connection does not take waits for the loop, as file data do.
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
            LOG.trace("The loop will run into it too.", e);
        }
        if (frame.hasRemaining()) {
            outQueue.add(frame);
            wakeToWrite();
        }
    }

    /**
     * Does what {@code key} is ready for; called by the loop's thread.
     *
     * @param room for what is read
     */
    void serve(SelectionKey key, ByteBuffer room) {
        try {
            if (key.isReadable()) {
                read(room.clear());
            }
            if (key.isValid() && key.isWritable()) {
                writeWhatWaits(key);
            }
        } catch (CancelledKeyException e) {
            LOG.trace("Closed meanwhile.", e);
        } catch (Throwable e) {
            LOG.error("An error in serving; the connection is closed.", e);
            closeConnection(CloseFrame.UNEXPECTED_CONDITION, "An error in the program.");
        }
    }

    private void read(ByteBuffer room) throws IOException {
        int bytes = getChannel().read(room);
        if (bytes < 0) {
            eot();
        } else if (bytes > 0) {
            decode(room.flip());
        }
    }

    private void writeWhatWaits(SelectionKey key) throws IOException {
        synchronized (writing) {
            if (!writesAll((WrappedByteChannel) getChannel())) {
                return;
            }
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
        if (isFlushAndClose()) {
            closeConnection();
        }
    }

    private boolean writesAll(WrappedByteChannel wire) throws IOException {
        for (ByteBuffer next = outQueue.peek(); next != null; next = outQueue.peek()) {
            wire.write(next);
            if (next.hasRemaining()) {
                return false;
            }
            outQueue.remove();
        }
        if (wire.isNeedWrite()) {
            wire.writeMore();
        }
        return !wire.isNeedWrite();
    }

    /** Whether the peer has ended the stream. */
    boolean ended() {
        return ended;
    }

    /** The peer has ended the stream; told once or more. */
    @Override
    public void eot() {
        ended = true;
        stopReading();
        boolean answerWaits = isFlushAndClose() && hasBufferedData(); // the loop sends it, then closes
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

    /** No more reads until {@link #wake()}; without, the loop would find the same bytes again and again. */
    void stopReading() {
        try {
            getSelectionKey().interestOpsAnd(~SelectionKey.OP_READ);
        } catch (CancelledKeyException e) {
            LOG.trace("Closed meanwhile.", e);
        }
    }

    /** Whether it is read from. */
    boolean reads() {
        try {
            return (getSelectionKey().interestOps() & SelectionKey.OP_READ) != 0;
        } catch (CancelledKeyException e) {
            return true; // as long as there was anything to read
        }
    }

    /** Has the loop look at this connection, for reading unless that has come to an end, and for writing. */
    void wake() {
        lookAtFor(ended ? SelectionKey.OP_WRITE : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Has the loop write what waits. */
    void wakeToWrite() {
        lookAtFor(SelectionKey.OP_WRITE);
    }

    private void lookAtFor(int operations) {
        try {
            SelectionKey key = getSelectionKey();
            key.interestOpsOr(operations);
            key.selector().wakeup();
        } catch (CancelledKeyException e) {
            outQueue.clear(); // nobody will write it
        }
    }
}
