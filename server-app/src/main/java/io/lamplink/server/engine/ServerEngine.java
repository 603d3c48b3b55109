package io.lamplink.server.engine;

import io.lamplink.common.engine.Engine;
import io.lamplink.common.reach.Finding;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.security.PinSetting;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What the server's window asks for. */
public interface ServerEngine extends Engine {

    /**
     * Starts to listen. Told by {@code Listening} or {@code ListenFailed}.
     *
     * @param host an address of this machine, or a name of it; empty for every address
     * @param port 0 (a free one) to 65535
     */
    void listen(String host, int port);

    /**
     * Whether clients that do not encrypt are let in from other machines; from this machine they always are. Holds for
     * clients that come from now on; not at first.
     */
    void allowUnencrypted(boolean allowed);

    /** What {@link #allowUnencrypted} said last, or the command line. Any thread may ask. */
    default boolean unencryptedAllowed() {
        return false;
    }

    /**
     * Whether clients have to prove a PIN before they are let in, and which. Holds for clients that come from now on; not at
     * first. Nobody is locked out any more who tried another PIN, or this one before.
     */
    void askForPin(PinSetting setting);

    /**
     * What {@link #askForPin} said last, or a PIN that it could be told. Any thread may ask; the first answer may take a moment,
     * since it may read a file.
     */
    PinSetting pin();

    /**
     * Whether the network is told of this server while it listens beyond this computer; not at first. Told by
     * {@code AnnouncementChanged}.
     */
    void announce(boolean on);

    /** What this server calls itself; what the network is told, if it is. Any thread may ask. */
    String name();

    /** What keeps others from this server, as far as that can be seen from here. It takes some seconds. */
    CompletableFuture<List<Finding>> checkReach();

    /** By what clients know this server. Any thread may ask; the first answer may take a moment, since it reads a file. */
    Fingerprint fingerprint();

    /** Ends listening and every link. Told by {@code ListeningStopped}. */
    void stop();

    /** Whether a text of a client goes to all other clients too, with its writer's name; on at first. */
    void share(boolean on);

    /**
     * Whether a client that comes late gets the room's last messages and is offered what was sent to everyone; on at first.
     */
    void catchUp(boolean on);

    /** Ends the link of one client, which is told so. Told by {@code PeerLeft}. */
    void remove(UUID peer);
}
