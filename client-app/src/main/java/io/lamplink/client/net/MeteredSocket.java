package io.lamplink.client.net;

import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.websocket.WireMeter;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client's TCP connection. It counts, it stops reading while the listener is behind, and it leaves the end of the
 * connection to the reader: after an error in writing, what the server still sent is read first, and then the end. Closing
 * is polite: what waits is sent, and the server's end is awaited, so that neither loses the other's close frame.
 */
final class MeteredSocket extends Socket {
    private static final Logger LOG = LoggerFactory.getLogger(MeteredSocket.class);

    /** What a socket needs to know of the client that uses it. */
    interface User {
        /** Whether nothing should be read for the time being. */
        boolean behind();

        /** Whether the server may still be as short as a handshake is. */
        boolean handshaking();

        /** Frames that the library has not written. */
        Queue<ByteBuffer> unsent();
    }

    /** Bytes that a server may send before the handshake is done; one read may bring more. */
    static final int MAX_HEAD_BYTES = 16 * 1024;

    private static final int LOOK_AGAIN_MILLIS = 50;

    private final WireMeter meter;
    private final User user;
    private final Object caughtUp = new Object();
    private final AtomicLong bytesRead = new AtomicLong();
    private volatile @Nullable SecureLayer secure;

    MeteredSocket(WireMeter meter, User user) {
        super(Proxy.NO_PROXY);
        this.meter = meter;
        this.user = user;
    }

    /**
     * Encrypts everything from now on; blocks until hands are shaken. Called before either stream is asked for.
     *
     * @return who the server is
     */
    Fingerprint encrypt() throws IOException {
        SecureLayer layer = new SecureLayer(this, super.getInputStream(), super.getOutputStream());
        secure = layer;
        return layer.fingerprint();
    }

    /** Whether hands were shaken. */
    boolean encrypted() {
        return secure != null;
    }

    /** Bytes that came so far, encryption not counted. */
    long bytesRead() {
        return bytesRead.get();
    }

    /** Goes on reading after {@link User#behind()}. */
    void resumeReading() {
        synchronized (caughtUp) {
            caughtUp.notifyAll();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new In(in());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Out(out());
    }

    /** Does nothing: the library means its own reads as well, and a system that is told a size no longer finds a better one. */
    @Override
    public void setReceiveBufferSize(int size) {
        // See above.
    }

    /** Closes politely, which may take until {@link #abort()} if the server does not end; called by the library's writer. */
    @Override
    public void close() {
        if (isConnected() && !isClosed()) {
            try {
                sendWhatWaits(out());
                endOutput();
                in().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                LOG.trace("The connection is gone already.", e);
            }
        }
        abort();
    }

    /** Closes at once; any thread may do that, and a second call does nothing. */
    void abort() {
        try {
            super.close();
        } catch (IOException e) {
            LOG.debug("A socket did not close well.", e);
        }
        resumeReading();
    }

    private InputStream in() throws IOException {
        SecureLayer layer = secure;
        return layer == null ? super.getInputStream() : layer.in();
    }

    private OutputStream out() throws IOException {
        SecureLayer layer = secure;
        return layer == null ? super.getOutputStream() : layer.out();
    }

    private void endOutput() throws IOException {
        SecureLayer layer = secure;
        if (layer != null) {
            layer.endOutput();
        }
        shutdownOutput();
    }

    private void sendWhatWaits(OutputStream wire) throws IOException {
        ByteBuffer frame = user.unsent().poll();
        while (frame != null) {
            byte[] bytes = new byte[frame.remaining()];
            frame.get(bytes);
            wire.write(bytes);
            frame = user.unsent().poll();
        }
    }

    private void awaitCaughtUp() throws IOException {
        synchronized (caughtUp) {
            while (user.behind() && !isClosed()) {
                try {
                    caughtUp.wait(LOOK_AGAIN_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", e);
                }
            }
        }
    }

    private final class In extends FilterInputStream {
        In(InputStream wire) {
            super(wire);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            awaitCaughtUp();
            if (bytesRead.get() >= MAX_HEAD_BYTES && user.handshaking()) {
                throw new IOException("The answer to the handshake is too long.");
            }
            int bytes = super.read(into, from, length);
            if (bytes > 0) {
                bytesRead.addAndGet(bytes);
                meter.heard();
            }
            return bytes;
        }
    }

    private final class Out extends FilterOutputStream {
        private boolean failed;

        Out(OutputStream wire) {
            super(wire);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                if (!failed) {
                    out.write(bytes, from, length);
                }
            } catch (IOException e) {
                LOG.debug("Writing to the server failed.", e);
                failed = true;
            }
            meter.written(length);
        }

        @Override
        public void flush() {
            // Nothing is buffered here.
        }
    }
}
