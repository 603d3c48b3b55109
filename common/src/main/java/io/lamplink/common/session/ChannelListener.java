package io.lamplink.common.session;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint tells about one connection, in this order: opened (by handing over the {@link Channel}), any number of
 * frames and pongs, closed once. Called one after another on threads that serve this connection only, never on a thread
 * that reads or writes a socket. An implementation that takes its time holds back its own peer and nobody else.
 */
public interface ChannelListener {

    /** Where it is to be called: runs tasks one after another; null if any thread will do. It may change once from null. */
    default @Nullable Executor lane() {
        return null;
    }

    /** A whole data message came. The frame's buffers belong to the listener. */
    void onFrame(Frame frame);

    /**
     * The same on a thread that serves other connections too, for a short frame: a listener that can take it at once, without
     * waiting for anything, spares the way to a thread of its own.
     *
     * @return whether it took the frame; if not, it comes by {@link #onFrame}
     */
    default boolean tryFrame(Frame frame) {
        return false;
    }

    /** The answer to a {@link Channel#ping()} came after {@code nanos}. */
    void onPong(long nanos);

    /** The connection has ended. Nothing follows. */
    void onClosed(CloseReason reason);
}
