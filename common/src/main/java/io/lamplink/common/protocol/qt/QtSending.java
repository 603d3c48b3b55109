package io.lamplink.common.protocol.qt;

import io.lamplink.common.protocol.Frame;
import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.protocol.WireText;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The files that go to a Qt peer, one after another. The wire names none of them in a chunk or an acknowledgement, so this
 * remembers every chunk that was sent and gives each FILE_CHUNK_ACK to the oldest one that has none yet. That holds for
 * chunks of a cancelled file too, because a Qt peer acknowledges whatever chunk it gets: their acknowledgements are
 * swallowed before those of the next file count.
 */
final class QtSending {
    private static final class Outgoing {
        private final UUID id;
        private final String name;
        private final long size;
        private long sent;
        private boolean accepted;
        private boolean cancelled;

        private Outgoing(UUID id, String name, long size) {
            this.id = id;
            this.name = name;
            this.size = size;
        }

        private boolean unfinished() {
            return !cancelled && sent < size;
        }
    }

    /** One chunk: its file and where it ended. */
    private record Sent(Outgoing file, long end) {}

    private final Deque<Sent> unacknowledged = new ArrayDeque<>();
    private @Nullable Outgoing current;

    /** @throws IllegalArgumentException if another file is not all sent and not cancelled, or a limit is broken */
    Frame header(Message.FileHeader header) {
        if (current != null && current.unfinished()) {
            throw new IllegalArgumentException("This wire carries one file at a time.");
        }
        if (header.size() < 0) {
            throw new IllegalArgumentException("A size is negative.");
        }
        String name = WireText.outgoing("A file name", header.name(), ProtocolLimits.MAX_FILE_NAME_CHARS);
        current = new Outgoing(header.transferId(), name, header.size());
        return QtWriter.header(name, header.size());
    }

    /**
     * @throws IllegalArgumentException unless the chunk continues the current file within its size: an original Qt client
     *     crashes on a chunk without a header (B2) and takes bytes beyond the size as further ends of the file (T9)
     */
    Frame chunk(Message.FileChunk chunk) {
        Outgoing file = current;
        if (file == null || file.cancelled || !file.id.equals(chunk.transferId())) {
            throw new IllegalArgumentException("A chunk belongs to no file that is on its way.");
        }
        ByteBuffer data = chunk.data().duplicate();
        int length = data.remaining();
        if (length < 1 || length > ProtocolLimits.MAX_CHUNK_BYTES || length > file.size - file.sent) {
            throw new IllegalArgumentException(
                    "A chunk of " + length + " bytes is empty, too long or beyond the file.");
        }
        if (chunk.offset() != file.sent) {
            throw new IllegalArgumentException("A chunk does not follow the one before it.");
        }
        file.sent += length;
        unacknowledged.add(new Sent(file, file.sent));
        return QtWriter.chunk(data, chunk.ceded());
    }

    /** The file is not sent any further; nothing that still comes for it is told. Does nothing for other ids. */
    void cancel(UUID transferId) {
        if (current != null && current.id.equals(transferId)) {
            current.cancelled = true;
        }
        for (Sent sent : unacknowledged) {
            if (sent.file.id.equals(transferId)) {
                sent.file.cancelled = true;
            }
        }
    }

    /** A FILE_ACK came: it counts once, and only with the current file's name. */
    List<Message> accepted(@Nullable String name) {
        Outgoing file = current;
        if (file == null
                || file.cancelled
                || file.accepted
                || !file.name.equals(Objects.requireNonNullElse(name, ""))) {
            return List.of();
        }
        file.accepted = true;
        return List.of(new Message.FileAck(file.id, 0));
    }

    /** A FILE_CHUNK_ACK came; one too many says nothing. */
    List<Message> acknowledged() {
        Sent oldest = unacknowledged.poll();
        if (oldest == null || oldest.file.cancelled) {
            return List.of();
        }
        return List.of(new Message.FileChunkAck(oldest.file.id, oldest.end));
    }
}
