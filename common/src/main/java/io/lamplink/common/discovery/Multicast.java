package io.lamplink.common.discovery;

import io.lamplink.common.host.HostAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Speaks and hears on one network at a time, by multicast DNS. Its methods may take a while. */
public interface Multicast {

    /**
     * Announces a server until the presence is closed, which says good-bye.
     *
     * @param network this machine's address there
     * @throws IOException if that network can't be spoken on
     */
    Presence announce(HostAddress network, Announcement what) throws IOException;

    /**
     * Asks who is there, and tells of everyone who answers until the presence is closed.
     *
     * @param network this machine's address there
     * @param heard called on threads of any kind
     * @throws IOException if that network can't be spoken on
     */
    Presence look(HostAddress network, Consumer<Sighting> heard) throws IOException;

    /** What was begun on one network. */
    interface Presence {

        /** Whether it still speaks and hears; once false, it stays so. */
        boolean alive();

        /** Ends it, and returns at once. Completes when the network has been told; never fails. */
        CompletableFuture<Void> close();
    }

    /** What a network had to say. All of it is as strangers wrote it. */
    sealed interface Sighting {

        /** The name under which it was announced. */
        String instance();

        /**
         * A server, or whatever says that it is one.
         *
         * @param text the entries of {@link Announcement#KEYS} that it has
         * @param port 0 to 65535
         */
        record Seen(String instance, Map<String, String> text, List<InetAddress> addresses, int port)
                implements Sighting {
            public Seen {
                text = Map.copyOf(text);
                addresses = List.copyOf(addresses);
            }
        }

        /** One that was seen before has said good-bye, or has not been heard of for too long. */
        record Gone(String instance) implements Sighting {}
    }
}
