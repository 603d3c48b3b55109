package io.lamplink.common.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Addresses that count as one, since whoever has one of them has all: the 64 bits of IPv6 that a network is given. All
 * neighbours share the same link-local bits, so those addresses count one by one, as those of IPv4 do.
 *
 * @param hex the bits they have in common, in hexadecimal digits
 */
record AddressBlock(String hex) {
    private static final int NETWORK_BYTES = 8;

    static AddressBlock of(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean network = address instanceof Inet6Address && !address.isLinkLocalAddress();
        return new AddressBlock(HexFormat.of().formatHex(network ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes));
    }
}
