package io.lamplink.common.simulation;

import io.lamplink.common.protocol.Dialect;
import io.lamplink.common.protocol.DialectTraits;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A real dialect with small chunks, watched from the side that sends files: header, acknowledgement, chunks within the
 * window from where the receiver wants them, end, in that order, and next to nothing while somebody pauses. What breaks the
 * order is kept as a complaint.
 */
public final class WatchedDialect implements Dialect {
    /** Chunks that may be on their way from the disk when a pause comes. */
    private static final int READ_AHEAD = 2;

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
        private boolean begun;
        private boolean heldByUs;
        private boolean heldByPeer;
        private int whileHeld;

        private boolean isUnderWay() {
            return stage == Stage.ACCEPTED || stage == Stage.SENT;
        }
    }

    private final Dialect real;
    private final DialectTraits traits;
    private final long window;
    private final Map<UUID, Outgoing> outgoing = new HashMap<>();
    private final Set<UUID> resumed = new HashSet<>();
    private final Set<UUID> restarted = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private long mostOut;

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
                t.resumes(),
                t.outgoingAtOnce(),
                t.eagerBytes() < 0 ? -1 : Math.min(t.eagerBytes(), chunkBytes),
                chunkBytes,
                t.chunkHeaderBytes());
    }

    /** What was not as it should be. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The most bytes of all files together that were out and not acknowledged. */
    public long mostOut() {
        return mostOut;
    }

    /** Outgoing files that went on where an earlier link had left them. */
    public Set<UUID> resumed() {
        return Set.copyOf(resumed);
    }

    /** Outgoing files that started over although the receiver had something of them. */
    public Set<UUID> restarted() {
        return Set.copyOf(restarted);
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
            case Message.FilePause pause -> held(pause.transferId(), true, true);
            case Message.FileResume resume -> held(resume.transferId(), true, false);
            default -> {}
        }
    }

    private void comes(Message message) {
        switch (message) {
            case Message.FileAck ack
            when outgoing.containsKey(ack.transferId()) -> accepted(outgoing.get(ack.transferId()), ack.offset());
            case Message.FileChunkAck ack
            when outgoing.containsKey(ack.transferId()) -> outgoing.get(ack.transferId()).acknowledged = ack.written();
            case Message.FileRefused refused -> over(refused.transferId());
            case Message.FileCancel cancel -> over(cancel.transferId());
            case Message.FileVerified verified -> over(verified.transferId());
            case Message.FilePause pause -> held(pause.transferId(), false, true);
            case Message.FileResume resume -> held(resume.transferId(), false, false);
            default -> {}
        }
    }

    private void header(Message.FileHeader header) {
        Outgoing file = new Outgoing();
        file.size = header.size();
        file.begun = header.size() <= traits.eagerBytes();
        file.stage = file.begun ? Stage.ACCEPTED : Stage.OFFERED;
        long atOnce = outgoing.values().stream()
                .filter(other -> other.stage != Stage.OVER && other.acknowledged < other.size)
                .count();
        check(outgoing.put(header.transferId(), file) == null, "A file was offered twice.");
        check(traits.digests() || atOnce < traits.outgoingAtOnce(), "Too many files at once.");
    }

    private static void accepted(Outgoing file, long offset) {
        if (file.stage == Stage.OFFERED) {
            file.stage = Stage.ACCEPTED;
            file.sent = offset;
            file.acknowledged = offset;
        }
    }

    private void chunk(Message.FileChunk chunk) {
        Outgoing file = outgoing.get(chunk.transferId());
        if (file == null || file.stage != Stage.ACCEPTED) {
            check(false, "A chunk of a file that is not under way.");
            return;
        }
        begin(file, chunk);
        check(chunk.offset() == file.sent, "A chunk is out of order.");
        file.sent += chunk.data().remaining();
        check(file.sent <= file.size, "More was sent than announced.");
        file.whileHeld += file.heldByUs || file.heldByPeer ? 1 : 0;
        check(file.whileHeld <= READ_AHEAD, "A paused file moves.");
        long out = outgoing.values().stream()
                .filter(Outgoing::isUnderWay)
                .mapToLong(other -> other.sent - other.acknowledged)
                .sum();
        mostOut = Math.max(mostOut, out);
        check(out <= window, "More is out than the window takes.");
    }

    /** The first chunk is the one that the receiver asked for, or the very first one. */
    private void begin(Outgoing file, Message.FileChunk chunk) {
        if (!file.begun && file.sent > 0) {
            Set<UUID> which = chunk.offset() == 0 ? restarted : resumed;
            which.add(chunk.transferId());
            file.sent = Math.min(file.sent, chunk.offset());
            file.acknowledged = file.sent;
        }
        file.begun = true;
    }

    private void end(Message.FileComplete complete) {
        Outgoing file = outgoing.get(complete.transferId());
        boolean whole = file != null && file.stage == Stage.ACCEPTED && file.sent == complete.size();
        check(whole, "The end of a file that is not all sent.");
        if (file != null) {
            file.stage = Stage.SENT;
            if (!file.begun && file.size > 0) {
                resumed.add(complete.transferId());
            }
        }
    }

    private void held(UUID id, boolean byUs, boolean begins) {
        Outgoing file = outgoing.get(id);
        if (file != null) {
            file.heldByUs = byUs ? begins : file.heldByUs;
            file.heldByPeer = byUs ? file.heldByPeer : begins;
            file.whileHeld = begins ? file.whileHeld : 0;
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
