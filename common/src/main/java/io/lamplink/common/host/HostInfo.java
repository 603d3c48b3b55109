package io.lamplink.common.host;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a window shows of the machine it runs on. Immutable.
 *
 * @param hostName the machine's name
 * @param addresses the addresses of all running interfaces: IPv4 before IPv6, the most useful first, loopback last
 */
public record HostInfo(String hostName, List<HostAddress> addresses) {

    private static final Comparator<HostAddress> ORDER = Comparator.comparing(
                    (HostAddress address) -> address.scope() == AddressScope.LOOPBACK)
            .thenComparing(address -> !address.isV4())
            .thenComparing(address -> address.scope() != AddressScope.PRIVATE)
            .thenComparing(address -> !address.physical())
            .thenComparingInt(HostInfo::rank)
            .thenComparing(HostAddress::interfaceName);

    private static final Comparator<HostAddress> BEST_FIRST =
            Comparator.comparing((HostAddress address) -> !address.physical()).thenComparingInt(HostInfo::rank);

    public HostInfo {
        addresses = addresses.stream().sorted(ORDER).toList();
    }

    /** Reads the running interfaces of this machine; asks nothing of the network. */
    public static HostInfo ofThisMachine() {
        return new HostInfo(MachineReader.hostName(), MachineReader.addresses());
    }

    /** The address to give to others: the best one in a private network, else this machine's loopback address. */
    public String recommendedAddress() {
        return recommended().map(HostAddress::text).orElse("127.0.0.1");
    }

    /** Whether {@code address} is the recommended one. */
    public boolean isRecommended(HostAddress address) {
        return recommended().filter(address::equals).isPresent();
    }

    private Optional<HostAddress> recommended() {
        return addresses.stream()
                .filter(HostAddress::isV4)
                .filter(address -> address.scope() == AddressScope.PRIVATE)
                .min(BEST_FIRST);
    }

    /** Homes and offices mostly use 192.168/16; 172.16/12 mostly belongs to containers. */
    private static int rank(HostAddress address) {
        if (!address.isV4()) {
            return 0;
        }
        return switch (address.address().getAddress()[0] & 0xff) {
            case 192 -> 0;
            case 10 -> 1;
            default -> 2;
        };
    }
}
