package io.lamplink.client.net;

import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.Tls;
import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * TLS over the streams of a connected socket, whose end stays the socket's own affair. Java's TLS asks for each record in two
 * pieces and sends each by itself; between it and the system, several pass at once.
 */
final class SecureLayer {
    /** Some records of 16 KiB each. */
    private static final int BUFFER_BYTES = 128 * 1024;

    private final SSLSocket tls;
    private final Gathering gathering;
    private final OutputStream out;

    /**
     * Shakes hands, which blocks until it is done or the socket is closed.
     *
     * @param in the socket's stream, which nobody else reads any more
     * @param out the socket's stream, which nobody else writes any more
     */
    SecureLayer(Socket socket, InputStream in, OutputStream out) throws IOException {
        this.gathering = new Gathering(out);
        Beneath beneath = new Beneath(socket, new BufferedInputStream(in, BUFFER_BYTES), gathering);
        String host = socket.getInetAddress().getHostAddress();
        this.tls = (SSLSocket) Tls.client().getSocketFactory().createSocket(beneath, host, socket.getPort(), false);
        tls.setSSLParameters(Tls.parameters());
        tls.startHandshake();
        this.out = new Out(tls.getOutputStream());
    }

    /** Who has shaken hands. */
    Fingerprint fingerprint() throws IOException {
        return Tls.fingerprint(tls.getSession());
    }

    InputStream in() throws IOException {
        return tls.getInputStream();
    }

    OutputStream out() {
        return out;
    }

    /** Says that nothing follows. */
    void endOutput() throws IOException {
        tls.shutdownOutput();
    }

    /** One write here is one write to the system, or few. */
    private final class Out extends FilterOutputStream {
        Out(OutputStream records) {
            super(records);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            gathering.begin();
            try {
                out.write(bytes, from, length);
            } finally {
                gathering.end();
            }
        }
    }

    /** Holds records back while one write makes several of them. The reader may have something to say between. */
    private static final class Gathering extends OutputStream {
        private final OutputStream wire;
        private final byte[] held = new byte[BUFFER_BYTES];
        private int count;
        private boolean holding;

        Gathering(OutputStream wire) {
            this.wire = wire;
        }

        synchronized void begin() {
            holding = true;
        }

        synchronized void end() throws IOException {
            holding = false;
            send();
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            if (length > held.length - count) {
                send();
            }
            if (length > held.length) {
                wire.write(bytes, from, length);
            } else {
                System.arraycopy(bytes, from, held, count, length);
                count += length;
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (!holding) {
                send();
            }
        }

        private void send() throws IOException {
            int bytes = count;
            count = 0;
            if (bytes > 0) {
                wire.write(held, 0, bytes);
            }
        }
    }

    /** The connected socket as TLS is to see it: two streams and nothing that could be closed. */
    private static final class Beneath extends Socket {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Beneath(Socket socket, InputStream in, OutputStream out) {
            this.socket = socket;
            this.in = in;
            this.out = out;
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return socket.isClosed();
        }

        @Override
        public InetAddress getInetAddress() {
            return socket.getInetAddress();
        }

        @Override
        public InetAddress getLocalAddress() {
            return socket.getLocalAddress();
        }

        @Override
        public int getPort() {
            return socket.getPort();
        }

        @Override
        public int getLocalPort() {
            return socket.getLocalPort();
        }

        @Override
        public void setSoTimeout(int millis) {
            // Time limits are the attempt's affair.
        }

        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public void shutdownInput() {
            // The socket's own affair.
        }

        @Override
        public void shutdownOutput() {
            // The socket's own affair.
        }

        @Override
        public void close() {
            // The socket's own affair.
        }
    }
}
