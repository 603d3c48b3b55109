package io.lamplink.common.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes addresses as people do; an IPv6 one in its short form (RFC 5952). The zone of a link-local address says by which of this
 * machine's networks it is reached, and means nothing on another machine: own addresses go without, those of peers with it.
 */
public final class AddressText {

    private static final Logger LOG = LoggerFactory.getLogger(AddressText.class);
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
        return place(text, address.getPort());
    }

    /** Such as fe80::1%eth0: with its zone, if it has one. */
    public static String withZone(InetAddress address) {
        return address instanceof Inet6Address six && six.isLinkLocalAddress() ? of(six) + zone(six) : of(address);
    }

    /** Such as [fe80::1%eth0]:8080: with its zone, if it has one. Asks no name server. */
    public static String withZone(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        return host == null ? of(address) : place(withZone(host), address.getPort());
    }

    private static String place(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /** Sockets know only the interface's number, people its name. */
    private static String zone(Inet6Address address) {
        NetworkInterface named = address.getScopedInterface();
        if (named != null) {
            return "%" + named.getName();
        }
        int number = address.getScopeId();
        return number == 0 ? "" : "%" + nameOf(number);
    }

    private static String nameOf(int number) {
        try {
            NetworkInterface known = NetworkInterface.getByIndex(number);
            return known == null ? Integer.toString(number) : known.getName();
        } catch (SocketException e) {
            LOG.debug("The name of a network interface cannot be asked for.", e);
            return Integer.toString(number);
        }
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
