package io.lamplink.common.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;

/** Where incoming files stay until a person saves them. Called on disk threads. */
public interface Spool {

    /**
     * Makes room for a file of {@code size} bytes.
     *
     * @throws DiskFullException if the disk has not that much room
     */
    Entry create(UUID transfer, long size) throws IOException;

    /** One incoming file; used by one thread at a time. */
    interface Entry {
        /** Where its bytes are. */
        Path path();

        /**
         * Writes the buffer's bytes behind those written so far.
         *
         * @throws DiskFullException if there is no room
         */
        void append(ByteBuffer data) throws IOException;

        /** Everything is written: closes it; the file stays. */
        void finish() throws IOException;

        /** Closes it if need be and removes it. Never throws; what cannot be removed is logged. */
        void discard();
    }
}
