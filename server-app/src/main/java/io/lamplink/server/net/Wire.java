package io.lamplink.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The way between a connection's plain bytes and its socket. Reading and writing never block. */
sealed interface Wire permits ClearWire, EncryptedWire {

    /**
     * Plain bytes of the peer.
     *
     * @return how many there were, possibly 0, or -1 at the end
     */
    int read(ByteBuffer into) throws IOException;

    /** Takes bytes for the peer. A buffer that is empty afterwards has left as far as this side can tell. */
    void write(ByteBuffer from) throws IOException;

    /** Whether something waits for the socket to take it that no {@link #write} will be called for. */
    boolean needsWrite();

    /** Does what {@link #needsWrite()} asks for, as far as the socket lets it. */
    void writeMore() throws IOException;

    /**
     * Says that nothing more will be written, as soon as the socket takes that; called again and again until it has.
     *
     * @return whether it has been said
     */
    boolean endOutput() throws IOException;

    /** Whether nobody between can read or change the bytes. */
    boolean encrypted();
}
