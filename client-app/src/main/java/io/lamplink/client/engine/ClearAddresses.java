package io.lamplink.client.engine;

import io.lamplink.client.net.ServerAddress;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;

/** To whom a client may talk unencrypted without asking again. Belongs to the hub's lane; forgotten with the program. */
final class ClearAddresses {
    private final Set<String> agreed = new HashSet<>();

    /** Whether to begin in clear: it was written so, it was agreed to, or nothing leaves this machine. */
    boolean goesInClear(ServerAddress address) {
        return switch (address.scheme()) {
            case WS -> true;
            case WSS -> false;
            case NONE -> isLoopback(address.host()) || agreed.contains(address.display());
        };
    }

    void agree(ServerAddress address) {
        agreed.add(address.display());
    }

    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
