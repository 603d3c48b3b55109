package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Message;
import io.lamplink.common.protocol.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where incoming files stay until a person saves them, and where the beginnings of files stay whose link was lost. Called
 * on disk threads.
 */
public interface Spool {

    /**
     * The place for the file that {@code offer} announces: empty, or with what an earlier link has left of the same file. If
     * that earlier link does not know yet that it is lost, it loses its place.
     *
     * @throws DiskFullException if there is not enough room for what is missing
     */
    Entry open(Message.FileHeader offer) throws IOException;

    /** A person here does not want that transfer: removes what is here of it, and does not let it come back. */
    void refuse(UUID transfer);

    /** Whether a person here does not want that transfer, whenever it is offered again. */
    boolean unwanted(UUID transfer);

    /** The books of folders that come. */
    Folders folders();

    /** Which folders come, and what is here of them. */
    interface Folders {
        /** A folder comes, or comes again; answers with the files of it that are here already. */
        List<StoredFile> begin(Message.FolderHeader header);

        /** These folders without anything in them belong to it; may be said again. */
        void paths(UUID folder, List<String> paths);

        /** All of it that will come is here. */
        void whole(UUID folder);

        /** Whether it arrived before and was saved, and its sender did not get to know. */
        default boolean isSaved(UUID folder) {
            return false;
        }

        /** Removes it and the files of it that nobody is writing. */
        void discard(UUID folder);
    }

    /** One incoming file; used by one thread at a time. */
    interface Entry {
        /** Where its bytes are. */
        Path path();

        /** How many bytes are there. */
        long length() throws IOException;

        /** The digest of the whole file, if it arrived whole already and its sender did not get to know; else null. */
        @Nullable
        Sha256 arrived();

        /** Fills the buffer with the bytes from {@code position} on, which are there. */
        void readFully(ByteBuffer buffer, long position) throws IOException;

        /**
         * Writes the buffer's bytes at {@code position}; after an exception the same call may be tried again.
         *
         * @throws DiskFullException if there is no room
         * @throws TakenOverException if another link goes on with the file
         */
        void write(ByteBuffer data, long position) throws IOException;

        /** Throws away what is there, to start over. */
        void clear() throws IOException;

        /** Everything is there, with that digest: closes it; the file stays until it is saved. */
        void finish(Sha256 digest) throws IOException;

        /** Closes it and keeps what is there for another link. Never throws. */
        void suspend();

        /** Closes it if need be and removes it. Never throws; what cannot be removed is logged. */
        void discard();
    }

    /** Another link goes on with the file. */
    final class TakenOverException extends IOException {
        private static final long serialVersionUID = 1L;

        /** The file has a new owner. */
        public TakenOverException() {
            super("Another link goes on with this file.");
        }
    }
}
