package io.lamplink.common.ui.window;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Writes addresses as people do. Asks no name server. */
public final class Addresses {

    private Addresses() {}

    /** Such as 192.168.1.5:8080 or [fe80::1]:8080. */
    public static String written(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        if (host == null) {
            return address.getHostString() + ":" + address.getPort();
        }
        String text = withoutZone(host.getHostAddress());
        return (host instanceof Inet6Address ? "[" + text + "]" : text) + ":" + address.getPort();
    }

    /** The same without the port and brackets. */
    public static String host(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        return host == null ? address.getHostString() : withoutZone(host.getHostAddress());
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
