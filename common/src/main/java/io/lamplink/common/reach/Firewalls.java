package io.lamplink.common.reach;

import java.util.List;

/** The firewalls of one kind of system. */
interface Firewalls {

    /** What they say of a TCP port; at least one finding. */
    List<Finding> look(int port);

    /** Those of {@code machine}. */
    static Firewalls of(Machine machine) {
        return switch (machine.kind()) {
            case LINUX -> new LinuxFirewalls(machine);
            case WINDOWS -> new WindowsFirewall(machine);
            case MAC -> new MacFirewall(machine);
            case OTHER -> _ -> List.of(new Finding.NoFirewallFound());
        };
    }
}
