package io.lamplink.client.net;

import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;

/** Who hears what becomes of an attempt to connect. Exactly one of the methods is called, once, on a thread of its own. */
public interface ConnectListener {

    /**
     * The handshake is done. What this throws closes the connection.
     *
     * @param lamplink whether the server speaks the sub-protocol {@code lamplink.v1}; without, it is a Qt or other peer
     * @return who hears everything else of this connection
     */
    ChannelListener opened(Channel channel, boolean lamplink);

    /** There is no connection. */
    void failed(ConnectFailure failure);
}
