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
    /** An encrypted address, which this version cannot use. */
    ENCRYPTION_NOT_SUPPORTED,
    /** The person pressed Disconnect before it came about. */
    CANCELLED,
    /** Anything else; the log has the trace. */
    OTHER
}
