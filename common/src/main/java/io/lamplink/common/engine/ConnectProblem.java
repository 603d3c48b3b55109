package io.lamplink.common.engine;

/** Why a client is not connected. */
public enum ConnectProblem {
    /** The text is not an address. */
    BAD_ADDRESS,
    /** Not a number from 1 to 65535. */
    BAD_PORT,
    /** No such host. */
    UNKNOWN_HOST,
    /** The machine answers, but nothing listens there. */
    REFUSED,
    /** No answer in time. */
    TIMED_OUT,
    /** No way there. */
    UNREACHABLE,
    /** Something answers, but not a WebSocket server. */
    NOT_A_SERVER,
    /** The server, or something before it, does not let this program in (403). */
    NOT_LET_IN,
    /** The server does not know the name by which it was called (421). */
    NAME_NOT_KNOWN,
    /** The server has as many connections from this side's address as it allows (429). */
    TOO_MANY_FROM_HERE,
    /** The server has as many connections as it allows (503). */
    SERVER_FULL,
    /** The address asks for encryption, or it encrypted before, and the server there does not encrypt. */
    NOT_ENCRYPTED,
    /** The server takes encrypted connections only. */
    ENCRYPTION_REQUIRED,
    /** Nobody has said that the server is to be trusted. */
    NOT_TRUSTED,
    /** The server asks for a PIN, and nobody has given one. */
    PIN_NEEDED,
    /** The PIN that was given is wrong. */
    PIN_WRONG,
    /** The server takes no PIN from here for the time being. */
    PIN_LATER,
    /** The server that should have shown that it knows the PIN has not: it may be another one. */
    PIN_UNPROVEN,
    /** The person pressed Disconnect before it came about. */
    CANCELLED,
    /** Anything else; the log has the trace. */
    OTHER;

    /** Whether the same try may do better a little later, without anybody changing anything. */
    public boolean passes() {
        return switch (this) {
            case UNKNOWN_HOST,
                    REFUSED,
                    TIMED_OUT,
                    UNREACHABLE,
                    NOT_A_SERVER,
                    TOO_MANY_FROM_HERE,
                    SERVER_FULL,
                    NOT_ENCRYPTED,
                    PIN_LATER,
                    OTHER -> true;
            case BAD_ADDRESS,
                    BAD_PORT,
                    NOT_LET_IN,
                    NAME_NOT_KNOWN,
                    ENCRYPTION_REQUIRED,
                    NOT_TRUSTED,
                    PIN_NEEDED,
                    PIN_WRONG,
                    PIN_UNPROVEN,
                    CANCELLED -> false;
        };
    }
}
