package io.lamplink.common.session;

import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.transfer.VisibleText;

/** Makes what a peer calls itself safe to show: one line, nothing invisible, nothing that changes the reading direction. */
public final class PeerName {
    private PeerName() {}

    /** The name to show, at most {@link ProtocolLimits#MAX_NAME_CHARS} characters; empty if nothing is left of it. */
    public static String of(String told) {
        return VisibleText.line(told, ProtocolLimits.MAX_NAME_CHARS);
    }
}
