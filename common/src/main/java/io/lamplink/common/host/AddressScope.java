package io.lamplink.common.host;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Who can reach an address, by the registries of special-purpose addresses (RFC 6890 and its successors). */
public enum AddressScope {
    /** Only this machine. */
    LOOPBACK,
    /** Only machines on the same cable or wireless network, without a router (169.254/16, fe80::/10). */
    LINK_LOCAL,
    /** A private network: 10/8, 172.16/12, 192.168/16, fc00::/7. */
    PRIVATE,
    /** Between a provider and its customers: 100.64/10. Not reachable from the internet. */
    SHARED,
    /** For examples in texts: 192.0.2/24, 198.51.100/24, 203.0.113/24, 2001:db8::/32, 3fff::/20. */
    DOCUMENTATION,
    /** Set aside for something else: 0/8, multicast, 198.18/15, 240/4 and the like. */
    RESERVED,
    /** Anybody on the internet, unless a firewall says otherwise. */
    PUBLIC;

    /** The scope of {@code address}. */
    public static AddressScope of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isLinkLocalAddress()) {
            return LINK_LOCAL;
        }
        if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return RESERVED;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ofV4(bytes) : ofV6(bytes);
    }

    private static AddressScope ofV4(byte[] bytes) {
        if (in(bytes, 8, 10) || in(bytes, 12, 172, 16) || in(bytes, 16, 192, 168)) {
            return PRIVATE;
        }
        if (in(bytes, 10, 100, 64)) {
            return SHARED;
        }
        if (in(bytes, 24, 192, 0, 2) || in(bytes, 24, 198, 51, 100) || in(bytes, 24, 203, 0, 113)) {
            return DOCUMENTATION;
        }
        boolean reserved = in(bytes, 8, 0) || in(bytes, 24, 192, 0, 0) || in(bytes, 15, 198, 18) || in(bytes, 4, 240);
        return reserved ? RESERVED : PUBLIC;
    }

    private static AddressScope ofV6(byte[] bytes) {
        if (in(bytes, 7, 0xfc)) {
            return PRIVATE;
        }
        if (in(bytes, 32, 0x20, 0x01, 0x0d, 0xb8) || in(bytes, 20, 0x3f, 0xff, 0)) {
            return DOCUMENTATION;
        }
        return in(bytes, 3, 0x20) ? PUBLIC : RESERVED;
    }

    /** Whether the first {@code bits} bits of {@code address} are those of {@code prefix}, whose missing bytes are 0. */
    private static boolean in(byte[] address, int bits, int... prefix) {
        for (int bit = 0; bit < bits; bit++) {
            int index = bit / 8;
            int mask = 0x80 >> bit % 8;
            int wanted = index < prefix.length ? prefix[index] : 0;
            if ((address[index] & mask) != (wanted & mask)) {
                return false;
            }
        }
        return true;
    }
}
