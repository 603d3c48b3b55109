package io.lamplink.client.engine;

import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.engine.Engine;
import io.lamplink.common.security.Pin;
import org.jspecify.annotations.Nullable;

/** What the client's window asks for. */
public interface ClientEngine extends Engine {

    /**
     * Connects. Told by {@code Connecting} and then {@code PeerJoined} or {@code ConnectFailed}.
     *
     * @param address an IPv4 or IPv6 literal, a host name, host:port, or a ws:// address
     * @param defaultPort 1 to 65535, used where the address names none
     */
    void connect(String address, int defaultPort);

    /** Answers {@code IdentityAsked}: whether the server is the one that is meant; if so it is remembered. */
    void trust(boolean trusted);

    /** Answers {@code ClearAsked}: whether to go on though everybody between can read and change what is sent. */
    void goOnInClear(boolean goOn);

    /** Answers {@code PinAsked}: the PIN to prove to the server, or null for none, which ends the attempt. */
    void pin(@Nullable Pin pin);

    /** Tries to get a lost link back at once instead of after the pause told by {@code Reconnecting}; else does nothing. */
    void tryNow();

    /** Who looks for servers on the network, once it is asked to. */
    ServerFinder finder();

    /** Whether a link that is lost from now on is sought again; it is at first, where the program does that at all. */
    void seekLostLinks(boolean on);

    /** Ends the link, or the attempt to make one, or the tries to get one back. */
    void disconnect();
}
