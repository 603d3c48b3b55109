package io.lamplink.common.discovery;

import java.util.List;
import java.util.function.Consumer;

/** Finds servers. May be used from any thread; its methods return at once. */
public interface ServerFinder {

    /**
     * Looks until it is told to stop, and not before: nothing leaves this machine unless somebody looks.
     *
     * @param told called on threads of any kind, one call at a time, whenever what is found has changed
     */
    Looking look(Consumer<Findings> told);

    /** A search under way. */
    @FunctionalInterface
    interface Looking {

        /** Ends it; what is still told comes from before. */
        void stop();
    }

    /**
     * What is known by now.
     *
     * @param servers in the order in which they were found
     * @param deaf whether this machine has no network on which it could look
     */
    record Findings(List<FoundServer> servers, boolean deaf) {
        /** Nobody yet. */
        public static final Findings NONE = new Findings(List.of(), false);

        public Findings {
            servers = List.copyOf(servers);
        }
    }
}
