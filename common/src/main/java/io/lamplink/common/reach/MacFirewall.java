package io.lamplink.common.reach;

import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.reach.Finding.Firewall.Kind;
import io.lamplink.common.reach.Finding.Firewall.Verdict;
import java.util.List;

/** The firewall of macOS, which lets programs in rather than ports. */
final class MacFirewall implements Firewalls {
    private static final String COMMAND = "/usr/libexec/ApplicationFirewall/socketfilterfw";

    private final Machine machine;

    MacFirewall(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Finding> look(int port) {
        Verdict verdict = verdict();
        return List.of(new Firewall(Kind.MACOS, verdict, port, command(verdict)));
    }

    private String command(Verdict verdict) {
        if (verdict == Verdict.CLOSED) {
            return "sudo " + COMMAND + " --setblockall off";
        }
        String program = "'" + machine.program().replace("'", "'\\''") + "'";
        return "sudo " + COMMAND + " --add " + program + " && sudo " + COMMAND + " --unblockapp " + program;
    }

    private Verdict verdict() {
        String state = machine.run(List.of(COMMAND, "--getglobalstate"))
                .map(Machine.Answer::output)
                .orElse("");
        if (state.contains("State = 0")) {
            return Verdict.OFF;
        }
        return state.contains("State = 2") ? Verdict.CLOSED : Verdict.UNKNOWN;
    }
}
