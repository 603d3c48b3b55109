package io.lamplink.common.reach;

import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.reach.Finding.Firewall.Kind;
import io.lamplink.common.reach.Finding.Firewall.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Windows' own, by what the registry says of its profiles: that is the same in every language of the system. */
final class WindowsFirewall implements Firewalls {
    private static final String PROFILES =
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\";

    private static final Pattern ON = Pattern.compile("EnableFirewall\\s+REG_DWORD\\s+0x1\\b");
    private static final Pattern OFF = Pattern.compile("EnableFirewall\\s+REG_DWORD\\s+0x0\\b");

    private final Machine machine;

    WindowsFirewall(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Finding> look(int port) {
        String name = "Lamplink " + port;
        return List.of(new Firewall(
                Kind.WINDOWS,
                verdict(name),
                port,
                "netsh advfirewall firewall add rule name=\"" + name + "\" dir=in action=allow protocol=TCP localport="
                        + port));
    }

    private Verdict verdict(String rule) {
        List<String> profiles = Stream.of("StandardProfile", "PublicProfile", "DomainProfile")
                .map(profile -> machine.run(List.of("reg", "query", PROFILES + profile, "/v", "EnableFirewall")))
                .flatMap(Optional::stream)
                .filter(answer -> answer.status() == 0)
                .map(Machine.Answer::output)
                .toList();
        boolean off = !profiles.isEmpty()
                && profiles.stream().allMatch(answer -> OFF.matcher(answer).find());
        boolean on = profiles.stream().anyMatch(answer -> ON.matcher(answer).find());
        if (off) {
            return Verdict.OFF;
        }
        return on && hasRule(rule) ? Verdict.OPEN : Verdict.UNKNOWN;
    }

    /** Only a rule of the very name that is proposed here is looked for; the command ends with 1 if there is none. */
    private boolean hasRule(String name) {
        return machine.run(List.of("netsh", "advfirewall", "firewall", "show", "rule", "name=" + name))
                .filter(answer -> answer.status() == 0)
                .isPresent();
    }
}
