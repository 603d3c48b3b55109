package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;
import io.lamplink.common.security.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection did not come about.
 *
 * @param detail a technical sentence for the log
 * @param seen what an encrypting server showed that was not trusted; null in all other cases
 */
public record ConnectFailure(
        ConnectProblem problem, String detail, @Nullable Fingerprint seen) {

    /** A failure that has nothing to do with who the server is. */
    ConnectFailure(ConnectProblem problem, String detail) {
        this(problem, detail, null);
    }
}
