package io.lamplink.common.host;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.IntStream;

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

    /** The network that it is in, such as 192.168.1.0/24. */
    public String network() {
        byte[] bytes = address.getAddress();
        for (int bit = prefixLength; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(1 << (7 - bit % Byte.SIZE));
        }
        try {
            return AddressText.of(InetAddress.getByAddress(bytes)) + "/" + prefixLength;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address has another length than before.", e);
        }
    }

    /** Whether {@code other} is in the network that this address is in, so that no router is needed to get there. */
    public boolean reaches(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] theirs = other.getAddress();
        return own.length == theirs.length
                && IntStream.range(0, prefixLength).allMatch(bit -> bitOf(own, bit) == bitOf(theirs, bit));
    }

    private static int bitOf(byte[] bytes, int bit) {
        return bytes[bit / 8] >> (7 - bit % 8) & 1;
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
