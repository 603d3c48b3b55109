package io.lamplink.common.protocol;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a peer tells the other, whatever the wire looks like. Immutable, except that a {@link FileChunk} refers
 * to a buffer that nobody may write to after the message was made.
 *
 * <p>A {@code transferId} is chosen by the sender of the file and names that transfer in both directions.
 */
public sealed interface Message {

    /**
     * The first message of each side.
     *
     * @param name what the person at the other window sees, at most {@link ProtocolLimits#MAX_NAME_CHARS} characters
     * @param version version of the program, for display only
     * @param capabilities what the peer can do, see docs/protocol.md; unknown ones are ignored
     * @param identity the same each time this program of this user comes back, so that what a lost link interrupted can go
     *     on; null where the peer does not say
     */
    record Hello(
            String name,
            String version,
            Set<String> capabilities,
            @Nullable UUID identity) implements Message {
        public Hello {
            capabilities = Set.copyOf(capabilities);
        }

        /** An introduction by which nobody is known again. */
        public Hello(String name, String version, Set<String> capabilities) {
            this(name, version, capabilities, null);
        }
    }

    /**
     * The server asks for a PIN before anything else is said; see docs/protocol.md for all that is said of it.
     *
     * @param id tells a PIN from another one that the server asked for before
     */
    record PinAsked(UUID id) implements Message {}

    /**
     * A peer's part of proving that it has the PIN, of which nobody can tell the PIN.
     *
     * @param share a point, 130 lower-case hexadecimal digits that begin with 04
     */
    record PinShare(String share) implements Message {}

    /**
     * That a peer has the PIN.
     *
     * @param proof 64 lower-case hexadecimal digits
     */
    record PinProof(String proof) implements Message {}

    /**
     * The server takes no PIN from this client now.
     *
     * @param seconds after how many it may try again, 0 to {@link ProtocolLimits#MAX_PIN_WAIT_SECONDS}
     */
    record PinRefused(PinRefusal reason, int seconds) implements Message {}

    /**
     * A text that a person wrote.
     *
     * @param id chosen by the writer, unique within the session
     * @param text at most {@link ProtocolLimits#MAX_CHAT_CHARS} characters, newlines allowed
     * @param time when it was written, by the writer's clock
     * @param from what its writer is called in the room, at most {@link ProtocolLimits#MAX_NAME_CHARS} characters, where the
     *     server passes on the text of another client; empty where the sender wrote it. What a client says here counts for
     *     nothing
     * @param earlier whether it was said before the receiver came into the room
     * @param direct whether it goes to chosen ones only
     */
    record Chat(UUID id, String text, Instant time, String from, boolean earlier, boolean direct) implements Message {
        /** A text of the sender for everyone. */
        public Chat(UUID id, String text, Instant time) {
            this(id, text, time, "", false, false);
        }
    }

    /**
     * The server tells a client of the room. Each list has at most {@link ProtocolLimits#MAX_ROOM_NAMES} names, unique in
     * the room, of at most {@link ProtocolLimits#MAX_NAME_CHARS} characters.
     *
     * @param you what this client is called there; empty where nothing is said of that
     * @param here who is there already, possibly this client too
     * @param left who has left
     * @param joined who has come, after those in {@code left} had gone
     */
    record Room(String you, List<String> here, List<String> left, List<String> joined) implements Message {
        public Room {
            here = List.copyOf(here);
            left = List.copyOf(left);
            joined = List.copyOf(joined);
        }
    }

    /**
     * Somebody begins to write a text, or goes on with it, or has ended. Worth nothing later, so that it may get lost.
     *
     * @param from what the writer is called in the room, at most {@link ProtocolLimits#MAX_NAME_CHARS} characters, where the
     *     server tells of another client; empty where it is the sender. What a client says here counts for nothing
     * @param on whether somebody writes
     */
    record Typing(String from, boolean on) implements Message {}

    /** The chat message {@code id} has reached the peer's program. */
    record ChatAck(UUID id) implements Message {}

    /**
     * A file is offered. The same file that is offered again after a lost link keeps its id.
     *
     * @param name one file name as the sender has it; the receiver makes it safe before use
     * @param size bytes, 0 or more
     * @param modified when the file was last changed, where the sender knows it
     * @param chunkSize the most bytes in a chunk, 1 to {@link ProtocolLimits#MAX_CHUNK_BYTES}
     * @param place where in a folder it belongs, null for a file on its own
     */
    record FileHeader(
            UUID transferId,
            String name,
            long size,
            @Nullable Instant modified,
            int chunkSize,
            @Nullable Place place) implements Message {

        /** A file on its own. */
        public FileHeader(UUID transferId, String name, long size, @Nullable Instant modified, int chunkSize) {
            this(transferId, name, size, modified, chunkSize, null);
        }
    }

