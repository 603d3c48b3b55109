package io.lamplink.common.reach;

import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.reach.Finding.Firewall.Kind;
import io.lamplink.common.reach.Finding.Firewall.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ufw by its files, of which the first may be read by everyone; firewalld by its own command; the services that load rules
 * of nftables and iptables only by whether they run.
 */
final class LinuxFirewalls implements Firewalls {
    private static final Path UFW_STATE = Path.of("/etc/ufw/ufw.conf");
    private static final Path UFW_DEFAULTS = Path.of("/etc/default/ufw");
    private static final List<Path> UFW_RULES = List.of(Path.of("/etc/ufw/user.rules"), Path.of("/lib/ufw/user.rules"));

    private final Machine machine;

    LinuxFirewalls(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Finding> look(int port) {
        List<Finding> found = Stream.of(ufw(port), firewalld(port), nftables(port), iptables(port))
                .flatMap(Optional::stream)
                .toList();
        return found.isEmpty() ? List.of(new Finding.NoFirewallFound()) : found;
    }

    private Optional<Finding> ufw(int port) {
        boolean on = machine.read(UFW_STATE).stream()
                .flatMap(String::lines)
                .anyMatch(line -> line.strip().equalsIgnoreCase("ENABLED=yes"));
        return on
                ? Optional.of(new Firewall(Kind.UFW, ufwVerdict(port), port, "sudo ufw allow " + port + "/tcp"))
                : Optional.empty();
    }

    private Verdict ufwVerdict(int port) {
        Optional<String> rules =
                UFW_RULES.stream().map(machine::read).flatMap(Optional::stream).findFirst();
        if (rules.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        boolean open = new UfwRules(rules.get(), accepts()).opens(port);
        return open ? Verdict.OPEN : Verdict.CLOSED;
    }

    private boolean accepts() {
        return machine.read(UFW_DEFAULTS).stream()
                .flatMap(String::lines)
                .anyMatch(line -> line.strip().matches("DEFAULT_INPUT_POLICY=\"?ACCEPT\"?"));
    }

    private Optional<Finding> firewalld(int port) {
        boolean runs = machine.run(List.of("firewall-cmd", "--state"))
                .filter(answer -> answer.status() == 0)
                .isPresent();
        if (!runs) {
            return Optional.empty();
        }
        Verdict verdict = machine.run(List.of("firewall-cmd", "--list-ports"))
                .filter(answer -> answer.status() == 0)
                .map(answer -> Ports.listed(answer.output(), port) ? Verdict.OPEN : Verdict.CLOSED)
                .orElse(Verdict.UNKNOWN);
        return Optional.of(new Firewall(
                Kind.FIREWALLD,
                verdict,
                port,
                "sudo firewall-cmd --permanent --add-port=" + port + "/tcp && sudo firewall-cmd --reload"));
    }

    private Optional<Finding> nftables(int port) {
        return service(
                new Firewall(
                        Kind.NFTABLES,
                        Verdict.UNKNOWN,
                        port,
                        "sudo nft insert rule inet filter input tcp dport " + port + " accept"),
                "nftables");
    }

    private Optional<Finding> iptables(int port) {
        return service(
                new Firewall(
                        Kind.IPTABLES,
                        Verdict.UNKNOWN,
                        port,
                        "sudo iptables -I INPUT -p tcp --dport " + port + " -j ACCEPT"),
                "netfilter-persistent",
                "iptables");
    }

    /** {@code finding}, if one of the services runs. */
    private Optional<Finding> service(Finding finding, String... services) {
        boolean runs = Stream.of(services)
                .map(service -> machine.run(List.of("systemctl", "is-active", service)))
                .flatMap(Optional::stream)
                .anyMatch(answer -> answer.status() == 0);
        return runs ? Optional.of(finding) : Optional.empty();
    }
}
