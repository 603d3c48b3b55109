package io.lamplink.common.discovery;

import io.lamplink.common.host.AddressScope;
import io.lamplink.common.host.HostAddress;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which of this machine's networks are spoken on. */
public final class Networks {

    /** Each costs a socket and threads; nobody needs more. */
    private static final int MOST = 8;

    private Networks() {}

    /** Where to look: each network card once by IPv4 and once by IPv6; bridges and tunnels only where there is no card. */
    public static List<HostAddress> toLookOn(List<HostAddress> addresses) {
        return firsts(addresses, one -> one.interfaceName() + (one.isV4() ? " 4" : " 6"));
    }

    /**
     * Where a server announces itself: the network of the address that it listens on; if it listens on every address, each
     * card once, by IPv4 where it can. None for a loopback address: nobody else could connect.
     */
    static List<HostAddress> toAnnounceOn(InetAddress listensOn, List<HostAddress> addresses) {
        if (listensOn.isAnyLocalAddress()) {
            return firsts(addresses, HostAddress::interfaceName);
        }
        return addresses.stream()
                .filter(Networks::leadsToOthers)
                .filter(one -> one.address().equals(listensOn))
                .limit(1)
                .toList();
    }

    private static List<HostAddress> firsts(List<HostAddress> addresses, Function<HostAddress, String> key) {
        List<HostAddress> all =
                addresses.stream().filter(Networks::leadsToOthers).toList();
        boolean cards = all.stream().anyMatch(HostAddress::physical);
        Map<String, HostAddress> firsts = new LinkedHashMap<>();
        Stream.concat(all.stream().filter(HostAddress::isV4), all.stream().filter(one -> !one.isV4()))
                .filter(one -> one.physical() || !cards)
                .forEach(one -> firsts.putIfAbsent(key.apply(one), one));
        return firsts.values().stream().limit(MOST).toList();
    }

    private static boolean leadsToOthers(HostAddress one) {
        return one.scope() != AddressScope.LOOPBACK;
    }
}