    /**
     * Where a file belongs in a folder that was offered.
     *
     * @param folderId the folder's
     * @param path the folders in between, joined by {@code /}, as the sender has them; empty at the top. The receiver makes
     *     each of them safe before use
     */
    record Place(UUID folderId, String path) {}

    /**
     * A folder is offered; its files follow with headers of their own as soon as the receiver has taken it by
     * {@link FileAck} with the folder's id. {@link FileRefused}, {@link FileCancel}, {@link FilePause} and
     * {@link FileResume} with that id concern all of it.
     *
     * @param name the folder's own name
     * @param files how many files are in it at any depth, 0 to {@link ProtocolLimits#MAX_FOLDER_FILES}
     * @param size bytes of all its files
     */
    record FolderHeader(UUID folderId, String name, int files, long size) implements Message {}

    /**
     * Folders without anything in them that belong to the folder.
     *
     * @param paths as in {@link Place}, at most {@link ProtocolLimits#MAX_PATHS} of them
     */
    record FolderPaths(UUID folderId, List<String> paths) implements Message {
        public FolderPaths {
            paths = List.copyOf(paths);
        }
    }

    /** Every file of the folder has ended: delivered, or cancelled. */
    record FolderComplete(UUID folderId) implements Message {}

    /** The receiver has heard {@link FolderComplete}. */
    record FolderVerified(UUID folderId) implements Message {}

    /**
     * The receiver takes the file and wants its bytes from {@code offset} on (0 to size).
     *
     * @param prefix digest of the bytes before {@code offset} as the receiver has them; may be null, and is if there are none
     */
    record FileAck(UUID transferId, long offset, @Nullable Sha256 prefix) implements Message {

        /** An answer that says nothing of what the receiver has. */
        public FileAck(UUID transferId, long offset) {
            this(transferId, offset, null);
        }
    }

    /** The receiver does not take the file. {@code detail} is a sentence for a person, possibly empty. */
    record FileRefused(UUID transferId, FailureReason reason, String detail) implements Message {}

    /**
     * Bytes of the file.
     *
     * @param offset where the first byte stands in the file
     * @param data from its position to its limit
     * @param ceded whether the sender gives the memory of {@code data} away, from the buffer's index 0 to its limit, so that
     *     headers can be written before the data and both leave without being copied. On its way the data may be
     *     changed in place (masked). The memory may be used again for a chunk of the same transfer once the peer has
     *     acknowledged this one: it then has every byte, so nothing of it waits here any more. It must not be used again
     *     for anything else or if the link broke before, as a peer that acknowledges what it does not have yet would
     *     be sent what comes next into that memory.
     */
    record FileChunk(UUID transferId, long offset, ByteBuffer data, boolean ceded) implements Message {
        /** A chunk whose data stay the caller's and are only read; nobody may write to them any more. */
        public FileChunk(UUID transferId, long offset, ByteBuffer data) {
            this(transferId, offset, data, false);
        }
    }

    /** All bytes before {@code written} are in the receiver's file. */
    record FileChunkAck(UUID transferId, long written) implements Message {}

    /**
     * Every chunk has been sent.
     *
     * @param size bytes in all
     * @param sha256 digest of the whole file; null where the wire cannot say it (Qt)
     */
    record FileComplete(
            UUID transferId, long size, @Nullable Sha256 sha256) implements Message {}

    /** The receiver's file has the digest that the sender told. */
    record FileVerified(UUID transferId, Sha256 sha256) implements Message {}

    /**
     * Either side holds the transfer up until its own {@link FileResume}. {@code detail} is a sentence for a person, possibly
     * empty.
     */
    record FilePause(UUID transferId, FailureReason reason, String detail) implements Message {}

    /** Ends what the same side's {@link FilePause} began. */
    record FileResume(UUID transferId) implements Message {}

    /** Either side ends the transfer. {@code detail} is a sentence for a person, possibly empty. */
    record FileCancel(UUID transferId, FailureReason reason, String detail) implements Message {}

    /** A Qt peer asks for a file by its path (docs/protocol.md, part 2). It is never served from the disk. */
    record FileRequest(String path) implements Message {}
}
