package io.lamplink.common.engine;

import io.lamplink.common.protocol.CloseReason;

/** What an engine needs to know of its peers beside the events that everybody hears. Called on the hub's lane. */
public interface HubListener {

    /** A peer is there and understood. */
    void peerJoined(Peer peer);

    /**
     * A link has ended, whether or not its peer was ever understood.
     *
     * @param ending how
     * @param reason with what close code
     * @param left how many peers remain
     */
    void linkEnded(Ending ending, CloseReason reason, int left);

    /** How a link ended. */
    enum Ending {
        /** We closed it. */
        BY_US,
        /** The peer closed it in order. */
        BY_PEER,
        /** It broke, or one side broke a rule. */
        BROKEN,
        /** It ended before the peer was understood. */
        NEVER_READY;

        static Ending of(boolean understood, CloseReason reason, boolean byUs) {
            if (!understood) {
                return NEVER_READY;
            }
            if (!reason.orderly()) {
                return BROKEN;
            }
            return byUs ? BY_US : BY_PEER;
        }
    }
}
