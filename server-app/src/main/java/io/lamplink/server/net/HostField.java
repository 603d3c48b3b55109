package io.lamplink.server.net;

import io.lamplink.common.host.HostInfo;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which name a client calls this machine. A web page can have its own name point here ("DNS rebinding"), and then the
 * browser takes this server for the page's own: only names that nobody else can have are good.
 */
final class HostField {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)(?:%[^\\]]*)?]|([^\\[\\]:/@\\s,]+))(?::[0-9]{0,5})?");

    /** Read once; a machine whose name changes while it listens is rare, and has its addresses. */
    private static final Set<String> OWN_NAMES =
            ownNames(HostInfo.ofThisMachine().hostName());

    private HostField() {}

    /** The name in the field, in lower case and without brackets, zone, port and a dot at its end; empty if it has none. */
    static Optional<String> name(String field) {
        Matcher matcher = FORM.matcher(field);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.of(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    /**
     * Whether {@code name} is this machine's.
     *
     * @param local the address at which the client has reached it
     * @param allowed further names
     */
    static boolean isOurs(String name, InetAddress local, Set<String> allowed) {
        if (OWN_NAMES.contains(name) || allowed.contains(name)) {
            return true;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(name);
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.equals(local)
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IllegalArgumentException | SocketException e) {
            return false;
        }
    }

    /** What a machine called {@code hostName} answers to: with its domain, without, and on the link (RFC 6762). */
    static Set<String> ownNames(String hostName) {
        String whole = hostName.toLowerCase(Locale.ROOT);
        int dot = whole.indexOf('.');
        String first = dot < 0 ? whole : whole.substring(0, dot);
        return new HashSet<>(List.of("localhost", whole, first, first + ".local"));
    }
}
