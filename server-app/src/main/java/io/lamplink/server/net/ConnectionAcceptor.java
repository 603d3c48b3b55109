package io.lamplink.server.net;

import io.lamplink.common.session.Channel;
import io.lamplink.common.session.ChannelListener;
import java.net.InetAddress;

/** Who hears of the clients that connect. */
public interface ConnectionAcceptor {

    /**
     * A client has completed its handshake. Called on a thread of that connection, for several connections at the same
     * time; what it throws closes the connection.
     *
     * @return who hears everything else of this connection
     */
    ChannelListener accept(Channel channel, Visitor visitor);

    /** A client at {@code address} was turned away because it does not encrypt. Called on a thread that serves other connections too. */
    default void clearTurnedAway(InetAddress address) {}

    /** Listening ended though nobody asked for it. Every connection has been closed and told, and the port is free. */
    void broken(Throwable cause);
}
