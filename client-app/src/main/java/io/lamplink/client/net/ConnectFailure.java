package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.protocol.ProtocolLimits;
import io.lamplink.common.security.Fingerprint;
import io.lamplink.common.transfer.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection did not come about.
 *
 * @param detail a technical sentence for the log, of which the server may have written a part: one visible line
 * @param seen what an encrypting server showed that was not trusted; null in all other cases
 */
public record ConnectFailure(
        ConnectProblem problem, String detail, @Nullable Fingerprint seen) {
    public ConnectFailure {
        detail = VisibleText.line(detail, ProtocolLimits.MAX_DETAIL_CHARS);
    }

    /** A failure that has nothing to do with who the server is. */
    ConnectFailure(ConnectProblem problem, String detail) {
        this(problem, detail, null);
    }
}
