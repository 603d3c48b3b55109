package io.lamplink.common.discovery;

/** Whether a server can be found on the network. */
public enum AnnounceState {
    /** Nobody has asked for it, or the server does not listen. */
    OFF,
    /** It is announced on at least one network. */
    ANNOUNCED,
    /** It listens on this computer only, so there is nobody to tell. */
    THIS_COMPUTER_ONLY,
    /** There is no network at the moment; it is announced as soon as there is one. */
    NO_NETWORK,
    /** There is a network, but the system did not let it speak there. It is tried again. */
    FAILED
}
