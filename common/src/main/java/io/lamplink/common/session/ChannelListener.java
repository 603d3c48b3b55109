package io.lamplink.common.session;

import io.lamplink.common.protocol.CloseReason;
import io.lamplink.common.protocol.Frame;

/**
 * What an endpoint tells about one connection, in this order: opened (by handing over the {@link Channel}), any number of
 * frames and pongs, closed once. Called on socket threads; an implementation hands over and returns.
 */
public interface ChannelListener {

    /** A whole data message came. The frame's buffers belong to the listener. */
    void onFrame(Frame frame);

    /** The answer to a {@link Channel#ping()} came after {@code nanos}. */
    void onPong(long nanos);

    /** The connection has ended. Nothing follows. */
    void onClosed(CloseReason reason);
}
