package io.lamplink.common.host;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * One address of one running network interface. Immutable.
 *
 * @param interfaceName the system's short name, such as {@code eth0}
 * @param address the address, without a zone
 * @param prefixLength how many leading bits name the network, 0 to 32 or 128
 * @param physical whether the interface looks like a network card rather than a bridge, tunnel or virtual machine
 */
public record HostAddress(String interfaceName, InetAddress address, int prefixLength, boolean physical) {

    /** Whether it is an IPv4 address. */
    public boolean isV4() {
        return address instanceof Inet4Address;
    }

    /** The address as people write it. */
    public String text() {
        return AddressText.of(address);
    }

    /** Who can reach it. */
    public AddressScope scope() {
        return AddressScope.of(address);
    }

    /** The network mask: 255.255.255.0 for an IPv4 address, /64 for an IPv6 one. */
    public String mask() {
        if (!isV4()) {
            return "/" + prefixLength;
        }
        long mask = prefixLength == 0 ? 0 : 0xffff_ffffL << (32 - prefixLength);
        return "%d.%d.%d.%d".formatted(mask >> 24 & 0xff, mask >> 16 & 0xff, mask >> 8 & 0xff, mask & 0xff);
    }
}
