package io.lamplink.server.net;

import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WireMeter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
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

    /** A short frame that comes so soon after another is one of many: they wait for the loop, which writes them together. */
    private static final long BURST_NANOS = 1_000_000;

    /** Frames of fewer bytes are put together to be written, which takes less than to write each. */
    private static final int SHORT_BYTES = 4 * 1024;

    /** As many bytes of short frames are written at once. */
    private static final int TOGETHER_BYTES = 32 * 1024;

    private final WireMeter meter;

    /** Held by whoever writes, or adds something else than file data, whose sender would wait for a whole chunk to be written. */
    private final Object writing = new Object();

    private volatile boolean ended;
    private final LongSupplier nanoTime;
    private long wroteAt;
    private @Nullable AcceptedConnection connection;

    AcceptedSocket(WebSocketAdapter events, WireMeter meter) {
        this(events, meter, System::nanoTime);
    }

    /** The same with a clock of nanoseconds from any start. */
    AcceptedSocket(WebSocketAdapter events, WireMeter meter, LongSupplier nanoTime) {
        super(events, List.of(LamplinkDraft.forServer(meter)));
        this.meter = meter;
        this.nanoTime = nanoTime;
        this.wroteAt = nanoTime.getAsLong() - BURST_NANOS;
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
     * What the TCP connection does not take waits for the loop, as file data do, and as what follows at once.
     */
    @Override
    public void sendFrame(Framedata frame) {
        if (frame.getOpcode() == Opcode.BINARY) {
            super.sendFrame(frame);
            return;
        }
        synchronized (writing) {
            long now = nanoTime.getAsLong();
            boolean burst = now - wroteAt < BURST_NANOS;
            if (burst || !isOpen() || !outQueue.isEmpty()) {
                super.sendFrame(frame);
            } else {
                wroteAt = now;
                writeNow(getDraft().createBinaryFrame(frame));
            }
        }
    }

    private void writeNow(ByteBuffer frame) {
        WrappedByteChannel wire = wire();
        try {
            wire.write(frame);
        } catch (IOException e) {
            LOG.trace("The loop will run into it too.", e);
        }
        if (frame.hasRemaining()) {
            outQueue.add(frame);
        }
        if (frame.hasRemaining() || wire.isNeedWrite()) {
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
                writeWhatWaits(key, room);
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

    private void writeWhatWaits(SelectionKey key, ByteBuffer room) throws IOException {
        if (isWrittenAndOver(key, room)) {
            closeConnection();
        }
    }

    /** A close is announced after its frame was added, and looked for here before another can be added. */
    private boolean isWrittenAndOver(SelectionKey key, ByteBuffer room) throws IOException {
        synchronized (writing) {
            boolean all = writesAll(wire(), room);
            if (all) {
                key.interestOpsAnd(~SelectionKey.OP_WRITE);
                if (!outQueue.isEmpty()) {
                    key.interestOpsOr(SelectionKey.OP_WRITE); // it came while this side stopped looking
                    return false;
                }
            }
            return all && isFlushAndClose();
        }
    }

    private boolean writesAll(WrappedByteChannel wire, ByteBuffer room) throws IOException {
        for (ByteBuffer next = outQueue.peek(); next != null; next = outQueue.peek()) {
            boolean together = next.remaining() < SHORT_BYTES && outQueue.size() > 1;
            if (together ? !writesTogether(wire, room) : !writes(wire, next)) {
                return false;
            }
        }
        if (wire.isNeedWrite()) {
            wire.writeMore();
        }
        return !wire.isNeedWrite();
    }

    private WrappedByteChannel wire() {
        return (WrappedByteChannel) getChannel();
    }

    private boolean writes(WrappedByteChannel wire, ByteBuffer next) throws IOException {
        wire.write(next);
        if (next.hasRemaining()) {
            return false;
        }
        outQueue.remove();
        return true;
    }

    private boolean writesTogether(WrappedByteChannel wire, ByteBuffer room) throws IOException {
        room.clear().limit(Math.min(TOGETHER_BYTES, room.capacity()));
        for (ByteBuffer each : outQueue) {
            if (each.remaining() >= SHORT_BYTES || each.remaining() > room.remaining()) {
                break;
            }
            room.put(each.duplicate());
        }
        wire.write(room.flip());
        taken(room.position());
        return !room.hasRemaining();
    }

    /** So many bytes of what waits have left. */
    private void taken(int bytes) {
        for (int left = bytes; left > 0; ) {
            ByteBuffer first = outQueue.element();
            int of = Math.min(left, first.remaining());
            first.position(first.position() + of);
            left -= of;
            if (!first.hasRemaining()) {
                outQueue.remove();
            }
        }
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
        boolean answerWaits =
                isFlushAndClose() && (hasBufferedData() || wire().isNeedWrite()); // the loop sends it, then closes
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
