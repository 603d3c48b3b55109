package io.lamplink.common.reach;

import io.lamplink.common.host.AddressScope;
import io.lamplink.common.host.AddressText;
import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what keeps others from a server on this machine, as far as that can be seen from here. */
public final class ReachCheck {

    /** So many of its own addresses are tried. */
    private static final int MOST_TRIED = 4;

    private static final List<String> TUNNELS = List.of(
            "tun", "tap", "wg", "utun", "ppp", "zt", "tailscale", "nordlynx", "proton", "mullvad", "ipsec", "cscotun");

    private final Machine machine;

    /** One that looks at {@code machine}. */
    public ReachCheck(Machine machine) {
        this.machine = machine;
    }

    /** One that looks at this machine. */
    public static ReachCheck ofThisMachine() {
        return new ReachCheck(new ThisMachine());
    }

    /**
     * Looks; blocks for some seconds.
     *
     * @param listensOn where the server listens; null if it does not
     * @return what was seen: what keeps others out first, hints last
     */
    public List<Finding> look(@Nullable InetSocketAddress listensOn) {
        if (listensOn == null) {
            return List.of(new Finding.NotListening());
        }
        if (listensOn.getAddress().isLoopbackAddress()) {
            return List.of(new Finding.ThisComputerOnly(AddressText.of(listensOn)));
        }
        List<HostAddress> own = own(listensOn.getAddress(), machine.host());
        if (own.isEmpty()) {
            return List.of(new Finding.NoNetwork());
        }
        List<Finding> findings = new ArrayList<>();
        own.stream()
                .limit(MOST_TRIED)
                .map(one -> tried(one, listensOn.getPort()))
                .forEach(findings::add);
        findings.addAll(Firewalls.of(machine).look(listensOn.getPort()));
        own.forEach(one -> addHints(one, findings));
        return findings.stream().distinct().sorted(ReachCheck::byWeight).toList();
    }

    /** Stable, so that what is found first stays first among its like. */
    private static int byWeight(Finding one, Finding other) {
        return Integer.compare(rank(one), rank(other));
    }

    private static int rank(Finding finding) {
        return switch (finding.weight()) {
            case BLOCKS -> 0;
            case UNKNOWN -> 1;
            case GOOD -> 2;
            case HINT -> 3;
        };
    }

    private static List<HostAddress> own(InetAddress listensOn, HostInfo host) {
        return host.addresses().stream()
                .filter(one -> one.scope() != AddressScope.LOOPBACK)
                .filter(one -> listensOn.isAnyLocalAddress() || one.address().equals(listensOn))
                .toList();
    }

    private Finding tried(HostAddress one, int port) {
        InetSocketAddress where = new InetSocketAddress(one.address(), port);
        String text = AddressText.of(where);
        return machine.connects(where) ? new Finding.Answers(text) : new Finding.DoesNotAnswer(text);
    }

    private void addHints(HostAddress one, List<Finding> findings) {
        if (isTunnel(one)) {
            findings.add(new Finding.Tunnel(one.interfaceName()));
            return;
        }
        switch (one.scope()) {
            case PRIVATE, LINK_LOCAL, SHARED -> {
                if (one.isV4() && one.physical()) {
                    findings.add(new Finding.SameNetwork(one.interfaceName(), one.network()));
                }
            }
            case PUBLIC -> findings.add(new Finding.PublicAddress(one.text()));
            case LOOPBACK, DOCUMENTATION, RESERVED -> {}
        }
        if (isWireless(one)) {
            findings.add(new Finding.Wireless(one.interfaceName()));
        }
    }

    private static boolean isTunnel(HostAddress one) {
        String name = one.interfaceName().toLowerCase(Locale.ROOT);
        return TUNNELS.stream().anyMatch(name::startsWith);
    }

    private boolean isWireless(HostAddress one) {
        String name = one.interfaceName();
        boolean harmless = name.matches("[A-Za-z0-9_.-]+") && !name.startsWith(".");
        return name.startsWith("wl") || (harmless && machine.exists(Path.of("/sys/class/net", name, "wireless")));
    }
}
