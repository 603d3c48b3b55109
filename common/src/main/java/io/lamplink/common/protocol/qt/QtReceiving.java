package io.lamplink.common.protocol.qt;

import static io.lamplink.common.protocol.ProtocolLimits.MAX_CHUNK_BYTES;
import static io.lamplink.common.protocol.ProtocolLimits.MAX_FILE_NAME_CHARS;

import io.lamplink.common.protocol.FailureReason;
import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.MalformedFrameException;
import io.lamplink.common.protocol.MalformedFrameException.Severity;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.WireText;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files that come from a Qt peer, one after another: gives each an id and its chunks their offsets, and owes the peer
 * one FILE_CHUNK_ACK for every FILE_CHUNK.
 *
 * <p>The acknowledgement of a chunk leaves when the chunk is said to be written. That of a chunk which nobody will write
 * (its file cancelled, replaced or full, the chunk itself cut short) is held back and leaves together with the next one
 * that is due. Holding it back stops a Qt sender, which has no other way to hear that a file is not wanted; paying it later
 * keeps a sender's count right that gives acknowledgements to its chunks in order, as {@link QtSending} does.
 *
 * <p>The original server sends one chunk and waits; but it sends one more for each acknowledgement, whenever that comes. It
 * gets {@value #AHEAD} ahead, so that a file takes fewer round trips, and the last one when everything is written, because
 * it calls the file sent then. What is held back from it is never paid: it counts nothing.
 */
final class QtReceiving {
    /** The chunk size of the original program, in bytes; the wire does not say it. */
    static final int CHUNK_BYTES = 64 * 1024;

    /** Acknowledgements of each kind that may be owed: a peer that has sent more chunks without any does not wait for them. */
    static final int MAX_OWED = 4096;

    /** Chunks that an original server may send before the first of them is written: 1 MiB with the one that came unasked. */
    static final int AHEAD = 15;

    private static final class Incoming {
        private final UUID id;
        private final @Nullable String name;
        private final long size;
        private long received;
        private long chunksWritten;
        private long acksGiven;

        /** {@code name} as it came, to be echoed. */
        private Incoming(UUID id, @Nullable String name, long size) {
            this.id = id;
            this.name = name;
            this.size = size;
        }

        private boolean complete() {
            return received == size;
        }

        /** How many acknowledgements an original server should have by now. */
        private long acksDue(boolean allWritten) {
            long chunks = size / CHUNK_BYTES + (size % CHUNK_BYTES == 0 ? 0 : 1);
            long ahead = allWritten ? 0 : Math.min(chunks - 1, chunksWritten + AHEAD);
            return Math.max(chunksWritten, ahead);
        }
    }

    /** A chunk that was passed on and is not known to be written: its file and where it ended. */
    private record Unwritten(UUID transferId, long end) {}

    private final Supplier<UUID> ids;
    private final boolean ahead;
    private final Deque<Unwritten> unwritten = new ArrayDeque<>();
    private int heldBack;
    private @Nullable Incoming current;
    private boolean discarding;

    /** Nothing comes yet; {@code ahead} for a peer that is the original server. */
    QtReceiving(Supplier<UUID> ids, boolean ahead) {
        this.ids = ids;
        this.ahead = ahead;
    }

    /** A header ends what came before, even if it makes no sense itself: the chunks behind it are not the old file's. */
    List<Message> header(QtReader in) throws MalformedFrameException {
        UUID unfinished = leave();
        discarding = true;
        try {
            String name = in.string(MAX_FILE_NAME_CHARS);
            long size = in.int64();
            if (size >= 0) {
                return begin(new Incoming(ids.get(), name, size), unfinished);
            }
        } catch (MalformedFrameException e) {
            throw malformed("A FILE_HEADER is cut short, or its name is not one.", unfinished);
        }
        throw malformed("A FILE_HEADER announces a negative size.", unfinished);
    }

    private List<Message> begin(Incoming file, @Nullable UUID unfinished) {
        current = file;
        discarding = false;
        List<Message> messages = new ArrayList<>();
        if (unfinished != null) {
            messages.add(new Message.FileCancel(
                    unfinished, FailureReason.REPLACED, "The sender began another file before this one was complete."));
        }
        String name = WireText.wellFormed(Objects.requireNonNullElse(file.name, ""));
        messages.add(new Message.FileHeader(file.id, name, file.size, null, CHUNK_BYTES));
        if (file.complete()) {
            messages.add(new Message.FileComplete(file.id, 0, null));
        }
        return messages;
    }

    /** A chunk came. An empty one, which no Qt sender makes, and one that is not wanted any more say nothing. */
    List<Message> chunk(QtReader in) throws MalformedFrameException {
        ByteBuffer data = chunkData(in);
        Incoming file = current;
        if (file != null && !file.complete() && data.hasRemaining()) {
            return take(file, data);
        }
        holdBack(1);
        if (file == null && !discarding) {
            throw malformed("A FILE_CHUNK came without a FILE_HEADER.", null);
        }
        if (file != null && file.complete()) {
            leave();
            throw malformed("A FILE_CHUNK came after all of its file.", null);
        }
        return List.of();
    }

    private ByteBuffer chunkData(QtReader in) throws MalformedFrameException {
        try {
            return in.bytes(MAX_CHUNK_BYTES);
        } catch (MalformedFrameException e) {
            throw lost("A FILE_CHUNK is cut short or too long.");
        }
    }

    private List<Message> take(Incoming file, ByteBuffer data) throws MalformedFrameException {
        if (unwritten.size() >= MAX_OWED) {
            throw lost("FILE_CHUNKs come without waiting for acknowledgements.");
        }
        int length = data.remaining();
        Message chunk = new Message.FileChunk(file.id, file.received, data);
        if (length > file.size - file.received) {
            holdBack(1);
            leave();
            return List.of(chunk);
        }
        file.received += length;
        unwritten.add(new Unwritten(file.id, file.received));
        return file.complete() ? List.of(chunk, new Message.FileComplete(file.id, file.size, null)) : List.of(chunk);
    }

    /** A chunk cannot be used, so its file has a hole and is over; answers with what to throw. */
    MalformedFrameException lost(String sentence) {
        holdBack(1);
        return malformed(sentence, leave());
    }

    /** The FILE_ACK of the current file; none for a file that is over. */
    List<Frame> accept(UUID transferId) {
        Incoming file = current;
        if (file == null || !file.id.equals(transferId)) {
            return List.of();
        }
        List<Frame> frames = new ArrayList<>();
        frames.add(QtWriter.ack(file.name));
        if (ahead) {
            frames.addAll(ahead(file));
        }
        return frames;
    }

    private List<Frame> ahead(Incoming file) {
        long due = file.acksDue(file.complete() && unwritten.isEmpty()) - file.acksGiven;
        file.acksGiven += Math.max(0, due);
        return Collections.nCopies(Math.toIntExact(Math.max(0, due)), QtWriter.chunkAck());
    }

    /** One FILE_CHUNK_ACK for each chunk that lies before {@code written} and has none, and those that were held back. */
    List<Frame> written(UUID transferId, long written) {
        int due = remove(chunk -> chunk.transferId.equals(transferId) && chunk.end <= written);
        if (due == 0) {
            return List.of();
        }
        if (ahead) {
            Incoming file = current;
            if (file == null || !file.id.equals(transferId)) {
                return List.of();
            }
            file.chunksWritten += due;
            return ahead(file);
        }
        due += heldBack;
        heldBack = 0;
        return Collections.nCopies(due, QtWriter.chunkAck());
    }

    /** Nobody will write what is left of the file. Does nothing for other ids. */
    void cancel(UUID transferId) {
        if (current != null && current.id.equals(transferId)) {
            leave();
        }
        holdBack(remove(chunk -> chunk.transferId.equals(transferId)));
    }

    /** Forgets the current file, so that its further chunks are discarded; answers with its id if it was not complete. */
    private @Nullable UUID leave() {
        Incoming file = current;
        if (file == null) {
            return null;
        }
        current = null;
        discarding = true;
        if (file.complete()) {
            return null;
        }
        holdBack(remove(chunk -> chunk.transferId.equals(file.id)));
        return file.id;
    }

    private int remove(Predicate<Unwritten> which) {
        int before = unwritten.size();
        unwritten.removeIf(which);
        return before - unwritten.size();
    }

    private void holdBack(int chunks) {
        heldBack = Math.min(MAX_OWED, heldBack + chunks);
    }

    private static MalformedFrameException malformed(String sentence, @Nullable UUID lostTransfer) {
        return new MalformedFrameException(Severity.IGNORE, sentence, lostTransfer);
    }
}
