package io.lamplink.client.net;

import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.websocket.LamplinkDraft;
import io.lamplink.common.websocket.WireMeter;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client's TCP connection, as the library is to see it: a {@link PatientChannel} in the shape of a socket. It counts, it stops reading while the listener is behind, and it leaves the end of the
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

        /** Where bytes may be put rather than given to the library, or null; see {@link LamplinkDraft#space()}. */
        @Nullable
        ByteBuffer space();

        /** So many bytes were put there. */
        void filled(int bytes);
    }

    /** Bytes that a server may send before the handshake is done; one read may bring more. */
    static final int MAX_HEAD_BYTES = 16 * 1024;

    private static final int LOOK_AGAIN_MILLIS = 50;

    /** Bytes that the library gets at once while long frames come: the next one is better put in its place. */
    private static final int BETWEEN_LONG_FRAMES = 16 * 1024;

    /** So many reads without a long frame, and none is expected any more. */
    private static final int READS_BETWEEN = 64;

    private final PatientChannel channel;
    private final WireMeter meter;
    private final User user;
    private final Object caughtUp = new Object();
    private final AtomicLong bytesRead = new AtomicLong();
    private volatile @Nullable SecureLayer secure;
    private volatile @Nullable Fingerprint server;

    MeteredSocket(WireMeter meter, User user) throws IOException {
        super(Proxy.NO_PROXY);
        this.channel = new PatientChannel();
        this.meter = meter;
        this.user = user;
    }

    /**
     * Encrypts everything from now on; blocks until hands are shaken. Called before either stream is asked for.
     *
     * @return who the server is
     */
    Fingerprint encrypt() throws IOException {
        SecureLayer layer = new SecureLayer(this, channel.in(), channel.out());
        Fingerprint seen = layer.fingerprint();
        server = seen;
        secure = layer;
        return seen;
    }

    /** Whether hands were shaken. */
    boolean encrypted() {
        return secure != null;
    }

    /** Who the server is, if hands were shaken. */
    Optional<Fingerprint> fingerprint() {
        return Optional.ofNullable(server);
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
    public void connect(SocketAddress address, int millis) throws IOException {
        channel.connect(address, millis);
    }

    @Override
    public boolean isBound() {
        return channel.socket().isBound();
    }

    @Override
    public boolean isConnected() {
        return channel.socket().isConnected();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return channel.socket().getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return channel.socket().getLocalSocketAddress();
    }

    @Override
    public InetAddress getInetAddress() {
        return channel.socket().getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return channel.socket().getLocalAddress();
    }

    @Override
    public int getPort() {
        return channel.socket().getPort();
    }

    @Override
    public int getLocalPort() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        channel.socket().setTcpNoDelay(on);
    }

    @Override
    public boolean getTcpNoDelay() throws SocketException {
        return channel.socket().getTcpNoDelay();
    }

    @Override
    public void setReuseAddress(boolean on) throws SocketException {
        channel.socket().setReuseAddress(on);
    }

    @Override
    public int getReceiveBufferSize() throws SocketException {
        return channel.socket().getReceiveBufferSize();
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
            channel.close();
        } catch (IOException e) {
            LOG.debug("A socket did not close well.", e);
        }
        resumeReading();
    }

    private InputStream in() throws IOException {
        SecureLayer layer = secure;
        return layer == null ? channel.in() : layer.in();
    }

    private OutputStream out() throws IOException {
        SecureLayer layer = secure;
        return layer == null ? channel.out() : layer.out();
    }

    private void endOutput() throws IOException {
        SecureLayer layer = secure;
        if (layer != null) {
            layer.endOutput();
        }
        channel.endOutput();
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
        private int readsSinceLong = READS_BETWEEN;

        In(InputStream wire) {
            super(wire);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            awaitCaughtUp();
            if (bytesRead.get() >= MAX_HEAD_BYTES && user.handshaking()) {
                throw new IOException("The answer to the handshake is too long.");
            }
            readsSinceLong = !encrypted() && fillSpace() ? 0 : readsSinceLong + 1;
            boolean between = readsSinceLong == 0;
            int bytes = super.read(into, from, between ? Math.min(length, BETWEEN_LONG_FRAMES) : length);
            count(bytes);
            return bytes;
        }

        /** Puts what belongs there into its place; answers whether there was one, and throws if the stream ends in it. */
        private boolean fillSpace() throws IOException {
            ByteBuffer space = user.space();
            while (space != null && space.hasRemaining()) {
                int bytes = channel.read(space);
                count(bytes);
                if (bytes < 0) {
                    throw new EOFException("The connection ended within a frame.");
                }
                user.filled(bytes);
            }
            return space != null;
        }

        private void count(int bytes) {
            if (bytes > 0) {
                bytesRead.addAndGet(bytes);
                meter.heard();
            }
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
