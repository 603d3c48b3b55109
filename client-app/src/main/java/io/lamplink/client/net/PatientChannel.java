package io.lamplink.client.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * A TCP connection that takes buffers of any kind and waits when it has to. Java's own channel does that too, but closes
 * itself when a waiting thread is interrupted, and the library interrupts its writer while that may still have a close frame
 * to send. One thread reads, one writes, any may close.
 */
final class PatientChannel {
    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;

    /** A channel that is not connected. */
    PatientChannel() throws IOException {
        channel = SocketChannel.open();
        readable = Selector.open();
        writable = Selector.open();
    }

    /** Connects within {@code millis} milliseconds, or throws what {@link Socket#connect(SocketAddress, int)} does. */
    void connect(SocketAddress address, int millis) throws IOException {
        channel.socket().connect(address, millis);
        channel.configureBlocking(false);
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    /** The channel as a socket: for its addresses and options, not for its streams. */
    Socket socket() {
        return channel.socket();
    }

    /** Waits for bytes; answers how many came, or -1 at the end. There is room for some. */
    int read(ByteBuffer into) throws IOException {
        int bytes = channel.read(into);
        while (bytes == 0) {
            await(readable);
            bytes = channel.read(into);
        }
        return bytes;
    }

    /** Waits until the system has taken everything. */
    void write(ByteBuffer from) throws IOException {
        channel.write(from);
        while (from.hasRemaining()) {
            await(writable);
            channel.write(from);
        }
    }

    /** Says that nothing follows. */
    void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Closes at once, also under those who wait. */
    void close() throws IOException {
        try {
            channel.close();
        } finally {
            readable.close();
            writable.close();
        }
    }

    InputStream in() {
        return new In();
    }

    OutputStream out() {
        return new Out();
    }

    /** Whoever is interrupted notices it later. */
    private void await(Selector selector) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            selector.select(_ -> {});
        } catch (ClosedSelectorException e) {
            throw closed(e);
        } finally {
            if (interrupted || Thread.interrupted()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException closed(RuntimeException cause) {
        IOException closed = new AsynchronousCloseException();
        closed.initCause(cause);
        return closed;
    }

    private final class In extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, into.length);
            return length == 0 ? 0 : PatientChannel.this.read(ByteBuffer.wrap(into, from, length));
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            PatientChannel.this.write(ByteBuffer.wrap(bytes, from, length));
        }
    }
}
