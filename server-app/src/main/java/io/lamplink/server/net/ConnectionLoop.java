package io.lamplink.server.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads, decodes and writes for some of the connections. The library would read on one thread and decode on
 * another; for short messages of two thousand clients the way between them costs more than what is done at its ends. Nothing
 * here waits for anything but the selector.
 */
final class ConnectionLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLoop.class);

    /** Bytes read at once: less, and a chunk costs several trips to the selector. */
    private static final int READ_BYTES = 256 * 1024;

    private final Selector selector;
    private final Consumer<Throwable> failed;
    private final Thread thread;

    /** Outside the heap, since the system would fill such a buffer first and copy it into one of the heap. */
    private final ByteBuffer room = ByteBuffer.allocateDirect(READ_BYTES);

    /**
     * A loop without connections that runs until {@link #close()}.
     *
     * @param failed hears once, on the loop's thread, if it ends by an error of its own
     */
    ConnectionLoop(String name, Consumer<Throwable> failed) throws IOException {
        this.selector = Selector.open();
        this.failed = failed;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Serves {@code socket}, whose connection is {@code channel}, from now on; any thread may ask. */
    void add(SocketChannel channel, AcceptedSocket socket) throws IOException {
        SelectionKey key = channel.register(selector, 0, socket);
        socket.setSelectionKey(key);
        key.interestOps(SelectionKey.OP_READ);
        selector.wakeup();
    }

    /** Has it let go of what was closed; any thread may ask. */
    void wake() {
        selector.wakeup();
    }

    /** Ends the loop, and forgets connections that are closed; any thread may ask. */
    void close() {
        try {
            selector.close();
        } catch (IOException e) {
            LOG.debug("A selector could not be closed.", e);
        }
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::serve);
            }
        } catch (ClosedSelectorException e) {
            LOG.trace("{} has ended.", thread.getName(), e);
        } catch (IOException | RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    private void serve(SelectionKey key) {
        ((AcceptedSocket) key.attachment()).serve(key, room);
    }
}
