package io.lamplink.server.net;

import io.lamplink.common.engine.WebOrigin;
import java.net.InetAddress;
import java.util.Set;

/**
 * Whom a server lets in; may change while it listens, and counts for those who come then. Immutable.
 *
 * @param origins web pages that may connect; of all others the browser's {@code Origin} is refused
 * @param hosts names, beside this machine's own, by which clients may call it; in lower case
 * @param perAddress connections from one address at the same time; the loopback addresses are exempt
 * @param unencrypted whether clients on other machines may come without encryption
 * @param pin whether clients have to show first that they have a PIN, and may bring little until then
 */
public record DoorRules(Set<WebOrigin> origins, Set<String> hosts, int perAddress, boolean unencrypted, boolean pin) {
    /** A classroom may sit behind one address. */
    public static final int PER_ADDRESS = 64;

    public DoorRules {
        origins = Set.copyOf(origins);
        hosts = Set.copyOf(hosts);
    }

    /** Rules by which other machines must encrypt. */
    public DoorRules(Set<WebOrigin> origins, Set<String> hosts, int perAddress) {
        this(origins, hosts, perAddress, false, false);
    }

    /** No web page, this machine's own names, {@value #PER_ADDRESS} connections from one address. */
    public static DoorRules defaults() {
        return new DoorRules(Set.of(), Set.of(), PER_ADDRESS);
    }

    /** The same with other web pages. */
    public DoorRules withOrigins(Set<WebOrigin> pages) {
        return new DoorRules(pages, hosts, perAddress, unencrypted, pin);
    }

    /** The same but for clients that do not encrypt. */
    public DoorRules withUnencrypted(boolean allowed) {
        return new DoorRules(origins, hosts, perAddress, allowed, pin);
    }

    /** The same with or without a PIN. */
    public DoorRules withPin(boolean asked) {
        return new DoorRules(origins, hosts, perAddress, unencrypted, asked);
    }

    /** Whether the value of a field {@code Origin} names one of the pages. */
    boolean takesOrigin(String field) {
        return WebOrigin.of(field).filter(origins::contains).isPresent();
    }

    /** Whether {@code there} connections from {@code address} leave no place for another one. */
    boolean crowded(InetAddress address, long there) {
        return there >= perAddress && !address.isLoopbackAddress();
    }
}
