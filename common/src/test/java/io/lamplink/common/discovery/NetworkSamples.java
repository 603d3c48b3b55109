package io.lamplink.common.discovery;

import io.lamplink.common.host.HostAddress;
import java.net.InetAddress;

/** Addresses of a machine. */
final class NetworkSamples {
    static final HostAddress WIRELESS = card("wlan0", "192.168.1.5", 24);
    static final HostAddress WIRELESS_SIX = card("wlan0", "fe80::1", 64);
    static final HostAddress WIRED = card("eth0", "10.0.0.12", 16);
    static final HostAddress BRIDGE = new HostAddress("docker0", ip("172.17.0.1"), 16, false);
    static final HostAddress LOOPBACK = new HostAddress("lo", ip("127.0.0.1"), 8, false);
    static final HostAddress LOOPBACK_SIX = new HostAddress("lo", ip("::1"), 128, false);

    private NetworkSamples() {}

    static HostAddress card(String name, String address, int prefix) {
        return new HostAddress(name, ip(address), prefix, true);
    }

    static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
