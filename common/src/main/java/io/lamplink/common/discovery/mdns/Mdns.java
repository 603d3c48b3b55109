package io.lamplink.common.discovery.mdns;

import io.lamplink.common.discovery.AnnounceState;
import io.lamplink.common.discovery.Announcer;
import io.lamplink.common.discovery.NetworkFinder;
import io.lamplink.common.discovery.Networks;
import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.discovery.Worker;
import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Finding and being found on the networks of this machine. Nothing is sent before somebody asks for it. */
public final class Mdns {
    private Mdns() {}

    /** Looks on every network card of this machine. */
    public static ServerFinder finder() {
        return finder(() -> Networks.toLookOn(addresses()));
    }

    /** Looks by one address of this machine only, and nowhere while it has no such address. */
    public static ServerFinder finder(InetAddress by) {
        return finder(() ->
                addresses().stream().filter(one -> one.address().equals(by)).toList());
    }

    private static ServerFinder finder(Supplier<List<HostAddress>> networks) {
        return new NetworkFinder(new JmdnsMulticast(), networks, Worker.daemon());
    }

    /** Announces on the networks of this machine. {@code told} hears of every change. */
    public static Announcer announcer(Consumer<AnnounceState> told) {
        return new Announcer(new JmdnsMulticast(), Mdns::addresses, Worker.daemon(), told);
    }

    private static List<HostAddress> addresses() {
        return HostInfo.ofThisMachine().addresses();
    }
}
