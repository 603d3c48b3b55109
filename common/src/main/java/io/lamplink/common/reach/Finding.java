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
    Weight weight();

    /** The server does not listen. */
    record NotListening() implements Finding {
        @Override
        public Weight weight() {
            return Weight.BLOCKS;
        }
    }

    /** The server does not listen, because another program had the port when it was to. */
    record PortTaken(int port) implements Finding {
        @Override
        public Weight weight() {
            return Weight.BLOCKS;
        }
    }

    /** It listens at a loopback address. */
    record ThisComputerOnly(String address) implements Finding {
        @Override
        public Weight weight() {
            return Weight.BLOCKS;
        }
    }

    /** No network is up. */
    record NoNetwork() implements Finding {
        @Override
        public Weight weight() {
            return Weight.BLOCKS;
        }
    }

    /** A connection from this machine to one of its own addresses came about. It passes no firewall. */
    record Answers(String where) implements Finding {
        @Override
        public Weight weight() {
            return Weight.GOOD;
        }
    }

    /** A connection from this machine to one of its own addresses did not come about. */
    record DoesNotAnswer(String where) implements Finding {
        @Override
        public Weight weight() {
            return Weight.BLOCKS;
        }
    }

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

        @Override
        public Weight weight() {
            return switch (verdict) {
                case OFF, OPEN -> Weight.GOOD;
                case CLOSED -> Weight.BLOCKS;
                case UNKNOWN -> Weight.UNKNOWN;
            };
        }
    }

    /** No firewall was found; rules that no service manages can't be seen without administrator rights. */
    record NoFirewallFound() implements Finding {
        @Override
        public Weight weight() {
            return Weight.HINT;
        }
    }

    /** Which network others must be on, such as 192.168.1.0/24. */
    record SameNetwork(String interfaceName, String network) implements Finding {
        @Override
        public Weight weight() {
            return Weight.HINT;
        }
    }

    /** A tunnel is up, such as that of a VPN. */
    record Tunnel(String interfaceName) implements Finding {
        @Override
        public Weight weight() {
            return Weight.HINT;
        }
    }

    /** A network is wireless, where access points may keep devices apart. */
    record Wireless(String interfaceName) implements Finding {
        @Override
        public Weight weight() {
            return Weight.HINT;
        }
    }

    /** Anybody on the internet may be able to connect. */
    record PublicAddress(String address) implements Finding {
        @Override
        public Weight weight() {
            return Weight.HINT;
        }
    }
}
