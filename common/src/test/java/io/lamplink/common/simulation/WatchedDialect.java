package io.lamplink.common.simulation;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A real dialect with small chunks, watched from the side that sends files: header, acknowledgement, chunks within the
 * window, end, in that order. What breaks the order is kept as a complaint.
 */
public final class WatchedDialect implements Dialect {
    private enum Stage {
        OFFERED,
        ACCEPTED,
        SENT,
        OVER
    }

    private static final class Outgoing {
        private Stage stage = Stage.OFFERED;
        private long size;
        private long sent;
        private long acknowledged;
    }

    private final Dialect real;
    private final DialectTraits traits;
    private final long window;
    private final Map<UUID, Outgoing> outgoing = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** The same wire with chunks of {@code chunkBytes}, of which {@code window} bytes may be out. */
    public WatchedDialect(Dialect real, int chunkBytes, long window) {
        DialectTraits t = real.traits();
        this.real = real;
        this.window = window;
        this.traits = new DialectTraits(
                t.name(),
                t.greets(),
                t.acknowledgesChat(),
                t.digests(),
                t.refuses(),
                t.resumes(),
                t.outgoingAtOnce(),
                t.eagerBytes() < 0 ? -1 : chunkBytes,
                chunkBytes,
                t.chunkHeaderBytes());
    }

    /** What was not as it should be. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public DialectTraits traits() {
        return traits;
    }

    @Override
    public List<Frame> encode(Message message) {
        leaves(message);
        try {
            return real.encode(message);
        } catch (IllegalArgumentException e) {
            complaints.add("The wire cannot say " + message + ": " + e.getMessage());
            throw e;
        }
    }

    @Override
    public List<Message> decode(Frame frame) throws MalformedFrameException {
        List<Message> messages;
        try {
            messages = real.decode(frame);
        } catch (MalformedFrameException e) {
            complaints.add("Malformed: " + e.sentence());
            throw e;
        }
        messages.forEach(this::comes);
        return messages;
    }

    private void leaves(Message message) {
        switch (message) {
            case Message.FileHeader header -> header(header);
            case Message.FileChunk chunk -> chunk(chunk);
            case Message.FileComplete complete -> end(complete);
            case Message.FileCancel cancel -> over(cancel.transferId());
            default -> {}
        }
    }

    private void comes(Message message) {
        switch (message) {
            case Message.FileAck ack
            when outgoing.containsKey(ack.transferId()) -> outgoing.get(ack.transferId()).stage = Stage.ACCEPTED;
            case Message.FileChunkAck ack
            when outgoing.containsKey(ack.transferId()) -> outgoing.get(ack.transferId()).acknowledged = ack.written();
            default -> {}
        }
    }

    private void header(Message.FileHeader header) {
        Outgoing file = new Outgoing();
        file.size = header.size();
        long atOnce = outgoing.values().stream()
                .filter(other -> other.stage != Stage.OVER && other.acknowledged < other.size)
                .count();
        check(outgoing.put(header.transferId(), file) == null, "A file was offered twice.");
        check(traits.refuses() || atOnce < traits.outgoingAtOnce(), "Too many files at once.");
    }

    private void chunk(Message.FileChunk chunk) {
        Outgoing file = outgoing.get(chunk.transferId());
        if (file == null || file.stage != Stage.ACCEPTED) {
            check(false, "A chunk of a file that is not under way.");
            return;
        }
        check(chunk.offset() == file.sent, "A chunk is out of order.");
        file.sent += chunk.data().remaining();
        check(file.sent <= file.size, "More was sent than announced.");
        check(file.sent - file.acknowledged <= window, "More is out than the window takes.");
    }

    private void end(Message.FileComplete complete) {
        Outgoing file = outgoing.get(complete.transferId());
        boolean whole = file != null && file.stage == Stage.ACCEPTED && file.sent == complete.size();
        check(whole, "The end of a file that is not all sent.");
        if (file != null) {
            file.stage = Stage.SENT;
        }
    }

    private void over(UUID id) {
        Outgoing file = outgoing.get(id);
        if (file != null) {
            file.stage = Stage.OVER;
        }
    }

    private void check(boolean right, String complaint) {
        if (!right) {
            complaints.add(complaint);
        }
    }
}
