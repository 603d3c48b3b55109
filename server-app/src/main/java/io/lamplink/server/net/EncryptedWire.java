package io.lamplink.server.net;

import io.lamplink.common.security.Tls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes through TLS. What is costly in a handshake runs on {@link HandshakeThreads}; nothing is read meanwhile. No plain
 * bytes ever wait here: the selector would not call for them, as it only knows of those in the socket. What does wait, a
 * record that is not complete and records that the socket has not taken, has a buffer for that long, so that a connection
 * without traffic holds none. The thread of its loop reads; any thread may call the other methods.
 */
final class EncryptedWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(EncryptedWire.class);
    /** Records one after another without data; a handshake takes less than ten. */
    private static final int MAX_EMPTY_RECORDS = 32;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel socket;
    private final AcceptedSocket owner;
    private final TlsSetup setup;
    private final SSLEngine engine;
    private @Nullable ByteBuffer incomplete;
    private volatile @Nullable ByteBuffer unsent;
    private int emptyRecords;
    private boolean working;
    private boolean ending;

    /** A wire on which {@code first} has come already. */
    EncryptedWire(SocketChannel socket, AcceptedSocket owner, TlsSetup setup, ByteBuffer first) {
        this.socket = socket;
        this.owner = owner;
        this.setup = setup;
        this.engine = setup.context().createSSLEngine();
        this.incomplete = copy(first);
        engine.setUseClientMode(false);
        engine.setSSLParameters(Tls.parameters());
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        if (working) {
            owner.stopReading();
            return 0;
        }
        int before = into.position();
        ByteBuffer records = setup.buffers().take();
        try {
            boolean ended = fill(records, into.remaining());
            decrypt(records.flip(), into);
            incomplete = records.hasRemaining() ? copy(records) : null;
            // While the handshake is worked at, its failure may show here before the peer has been told of it.
            boolean none = into.position() == before && !working;
            return none && (ended || engine.isInboundDone()) ? -1 : into.position() - before;
        } finally {
            setup.buffers().give(records);
        }
    }

    /** Reads no more than what finds room when it is decrypted, which makes it shorter. */
    private boolean fill(ByteBuffer records, int room) throws IOException {
        records.limit(Math.min(records.capacity(), room));
        ByteBuffer kept = incomplete;
        if (kept != null) {
            if (kept.remaining() >= records.remaining()) {
                throw new SSLException("A record is too long.");
            }
            records.put(kept);
        }
        int bytes = socket.read(records);
        if (bytes > 0) {
            owner.meter().heard();
        }
        return bytes < 0;
    }

    private void decrypt(ByteBuffer records, ByteBuffer into) throws IOException {
        try {
            boolean more = true;
            while (more && records.hasRemaining() && !working) {
                SSLEngineResult result = engine.unwrap(records, into);
                countEmpty(result);
                more = result.getStatus() == Status.OK && goOn();
            }
        } catch (SSLException e) {
            sayWhy();
            throw e;
        }
    }

    /** Each record that says nothing costs work, and some an answer: a peer could keep the thread busy that serves all. */
    private void countEmpty(SSLEngineResult result) throws SSLException {
        if (result.bytesProduced() > 0) {
            emptyRecords = 0;
        } else if (result.bytesConsumed() > 0 && ++emptyRecords > MAX_EMPTY_RECORDS) {
            throw new SSLException("Too many records say nothing.");
        }
    }

    /** Does what the handshake needs next of this side; whether there is anything to decrypt after that. */
    private boolean goOn() throws IOException {
        HandshakeStatus next = engine.getHandshakeStatus();
        if (next == HandshakeStatus.NEED_WRAP) {
            encrypt(NOTHING);
            next = engine.getHandshakeStatus();
        }
        if (next == HandshakeStatus.NEED_TASK) {
            working = true;
            owner.stopReading();
            setup.threads().execute(this::work);
            return false;
        }
        return true;
    }

    /** The costly part of a handshake, and the answer to the client. */
    private void work() {
        try {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                task.run();
            }
            synchronized (this) {
                working = false;
                goOnOrSayWhy();
            }
            owner.wake();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A handshake failed.", e);
            owner.closeConnection(CloseFrame.NEVER_CONNECTED, "The handshake failed.");
        }
    }

    private void goOnOrSayWhy() throws IOException {
        try {
            goOn();
        } catch (SSLException e) {
            sayWhy();
            throw e;
        }
    }

    /** The alert that tells the client what was wrong, if there is one. */
    private void sayWhy() {
        try {
            encrypt(NOTHING);
        } catch (IOException e) {
            LOG.trace("Nothing can be said to the peer.", e);
        }
    }

    @Override
    public synchronized void write(ByteBuffer from) throws IOException {
        if (!flush()) {
            return;
        }
        while (from.hasRemaining() && unsent == null) {
            int before = from.remaining();
            encrypt(from);
            if (from.remaining() == before) {
                throw new SSLException("Nothing can be sent.");
            }
        }
    }

    /** Sends some records of {@code from} at once, or what the handshake has to say if that is empty. */
    private void encrypt(ByteBuffer from) throws IOException {
        ByteBuffer records = setup.buffers().take();
        try {
            int room = engine.getSession().getPacketBufferSize();
            boolean more = true;
            while (more && records.remaining() >= room) {
                SSLEngineResult result = engine.wrap(from, records);
                if (result.getStatus() != Status.OK && from.hasRemaining()) {
                    throw new SSLException("The connection is closed.");
                }
                boolean moved = result.bytesProduced() > 0 && result.getStatus() == Status.OK;
                more = moved && (from.hasRemaining() || engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
            }
            send(records.flip());
        } finally {
            setup.buffers().give(records);
        }
    }

    private void send(ByteBuffer records) throws IOException {
        ByteBuffer before = unsent;
        if (before == null) {
            socket.write(records);
        }
        if (records.hasRemaining()) {
            unsent = before == null ? copy(records) : joined(before, records);
        }
    }

    private boolean flush() throws IOException {
        ByteBuffer waiting = unsent;
        if (waiting != null) {
            socket.write(waiting);
            if (!waiting.hasRemaining()) {
                unsent = null;
            }
        }
        return unsent == null;
    }

    @Override
    public boolean needsWrite() {
        return unsent != null;
    }

    @Override
    public synchronized void writeMore() throws IOException {
        flush();
    }

    @Override
    public synchronized boolean endOutput() throws IOException {
        if (!ending) {
            ending = true;
            engine.closeOutbound();
            sayWhy();
        }
        if (!flush()) {
            return false;
        }
        socket.shutdownOutput();
        return true;
    }

    @Override
    public boolean encrypted() {
        return true;
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private static ByteBuffer joined(ByteBuffer one, ByteBuffer other) {
        return ByteBuffer.allocate(one.remaining() + other.remaining())
                .put(one)
                .put(other)
                .flip();
    }
}
