package io.lamplink.common.session;

/** What can happen to a window's link. */
public enum LinkEvent {
    /** Listen or Connect was pressed. */
    START,
    /** Listening or connecting did not come about, and is not tried again. */
    START_FAILED,
    /** A peer is there and understood. */
    PEER_JOINED,
    /** A server's last client has gone; it still listens. */
    LAST_PEER_LEFT,
    /** A person on either side ended it. */
    STOPPED,
    /** The link, or the listening socket, broke. */
    LINK_LOST,
    /** The link broke or its server went away, and the program tries to get it back by itself. */
    RETRYING
}
