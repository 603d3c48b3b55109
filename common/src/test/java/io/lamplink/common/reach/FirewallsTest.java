package io.lamplink.common.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.reach.Finding.Firewall.Kind;
import io.lamplink.common.reach.Finding.Firewall.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FirewallsTest {

    private static final String UFW_COMMAND = "sudo ufw allow 8080/tcp";
    private static final String FIREWALLD_COMMAND =
            "sudo firewall-cmd --permanent --add-port=8080/tcp && sudo firewall-cmd --reload";
    private static final String REGISTRY =
            "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\";
    private static final String MAC = "/usr/libexec/ApplicationFirewall/socketfilterfw";

    private final FakeMachine machine = new FakeMachine();

    @Test
    void withoutAnyThatIsSaid() {
        assertEquals(List.of(new Finding.NoFirewallFound()), look());
    }

    @Test
    void ufwThatIsOffIsNoFirewall() {
        machine.file("/etc/ufw/ufw.conf", "# ENABLED=yes\nENABLED=no\nLOGLEVEL=low\n");
        assertEquals(List.of(new Finding.NoFirewallFound()), look());
    }

    @Test
    void ufwWhoseRulesAreNotForThisUserIsUnknown() {
        machine.file("/etc/ufw/ufw.conf", "ENABLED=yes\n");
        assertEquals(List.of(new Firewall(Kind.UFW, Verdict.UNKNOWN, 8080, UFW_COMMAND)), look());
    }

    @ParameterizedTest
    @CsvSource({
        "allow tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in, OPEN",
        "allow any 8080 0.0.0.0/0 any 0.0.0.0/0 in, OPEN",
        "limit tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in, OPEN",
        "allow tcp 8000:9000 0.0.0.0/0 any 0.0.0.0/0 in, OPEN",
        "'allow tcp 80,443,8080 0.0.0.0/0 any 0.0.0.0/0 in', OPEN",
        "allow any any 0.0.0.0/0 any 0.0.0.0/0 in, OPEN",
        "allow_log tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in, OPEN",
        "allow tcp 8080 0.0.0.0/0 any 0.0.0.0/0 - Lamplink in, OPEN",
        "allow tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in comment=4c616d70, OPEN",
        "allow udp 8080 0.0.0.0/0 any 0.0.0.0/0 in, CLOSED",
        "allow tcp 8081 0.0.0.0/0 any 0.0.0.0/0 in, CLOSED",
        "allow tcp 8080 0.0.0.0/0 any 10.0.0.9 in, CLOSED",
        "allow tcp 8080 10.0.0.1 any 0.0.0.0/0 in, CLOSED",
        "allow tcp any 0.0.0.0/0 8080 0.0.0.0/0 in, CLOSED",
        "allow tcp 8080 0.0.0.0/0 any 0.0.0.0/0 out, CLOSED",
        "deny tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in, CLOSED",
        "reject tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in, CLOSED",
        "route:allow tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in, CLOSED"
    })
    void aRuleOfUfwIsReadAsUfwKeepsIt(String tuple, Verdict verdict) {
        ufw("### tuple ### " + tuple + "\n-A ufw-user-input -p tcp --dport 8080 -j ACCEPT\n");
        assertEquals(List.of(new Firewall(Kind.UFW, verdict, 8080, UFW_COMMAND)), look());
    }

    @Test
    void theFirstRuleOfUfwCounts() {
        ufw("""
                ### tuple ### deny tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in
                ### tuple ### allow any any 0.0.0.0/0 any 0.0.0.0/0 in
                """);
        assertEquals(Verdict.CLOSED, ((Firewall) look().getFirst()).verdict());
    }

    @Test
    void withoutARuleTheDefaultOfUfwCounts() {
        ufw("*filter\n");
        assertEquals(Verdict.CLOSED, ((Firewall) look().getFirst()).verdict());
        machine.file("/etc/default/ufw", "IPV6=yes\nDEFAULT_INPUT_POLICY=\"ACCEPT\"\n");
        assertEquals(Verdict.OPEN, ((Firewall) look().getFirst()).verdict());
        machine.file("/etc/default/ufw", "DEFAULT_INPUT_POLICY=\"DROP\"\n");
        assertEquals(Verdict.CLOSED, ((Firewall) look().getFirst()).verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "8080/tcp, OPEN",
        "22/tcp 8080/tcp 9/udp, OPEN",
        "1025-65535/udp 1025-65535/tcp, OPEN",
        "8080/udp, CLOSED",
        "80/tcp 18080/tcp, CLOSED",
        "1-8079/tcp 8081-9000/tcp, CLOSED",
        "'', CLOSED",
        "x-y/tcp 1-2-3/tcp /tcp, CLOSED"
    })
    void firewalldListsItsPorts(String list, Verdict verdict) {
        machine.says(0, "running\n", "firewall-cmd --state").says(0, list + "\n", "firewall-cmd --list-ports");
        assertEquals(List.of(new Firewall(Kind.FIREWALLD, verdict, 8080, FIREWALLD_COMMAND)), look());
    }

    @Test
    void firewalldThatDoesNotListItsPortsIsUnknown() {
        machine.says(0, "running\n", "firewall-cmd --state")
                .says(253, "Authorization failed.\n", "firewall-cmd --list-ports");
        assertEquals(List.of(new Firewall(Kind.FIREWALLD, Verdict.UNKNOWN, 8080, FIREWALLD_COMMAND)), look());
    }

    @Test
    void firewalldThatDoesNotRunIsNoFirewall() {
        machine.says(252, "not running\n", "firewall-cmd --state");
        assertEquals(List.of(new Finding.NoFirewallFound()), look());
    }

    @ParameterizedTest
    @CsvSource({"nftables, NFTABLES", "netfilter-persistent, IPTABLES", "iptables, IPTABLES"})
    void aServiceThatLoadsRulesIsUnknown(String service, Kind kind) {
        machine.says(0, "active\n", "systemctl is-active " + service);
        Firewall only = (Firewall) look().getFirst();
        assertEquals(kind, only.kind());
        assertEquals(Verdict.UNKNOWN, only.verdict());
    }

    @Test
    void aServiceThatIsInactiveIsNone() {
        machine.says(3, "inactive\n", "systemctl is-active nftables");
        assertEquals(List.of(new Finding.NoFirewallFound()), look());
    }

    @Test
    void windowsIsOffOnlyIfItSaysSoOfEveryProfile() {
        windows("0x0", "0x0");
        assertEquals(Verdict.OFF, windowsVerdict());
        windows("0x0", "0x1");
        assertEquals(Verdict.UNKNOWN, windowsVerdict());
        machine.answers.clear();
        assertEquals(Verdict.UNKNOWN, windowsVerdict());
    }

    @Test
    void windowsWithTheProposedRuleIsOpen() {
        windows("0x1", "0x1");
        machine.says(1, "", "netsh advfirewall firewall show rule name=Lamplink 8080");
        assertEquals(Verdict.UNKNOWN, windowsVerdict());
        machine.says(0, "…", "netsh advfirewall firewall show rule name=Lamplink 8080");
        assertEquals(Verdict.OPEN, windowsVerdict());
    }

    @Test
    void theRuleForWindowsCanBeRunAsItStands() {
        machine.kind = Machine.Kind.WINDOWS;
        assertEquals(
                "netsh advfirewall firewall add rule name=\"Lamplink 8080\" dir=in action=allow protocol=TCP"
                        + " localport=8080",
                ((Firewall) look().getFirst()).command());
    }

    @ParameterizedTest
    @CsvSource({
        "Firewall is disabled. (State = 0), OFF",
        "Firewall is enabled. (State = 1), UNKNOWN",
        "Firewall is enabled. (State = 2), CLOSED",
        "'', UNKNOWN"
    })
    void macosSaysItsState(String answer, Verdict verdict) {
        machine.kind = Machine.Kind.MAC;
        machine.says(0, answer + "\n", MAC + " --getglobalstate");
        assertEquals(verdict, ((Firewall) look().getFirst()).verdict());
    }

    @Test
    void macosLetsProgramsInByTheirPath() {
        machine.kind = Machine.Kind.MAC;
        assertEquals(
                "sudo " + MAC + " --add '/opt/it'\\''s/java' && sudo " + MAC + " --unblockapp '/opt/it'\\''s/java'",
                ((Firewall) look().getFirst()).command());
        machine.says(0, "(State = 2)", MAC + " --getglobalstate");
        assertEquals("sudo " + MAC + " --setblockall off", ((Firewall) look().getFirst()).command());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8080, 65535})
    void anotherSystemIsNotGuessedAt(int port) {
        machine.kind = Machine.Kind.OTHER;
        assertEquals(
                List.of(new Finding.NoFirewallFound()), Firewalls.of(machine).look(port));
    }

    private void ufw(String rules) {
        machine.file("/etc/ufw/ufw.conf", "ENABLED=yes\n").file("/etc/ufw/user.rules", rules);
    }

    private void windows(String standard, String open) {
        machine.says(0, register(standard), REGISTRY + "StandardProfile /v EnableFirewall")
                .says(0, register(open), REGISTRY + "PublicProfile /v EnableFirewall")
                .says(1, "", REGISTRY + "DomainProfile /v EnableFirewall");
    }

    private static String register(String value) {
        return "\r\nHKEY_LOCAL_MACHINE\\SYSTEM\r\n    EnableFirewall    REG_DWORD    " + value + "\r\n";
    }

    private Verdict windowsVerdict() {
        machine.kind = Machine.Kind.WINDOWS;
        return ((Firewall) look().getFirst()).verdict();
    }

    private List<Finding> look() {
        return Firewalls.of(machine).look(8080);
    }
}
