package io.lamplink.common.discovery;

/**
 * A server that was heard on a network. Anybody there can announce anything, so this says where to ask, and not who answers.
 *
 * @param name what it calls itself, safe to show
 * @param host an IP address, with the zone that a link-local IPv6 address needs
 * @param port 1 to 65535
 * @param encrypted whether it says that it takes encrypted connections
 */
public record FoundServer(String name, String host, int port, boolean encrypted) {

    /** Such as 192.168.1.5:8080 or [fe80::1%eth0]:8080. */
    public String where() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
