package io.lamplink.server.engine;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;

/** At which addresses something happened that is worth telling once. Confined to one lane. */
final class Told {
    /** Nobody reads about more of them. */
    private static final int MAX = 100;

    private final Set<InetAddress> addresses = new HashSet<>();

    /** Whether it is to be told of {@code address}; says so once for each. */
    boolean first(InetAddress address) {
        return addresses.size() < MAX && addresses.add(address);
    }

    /** Everything is worth telling again. */
    void clear() {
        addresses.clear();
    }
}
