package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What it means for a person that a server did not answer a handshake as a WebSocket server does. */
final class RefusedHandshake {
    /** The words in which the library reports a status line, whose reason a Lamplink server chooses with care. */
    private static final Pattern STATUS =
            Pattern.compile("Invalid status code received: (\\d{3}) Status line: \\S+ \\d{3} ?(.*)", Pattern.DOTALL);

    private static final String ENCRYPT = "Encryption Required";

    private RefusedHandshake() {}

    /**
     * The problem.
     *
     * @param reported how the library says that the handshake failed
     * @param encrypted whether the connection was encrypted
     */
    static ConnectProblem problem(@Nullable String reported, boolean encrypted) {
        Matcher answer = STATUS.matcher(reported == null ? "" : reported);
        if (!answer.matches()) {
            return ConnectProblem.NOT_A_SERVER;
        }
        return switch (answer.group(1)) {
            case "403" ->
                !encrypted && answer.group(2).strip().equals(ENCRYPT)
                        ? ConnectProblem.ENCRYPTION_REQUIRED
                        : ConnectProblem.NOT_LET_IN;
            case "421" -> ConnectProblem.NAME_NOT_KNOWN;
            case "429" -> ConnectProblem.TOO_MANY_FROM_HERE;
            case "503" -> ConnectProblem.SERVER_FULL;
            default -> ConnectProblem.NOT_A_SERVER;
        };
    }
}
