package io.lamplink.common.host;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notices that this machine got or lost an address: a cable, another Wi-Fi, a VPN. May be used from any thread. */
public final class NetworkWatch {
    private final Supplier<Set<InetAddress>> addresses;
    private @Nullable Set<InetAddress> last;

    /** A watch on the addresses of this machine's interfaces that are up. */
    public NetworkWatch() {
        this(() -> MachineReader.addresses().stream().map(HostAddress::address).collect(Collectors.toSet()));
    }

    /** A watch on whatever addresses there are. */
    public NetworkWatch(Supplier<Set<InetAddress>> addresses) {
        this.addresses = addresses;
    }

    /** Whether the addresses differ from those of the last look; never at the first. Asks the system, which may take a while. */
    public synchronized boolean changed() {
        Set<InetAddress> now = new HashSet<>(addresses.get());
        Set<InetAddress> before = last;
        last = now;
        return before != null && !before.equals(now);
    }
}
