package io.lamplink.common.discovery;

import io.lamplink.common.discovery.Multicast.Sighting;
import io.lamplink.common.host.AddressScope;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.host.HostAddress;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client makes of what it hears: servers that it could connect to, on the network where they were heard, and no more
 * of them than fit a list. Confined to one thread.
 */
final class Sightings {

    /** So many servers are listed. */
    static final int MOST = 50;

    private record Source(HostAddress network, String instance) {}

    private record Sight(FoundServer server, int round) {}

    private final Map<Source, Sight> sights = new LinkedHashMap<>();

    /** Takes note of what was heard in a round of looking. */
    void take(HostAddress network, Sighting sighting, int round) {
        Source source = new Source(network, sighting.instance());
        switch (sighting) {
            case Sighting.Seen seen -> found(network, seen).ifPresent(server -> note(source, server, round));
            case Sighting.Gone _ -> sights.computeIfPresent(source, (_, sight) -> sight.round > round ? sight : null);
        }
    }

    private void note(Source source, FoundServer server, int round) {
        Sight before = sights.get(source);
        if (before != null || sights.size() < MOST) {
            sights.put(source, new Sight(server, before == null ? round : Math.max(round, before.round)));
        }
    }

    /** Forgets whom nobody has heard of since that round began. */
    void forgetOlderThan(int round) {
        sights.values().removeIf(sight -> sight.round < round);
    }

    /** Forgets what was heard elsewhere. */
    void keepOnly(List<HostAddress> networks) {
        sights.keySet().removeIf(source -> !networks.contains(source.network));
    }

    /** Each once, in the order in which they were found. */
    List<FoundServer> servers() {
        return sights.values().stream().map(Sight::server).distinct().toList();
    }

    /** An announcement that leads elsewhere than to its own network is none: nobody should be sent across the world by one. */
    private static Optional<FoundServer> found(HostAddress network, Sighting.Seen seen) {
        return Announcement.read(seen.text(), seen.port())
                .flatMap(what -> seen.addresses().stream()
                        .filter(network::reaches)
                        .findFirst()
                        .map(address ->
                                new FoundServer(what.name(), host(address, network), what.port(), what.encrypted())));
    }

    private static String host(InetAddress address, HostAddress network) {
        String text = AddressText.of(address);
        boolean zoned = AddressScope.of(address) == AddressScope.LINK_LOCAL && text.indexOf(':') >= 0;
        return zoned ? text + "%" + network.interfaceName() : text;
    }
}
