package io.lamplink.common.reach;

/** One thing that was looked at, and what was seen. Immutable. */
public sealed interface Finding {

    /** What it means for others who want to connect. */
    enum Weight {
        /** It was tried and works. */
        GOOD,
        /** It keeps others out. */
        BLOCKS,
        /** It may keep others out; this could not be seen from here. */
        UNKNOWN,
        /** Nothing was tried; it is good to know. */
        HINT
    }

    /** What it means. */
    default Weight weight() {
        return switch (this) {
            case NotListening _, PortTaken _, ThisComputerOnly _, NoNetwork _, DoesNotAnswer _ -> Weight.BLOCKS;
            case Answers _ -> Weight.GOOD;
            case NoFirewallFound _, SameNetwork _, Tunnel _, Wireless _, PublicAddress _ -> Weight.HINT;
            case Firewall firewall ->
                switch (firewall.verdict()) {
                    case OFF, OPEN -> Weight.GOOD;
                    case CLOSED -> Weight.BLOCKS;
                    case UNKNOWN -> Weight.UNKNOWN;
                };
        };
    }

    /** The server does not listen. */
    record NotListening() implements Finding {}

    /** The server does not listen, because another program had the port when it was to. */
    record PortTaken(int port) implements Finding {}

    /** It listens at a loopback address. */
    record ThisComputerOnly(String address) implements Finding {}

    /** No network is up. */
    record NoNetwork() implements Finding {}

    /** A connection from this machine to one of its own addresses came about. It passes no firewall. */
    record Answers(String where) implements Finding {}

    /** A connection from this machine to one of its own addresses did not come about. */
    record DoesNotAnswer(String where) implements Finding {}

    /** What a firewall says of the port. */
    record Firewall(Kind kind, Verdict verdict, int port, String command) implements Finding {

        /** Which one it is. */
        public enum Kind {
            UFW,
            FIREWALLD,
            NFTABLES,
            IPTABLES,
            WINDOWS,
            MACOS
        }

        /** What is known of it. */
        public enum Verdict {
            /** It is off. */
            OFF,
            /** It has a rule that lets everyone in at that port. */
            OPEN,
            /** It is on, and was seen to have no such rule. */
            CLOSED,
            /** It is on; its rules can't be seen without administrator rights. */
            UNKNOWN
        }
    }

    /** No firewall was found; rules that no service manages can't be seen without administrator rights. */
    record NoFirewallFound() implements Finding {}

    /** Which network others must be on, such as 192.168.1.0/24. */
    record SameNetwork(String interfaceName, String network) implements Finding {}

    /** A tunnel is up, such as that of a VPN. */
    record Tunnel(String interfaceName) implements Finding {}

    /** A network is wireless, where access points may keep devices apart. */
    record Wireless(String interfaceName) implements Finding {}

    /** Anybody on the internet may be able to connect. */
    record PublicAddress(String address) implements Finding {}
}
