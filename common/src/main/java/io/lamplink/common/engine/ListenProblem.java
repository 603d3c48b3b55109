package io.lamplink.common.engine;

/** Why a server does not listen. */
public enum ListenProblem {
    /** Another program has the port. */
    PORT_IN_USE,
    /** The address does not belong to this machine. */
    ADDRESS_NOT_LOCAL,
    /** The text is not an address, or the name is unknown. */
    BAD_ADDRESS,
    /** Not a number from 0 to 65535. */
    BAD_PORT,
    /** The system forbids it, as it does for ports below 1024. */
    NOT_PERMITTED,
    /** Anything else; the log has the trace. */
    OTHER
}
