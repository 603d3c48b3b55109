package io.lamplink.common.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.StringJoiner;

/** Writes addresses as people do; an IPv6 one in its short form (RFC 5952), without the zone that Java appends. */
public final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {}

    /** Such as 192.168.1.5 or fe80::1. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address ? shortV6(address.getAddress()) : address.getHostAddress();
    }

    /** Such as 192.168.1.5:8080 or [fe80::1]:8080. Asks no name server. */
    public static String of(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        String text = host == null ? address.getHostString() : of(host);
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + address.getPort();
    }

    private static String shortV6(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
        }
        int from = longestZeros(groups);
        int length = zerosAt(groups, from);
        if (length < 2) {
            return joined(groups, 0, GROUPS);
        }
        return joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
    }

    private static int longestZeros(int[] groups) {
        int longest = 0;
        for (int i = 1; i < GROUPS; i++) {
            if (zerosAt(groups, i) > zerosAt(groups, longest)) {
                longest = i;
            }
        }
        return longest;
    }

    private static int zerosAt(int[] groups, int from) {
        int to = from;
        while (to < GROUPS && groups[to] == 0) {
            to++;
        }
        return to - from;
    }

    private static String joined(int[] groups, int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
